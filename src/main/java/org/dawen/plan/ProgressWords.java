package org.dawen.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dawen.lake.Message;
import org.dawen.lake.Table;
import org.dawen.lake.TableRow;

/** How the state of a number follows from its value, as sentences. */
final class ProgressWords {
  private ProgressWords() {}

  static List<Message> of(TableRow row, Table table, LocalDate day) {
    List<Message> lines = new ArrayList<>();
    lines.add(
        Message.of(
            "explain.plan-target",
            row.text("target_id"),
            Message.told(row.text("title_en"), row.text("title_zh")),
            row.text("measure_no"),
            row.text("departments") == null
                ? Message.of("explain.no-department")
                : row.text("departments")));
    lines.add(
        row.text("target_value") == null
            ? Message.of("explain.plan-no-number")
            : Message.of(
                "explain.plan-to-reach",
                row.text("comparator"),
                row.text("target_max_value") == null
                    ? shown(row, table, "target_value")
                    : Message.of(
                        "explain.number-between",
                        shown(row, table, "target_value"),
                        shown(row, table, "target_max_value")),
                row.text("unit"),
                row.day("due_day"),
                row.text("due_from"),
                row.text("strength"),
                row.text("judged_each")));
    lines.add(
        row.text("so_far_value") == null
            ? Message.of("explain.plan-no-value", day)
            : Message.of(
                "explain.plan-value",
                day,
                shown(row, table, "so_far_value"),
                row.text("unit"),
                proof(row)));
    lines.add(
        Message.of(
            "explain.plan-state",
            row.text("state"),
            row.text("state_reason"),
            shown(row, table, "time_gone_percent"),
            row.day("period_start")));
    if (row.text("projected_value") != null) {
      lines.add(Message.of("explain.plan-projected", shown(row, table, "projected_value")));
    }
    if (row.text("needed_value") != null) {
      lines.add(
          Message.of("explain.plan-needed", shown(row, table, "needed_value"), row.text("unit")));
    }
    return lines;
  }

  private static String shown(TableRow row, Table table, String column) {
    return row.shown(table.column(column));
  }

  private static Message proof(TableRow row) {
    if (row.text("document_no") != null) {
      return Message.of("explain.plan-entry-of", row.day("entry_day"), row.text("document_no"));
    }
    return Message.of(
        row.truth(org.dawen.lake.Column.truth("is_provisional"))
            ? "explain.plan-rows-provisional"
            : "explain.plan-rows-of",
        row.text("source_table"),
        row.text("source_text"),
        row.whole("source_row_count"));
  }
}
