package org.dawen.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.Message;
import org.dawen.lake.Table;

/**
 * Days of results for which raw records have been deleted (docs/decisions/0095). Their rows stand
 * as they were computed: nothing may compute them anew from what is left.
 */
public final class Frozen {
  private final Map<Table, LocalDate> keptFrom;

  private Frozen(Map<Table, LocalDate> keptFrom) {
    this.keptFrom = keptFrom;
  }

  /** As the tables say of themselves. */
  public static Frozen of(Lake lake, Collection<Table> tables) {
    Map<Table, LocalDate> keptFrom = new LinkedHashMap<>();
    for (Table table : tables) {
      LocalDate day = lake.keptFrom(table);
      if (day != null) {
        keptFrom.put(table, day);
      }
    }
    return new Frozen(keptFrom);
  }

  /** As it would be if rows of a table were deleted. */
  static Frozen of(Table table, LocalDate before) {
    return new Frozen(Map.of(table, before));
  }

  /** The tables of which rows were deleted, with the first day of which all are kept. */
  public Map<Table, LocalDate> tables() {
    return keptFrom;
  }

  /** The output days of a job that would miss some of their input. */
  public DaySet daysOf(JobSpec job) {
    List<DaySet> days = new ArrayList<>();
    keptFrom.forEach(
        (table, from) -> {
          LocalDate lastGone = from.minusDays(1);
          if (job.follows().contains(table)) {
            days.add(upTo(job.reachOf(table).outputDays(DaySet.of(lastGone))));
          }
          if (job.writes().contains(table)) {
            days.add(DaySet.between(null, lastGone));
          }
        });
    return DaySet.unionOf(days);
  }

  /** No day of input reaches further than a later one. */
  private static DaySet upTo(DaySet reached) {
    return reached.isBounded() ? DaySet.between(null, reached.last()) : DaySet.ALWAYS;
  }

  /** The tables because of which days of a job are frozen, each with its first day, in a clause. */
  List<Message> reasons(JobSpec job) {
    List<Message> reasons = new ArrayList<>();
    keptFrom.forEach(
        (table, from) -> {
          if (job.follows().contains(table) || job.writes().contains(table)) {
            reasons.add(Message.of("night.deleted-before", table, from));
          }
        });
    return reasons;
  }

  /**
   * The day before which rows of a table may be deleted so that results from {@code from} on can
   * always be recomputed: the first of a month, earlier where results reach back further.
   *
   * @return null: some job reads the table from its beginning
   */
  public static LocalDate before(Table table, LocalDate from, Collection<Job> jobs) {
    LocalDate before = from.withDayOfMonth(1);
    for (Job job : jobs) {
      JobSpec spec = job.spec();
      boolean isReadWhole =
          spec.looksUp().contains(table)
              || job.pass().spec().looksUp().stream().anyMatch(l -> l.table().equals(table))
                  && job.pass().spec().parts().stream().noneMatch(p -> p.follows().contains(table));
      if (isReadWhole) {
        return null;
      }
      if (!spec.follows().contains(table)) {
        continue;
      }
      int months = 0;
      while (!isOver(of(table, before).daysOf(spec), from)) {
        if (++months > MOST_MONTHS) {
          return null;
        }
        before = before.minusMonths(1);
      }
    }
    return before;
  }

  /** Results that look back further than ten years look back for ever. */
  private static final int MOST_MONTHS = 120;

  private static boolean isOver(DaySet frozen, LocalDate from) {
    return frozen.intersect(DaySet.between(from, null)).isEmpty();
  }
}
