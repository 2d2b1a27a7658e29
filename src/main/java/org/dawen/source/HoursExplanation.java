package org.dawen.source;

import static org.dawen.intake.ReceivedTables.DATA_DAY;
import static org.dawen.intake.ReceivedTables.FILE_ID;
import static org.dawen.intake.ReceivedTables.HOUR_START;
import static org.dawen.intake.ReceivedTables.RECORD_NO;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.dawen.lake.Column;
import org.dawen.lake.Message;
import org.dawen.lake.SqlLiteral;
import org.dawen.lake.Table;
import org.dawen.lake.TableRow;
import org.dawen.run.Evidence;
import org.dawen.run.Explanation;
import org.dawen.source.LimitLines.Subject;

/**
 * A row that rests on hours of one outlet: a day with its mean, or a series that looks made up. The
 * row, the limit, each hour with its value and validity, and the packet each comes from.
 */
public final class HoursExplanation implements Explanation {
  private static final Column DAY_LIMIT_ID = SourceTables.OUTLET_DAY.column("day_limit_id");
  private static final Column IS_JUDGEABLE = SourceTables.OUTLET_HOUR.column("is_judgeable");

  private final Table table;

  private HoursExplanation(Table table) {
    this.table = table;
  }

  /** One for days, one for series that look made up. */
  public static List<Explanation> all() {
    return List.of(
        new HoursExplanation(SourceTables.OUTLET_DAY),
        new HoursExplanation(SourceTables.SUSPECT_SERIES));
  }

  @Override
  public Table table() {
    return table;
  }

  @Override
  public List<Section> explain(TableRow row, Evidence evidence) {
    LocalDate day = row.day(DATA_DAY);
    boolean isDay = table == SourceTables.OUTLET_DAY;
    LocalDateTime first = isDay ? day.atStartOfDay() : row.civilTime(SourceTables.FIRST_HOUR);
    LocalDateTime last = isDay ? day.atTime(23, 0) : row.civilTime(SourceTables.LAST_HOUR);
    String outlet = row.text(SourceTables.OUTLET_CODE);
    String pollutant = row.text(SourceTables.POLLUTANT_CODE);
    List<TableRow> hours =
        evidence.rows(
            SourceTables.OUTLET_HOUR,
            "outlet_code = %s AND pollutant_code = %s AND data_day BETWEEN DATE'%s' AND DATE'%s'"
                .formatted(
                    SqlLiteral.of(outlet),
                    SqlLiteral.of(pollutant),
                    first.toLocalDate(),
                    last.toLocalDate()));
    List<Section> sections = new ArrayList<>();
    sections.add(Evidence.columns(Message.of("explain.the-row"), table, row));
    if (isDay) {
      List<Message> limit =
          LimitLines.of(
              new Subject(outlet, pollutant, day), row.text(DAY_LIMIT_ID), "day", evidence);
      sections.add(
          new Section(
              Message.of("explain.limit-in-force"),
              limit.isEmpty() ? List.of(Message.of("explain.no-day-limit")) : limit));
    } else {
      sections.add(
          new Section(
              Message.of("explain.screening-rule"),
              List.of(Message.of("explain.suspect-rule", row.text("suspect_rule")))));
    }
    List<Message> lines = new ArrayList<>();
    for (TableRow hour : hours) {
      LocalDateTime start = hour.civilTime(HOUR_START);
      if (!start.isBefore(first) && !start.isAfter(last)) {
        lines.add(
            Message.of(
                "explain.hour-line",
                start,
                Evidence.shown(hour.decimal(SourceTables.JUDGED_VALUE)),
                Evidence.shown(hour.text(SourceTables.UNIT)),
                hour.truth(IS_JUDGEABLE)
                    ? Message.of("explain.judgeable")
                    : Message.of(
                        "explain.not-judgeable", Evidence.shown(hour.text("unjudgeable_reason"))),
                Evidence.shown(hour.text(SourceTables.MARK_KIND)),
                hour.text(FILE_ID),
                hour.whole(RECORD_NO)));
      }
    }
    sections.add(
        new Section(
            Message.of("explain.hours-behind", lines.size()),
            lines.isEmpty() ? List.of(Message.of("explain.none-received")) : lines));
    return sections;
  }
}
