package org.dawen.publish;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.dawen.lake.DaySet;

/** Exceedances that a later version withdrew or changed, as the brief of a day shows them. */
final class LaterVersions {
  private static final String TABLE = "source.withdrawn_exceedance";
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  private LaterVersions() {}

  /** Those of hours of the day, and those whose later version was received that day. */
  static Sheet sheet(Results results, Names names, LocalDate day) {
    List<Line> lines =
        results.lines(TABLE, DaySet.ALWAYS).stream()
            .filter(l -> day.equals(l.day("data_day")) || isOf(l.at("received_at"), day))
            .map(names::named)
            .toList();
    return Sheets.of(results, "withdrawn", Map.of("day", day), lines);
  }

  private static boolean isOf(Object received, LocalDate day) {
    return received instanceof Instant at && at.atZone(BEIJING).toLocalDate().equals(day);
  }
}
