package org.dawen.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dawen.lake.Table;
import org.dawen.lake.TableRow;

/** How the state of a number follows from its value, as sentences. */
final class ProgressWords {
  private ProgressWords() {}

  static List<String> of(TableRow row, Table table, LocalDate day) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s %s (%s), 措施 %s, %s"
            .formatted(
                row.text("target_id"),
                row.text("title_zh"),
                row.text("title_en"),
                row.text("measure_no"),
                row.text("departments") == null ? "no department named" : row.text("departments")));
    lines.add(
        row.text("target_value") == null
            ? "To reach: the number is not in the plan and was not entered."
            : "To reach: %s %s%s %s by %s (%s), %s, judged each %s."
                .formatted(
                    row.text("comparator"),
                    shown(row, table, "target_value"),
                    row.text("target_max_value") == null
                        ? ""
                        : " and " + shown(row, table, "target_max_value"),
                    row.text("unit"),
                    row.day("due_day"),
                    row.text("due_from"),
                    row.text("strength"),
                    row.text("judged_each")));
    lines.add(
        row.text("so_far_value") == null
            ? "Value by %s: none was reported.".formatted(day)
            : "Value by %s: %s %s, from %s."
                .formatted(day, shown(row, table, "so_far_value"), row.text("unit"), proof(row)));
    lines.add(
        "State: %s, %s; %s %% of the time since %s is gone."
            .formatted(
                row.text("state"),
                row.text("state_reason"),
                shown(row, table, "time_gone_percent"),
                row.day("period_start")));
    if (row.text("projected_value") != null) {
      lines.add(
          "At today's rate it ends at %s: start + (value - start) * days in all / days gone."
              .formatted(shown(row, table, "projected_value")));
    }
    if (row.text("needed_value") != null) {
      lines.add(
          "Still needed: %s %s.".formatted(shown(row, table, "needed_value"), row.text("unit")));
    }
    return lines;
  }

  private static String shown(TableRow row, Table table, String column) {
    return row.shown(table.column(column));
  }

  private static String proof(TableRow row) {
    if (row.text("document_no") != null) {
      return "the entry of %s, document %s"
          .formatted(row.day("entry_day"), row.text("document_no"));
    }
    return "%s: %s, %d rows%s"
        .formatted(
            row.text("source_table"),
            row.text("source_text"),
            row.whole("source_row_count"),
            row.truth(org.dawen.lake.Column.truth("is_provisional")) ? ", provisional" : "");
  }
}
