package org.dawen.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.Rows;

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
    if (!lake.exists(FileLedgerTables.LANDING_FILE)) {
      return List.of();
    }
    Map<String, DaySet> days = new TreeMap<>();
    lake.records(LedgerEntry.class).forEach(f -> days.put(f.fileId(), DaySet.parse(f.days())));
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
    Feeds.received().stream()
        .filter(lake::exists)
        .forEach(
            table -> {
              if (table.has("record_no")) {
                addNumbered(lake.rows(table, Numbered.class, days), suspects.keySet(), records);
              } else {
                for (Counted row : lake.rows(table, Counted.class, days)) {
                  if (suspects.containsKey(row.fileId())) {
                    add(records, row.fileId(), row.dataDay(), 1);
                  }
                }
              }
            });
    return records;
  }

  /** A record may give several rows: they are counted once. */
  private static void addNumbered(
      Rows<Numbered> rows, Set<String> suspects, Map<String, Map<LocalDate, Long>> records) {
    Map<String, Map<LocalDate, BitSet>> numbers = new HashMap<>();
    for (Numbered row : rows) {
      if (suspects.contains(row.fileId())) {
        numbers
            .computeIfAbsent(row.fileId(), f -> new HashMap<>())
            .computeIfAbsent(row.dataDay(), d -> new BitSet())
            .set(Math.toIntExact(row.recordNo()));
      }
    }
    numbers.forEach(
        (file, days) -> days.forEach((day, set) -> add(records, file, day, set.cardinality())));
  }

  private static void add(
      Map<String, Map<LocalDate, Long>> records, String file, LocalDate day, long n) {
    records.computeIfAbsent(file, f -> new HashMap<>()).merge(day, n, Long::sum);
  }

  /** Whose record a received row is. */
  record Numbered(String fileId, LocalDate dataDay, long recordNo) {}

  /** Whose row a minute of a vehicle is: its seconds have no numbers. */
  record Counted(String fileId, LocalDate dataDay) {}
}
