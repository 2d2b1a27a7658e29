package org.dawen.intake;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.Table;
import org.dawen.lake.TableRow;

/**
 * Days of a file that lie a year or more from all its other days: more often a slip of the pen or a
 * clock that was off for a moment than what the sender meant. They are taken as they are, and
 * listed.
 */
public final class FarDays {
  /** Days close together are far from the others only if they are few. */
  private static final int FEW_DAYS = 7;

  private FarDays() {}

  /** What is to be said of the files the lake holds, one sentence a file and day. */
  public static List<String> inLake(Lake lake) {
    if (!lake.exists(LedgerTables.LANDING_FILE)) {
      return List.of();
    }
    Map<String, DaySet> days = new TreeMap<>();
    lake.forEachRow(
        LedgerTables.LANDING_FILE,
        row -> days.put(row.text(LedgerTables.FILE_ID), DaySet.parse(row.text(LedgerTables.DAYS))));
    return of(lake, days);
  }

  /** Of these files, with the days each gives rows for. */
  static List<String> of(Lake lake, Map<String, DaySet> daysOfFiles) {
    Map<String, DaySet> suspects = new TreeMap<>(daysOfFiles);
    suspects.values().removeIf(days -> days.stretches().ranges().size() < 2);
    if (suspects.isEmpty()) {
      return List.of();
    }
    Map<String, Map<LocalDate, Long>> records = records(lake, suspects);
    List<String> said = new ArrayList<>();
    suspects.forEach(
        (file, days) -> {
          Map<LocalDate, Long> ofFile = records.getOrDefault(file, Map.of());
          for (LocalDate day : farFrom(days, ofFile)) {
            long n = ofFile.getOrDefault(day, 0L);
            said.add("%s %s (%,d %s)".formatted(file, day, n, n == 1 ? "record" : "records"));
          }
        });
    return said;
  }

  /**
   * The days of all stretches of at most {@link #FEW_DAYS} but the largest, in order: that with the
   * most days, of equals that with the most records. Of equals in both none is the largest.
   */
  static List<LocalDate> farFrom(DaySet days, Map<LocalDate, Long> records) {
    List<DaySet> stretches =
        days.stretches().ranges().stream()
            .map(r -> days.intersect(DaySet.between(r.from(), r.to())))
            .toList();
    if (stretches.size() < 2) {
      return List.of();
    }
    Comparator<DaySet> bySize =
        Comparator.comparingInt(DaySet::size)
            .thenComparingLong(
                s -> s.days().stream().mapToLong(d -> records.getOrDefault(d, 0L)).sum());
    List<DaySet> largestLast = stretches.stream().sorted(bySize).toList();
    DaySet last = largestLast.get(stretches.size() - 1);
    DaySet largest =
        bySize.compare(largestLast.get(stretches.size() - 2), last) == 0 ? DaySet.NONE : last;
    return stretches.stream()
        .filter(s -> !s.equals(largest) && s.size() <= FEW_DAYS)
        .flatMap(s -> s.days().stream())
        .toList();
  }

  private static Map<String, Map<LocalDate, Long>> records(
      Lake lake, Map<String, DaySet> suspects) {
    Map<String, Map<LocalDate, Long>> records = new HashMap<>();
    DaySet days = DaySet.unionOf(suspects.values());
    Stream.concat(ReceivedTables.ALL.stream(), ObdTables.ALL.stream())
        .filter(lake::exists)
        .forEach(
            table -> {
              for (String paths : Ledger.pathConditions(List.copyOf(suspects.keySet()))) {
                for (TableRow row :
                    Lake.all(
                        lake.read(table, days)
                            .where(paths)
                            .groupBy(ReceivedTables.FILE_ID.col(), table.day().col())
                            .agg(recordsOf(table).as("n")))) {
                  records
                      .computeIfAbsent(row.text(ReceivedTables.FILE_ID), f -> new HashMap<>())
                      .merge(row.day(table.day()), row.whole("n"), Long::sum);
                }
              }
            });
    return records;
  }

  /** A packet gives a row a factor; seconds of a vehicle are counted by the minute. */
  private static Column recordsOf(Table table) {
    return table.columns().contains(ReceivedTables.RECORD_NO)
        ? countDistinct(ReceivedTables.RECORD_NO.col())
        : count(lit(1));
  }
}
