package org.dawen.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dawen.lake.DaySet;
import org.dawen.lake.Message;
import org.dawen.lake.SqlEngine;
import org.dawen.lake.TextOrder;

/** Days on which a station, an outlet or a meter sent nothing, between days of its feed. */
final class MissingDays {
  private record Gap(String code, int days, LocalDate first, LocalDate last) {}

  private MissingDays() {}

  /** One sentence a code, the most days first. */
  static List<Message> of(SqlEngine engine, String table, String code) {
    Map<String, NavigableSet<LocalDate>> seen = new TreeMap<>(TextOrder::compare);
    engine
        .ask("SELECT DISTINCT %s, data_day FROM %s".formatted(code, table))
        .rows()
        .forEachRemaining(
            row ->
                seen.computeIfAbsent((String) row[0], c -> new TreeSet<>())
                    .add((LocalDate) row[1]));
    return sentences(seen);
  }

  /** The days of the feed are those of any code, and those less than a year between two of them. */
  static List<Message> sentences(Map<String, NavigableSet<LocalDate>> seen) {
    NavigableSet<LocalDate> days = new TreeSet<>();
    seen.values().forEach(days::addAll);
    for (LocalDate day : List.copyOf(days)) {
      LocalDate next = days.higher(day);
      if (next != null && next.isBefore(day.plusDays(DaySet.FAR))) {
        day.datesUntil(next).forEach(days::add);
      }
    }
    List<Gap> gaps = new ArrayList<>();
    seen.forEach(
        (code, sent) -> {
          List<LocalDate> missing = days.stream().filter(d -> !sent.contains(d)).toList();
          if (!missing.isEmpty()) {
            gaps.add(
                new Gap(code, missing.size(), missing.get(0), missing.get(missing.size() - 1)));
          }
        });
    gaps.sort(Comparator.comparingInt(Gap::days).reversed());
    return gaps.stream()
        .map(g -> Message.of("doctor.missing-days", g.code, g.days, g.first, g.last))
        .toList();
  }
}
