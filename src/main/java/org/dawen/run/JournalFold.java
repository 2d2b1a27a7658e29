package org.dawen.run;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.dawen.lake.DaySet;
import org.dawen.lake.DaySet.Range;
import org.dawen.run.JournalEntry.Done;
import org.dawen.run.JournalEntry.Touch;

/**
 * Few entries in place of many, from which every later plan of the same jobs follows just the same
 * (docs/decisions/0078).
 *
 * <ol>
 *   <li>Of a job's entries the last one of a day counts. If no touch since could reach that day,
 *       however much input may come, the job was done <em>as of now</em>: all such days are one
 *       entry.
 *   <li>Touches of a table between which no job has been done mean what one touch of all their days
 *       means.
 * </ol>
 *
 * Only while no job is running: what one finishes later must not be as of an entry folded here.
 */
final class JournalFold {
  /** Touches that may be told as one: of one table, by one writer, between the same entries. */
  private record Kind(String by, Long doneBefore) {}

  private final JournalIndex journal;
  private final long newestSeq;

  private JournalFold(JournalIndex journal, long newestSeq) {
    this.journal = journal;
    this.newestSeq = newestSeq;
  }

  /**
   * Folds a journal.
   *
   * @param jobs every job that will be planned from what comes back, with its fingerprint, empty if
   *     it cannot be planned; entries of others are left out
   * @param newestSeq of the journal
   * @return in order
   */
  static List<JournalEntry> of(JournalIndex journal, Map<JobSpec, String> jobs, long newestSeq) {
    JournalFold fold = new JournalFold(journal, newestSeq);
    List<Done> done = new ArrayList<>();
    jobs.forEach((job, fingerprint) -> done.addAll(fold.doneOf(job, fingerprint)));
    List<JournalEntry> folded = new ArrayList<>(fold.touches(done));
    folded.addAll(done);
    folded.sort(Comparator.comparingLong(JournalEntry::seq));
    return folded;
  }

  private List<Done> doneOf(JobSpec job, String fingerprint) {
    List<Done> all = journal.done(job.name());
    if (!all.stream().allMatch(d -> d.days().isBounded())) {
      return all; // no run has written such an entry
    }
    List<JournalEntry> about = Planner.about(journal, job);
    List<DaySet> reached = reached(about, job);
    Map<List<Object>, Done> left = new LinkedHashMap<>();
    DaySet reachedSince = DaySet.NONE;
    DaySet doneSince = DaySet.NONE;
    for (int i = about.size() - 1; i >= 0; i--) {
      if (about.get(i) instanceof Done done) {
        DaySet days = done.days().minus(doneSince);
        DaySet settled =
            done.fingerprint().equals(fingerprint) ? days.minus(reachedSince) : DaySet.NONE;
        add(left, asOf(done, settled, newestSeq));
        add(left, asOf(done, days.minus(settled), done.asOfSeq()));
        doneSince = doneSince.union(done.days());
      } else {
        reachedSince = reachedSince.union(reached.get(i));
      }
    }
    return List.copyOf(left.values());
  }

  private static void add(Map<List<Object>, Done> left, Done done) {
    if (!done.days().isEmpty()) {
      left.merge(
          List.of(done.asOfSeq(), done.fingerprint()),
          done,
          (a, b) -> asOf(a, a.days().union(b.days()), a.asOfSeq()));
    }
  }

  private static Done asOf(Done done, DaySet days, long asOfSeq) {
    return new Done(
        Math.max(done.seq(), asOfSeq),
        done.job(),
        days,
        asOfSeq,
        done.fingerprint(),
        "",
        0,
        0,
        BigDecimal.ZERO,
        Instant.EPOCH);
  }

  /** Which days of a job each entry may ever make due; those of a finished job none. */
  private static List<DaySet> reached(List<JournalEntry> about, JobSpec spec) {
    Planner.Roles roles = Planner.Roles.of(spec);
    boolean isOpen =
        about.stream()
            .anyMatch(e -> e instanceof Touch t && roles.carriesOn(t) && !t.days().isBounded());
    List<DaySet> reached = new ArrayList<>();
    DaySet heardOf = DaySet.NONE;
    for (JournalEntry entry : about) {
      DaySet days = DaySet.NONE;
      if (entry instanceof Touch touch) {
        if (roles.carriesOn(touch)) {
          DaySet changed = touch.days().intersect(Planner.OF_TABLES);
          DaySet all = changed.union(Planner.endBefore(changed, heardOf));
          heardOf = heardOf.union(all);
          days = isOpen ? DaySet.ALWAYS : roles.reach(touch).outputDays(all);
        } else {
          days = farthest(touch, roles, spec);
        }
      }
      reached.add(days);
    }
    return reached;
  }

  private static DaySet farthest(Touch touch, Planner.Roles roles, JobSpec spec) {
    return switch (roles.of(touch)) {
      case FOLLOWED -> farthest(roles.reach(touch), touch.days());
      case LOOKED_UP ->
          touch
              .days()
              .union(
                  DaySet.unionOf(
                      spec.allReaches().stream().map(r -> farthest(r, touch.days())).toList()));
      case WRITTEN_BY_OTHERS -> touch.days();
      case NONE -> DaySet.NONE;
    };
  }

  /** The output that these days of input would reach if there were input on all of them. */
  private static DaySet farthest(Reach reach, DaySet changed) {
    List<DaySet> reached = new ArrayList<>();
    for (Range range : changed.ranges()) {
      DaySet days = DaySet.between(range.from(), range.to()).intersect(Planner.OF_TABLES);
      if (days.isEmpty()) {
        continue;
      }
      if (range.isBounded()) {
        reached.add(reach.outputDays(days));
      } else {
        DaySet first = reach.outputDays(DaySet.of(days.first()));
        DaySet last = reach.outputDays(DaySet.of(days.last()));
        reached.add(
            DaySet.between(
                range.from() == null ? null : first.first(),
                range.to() == null ? null : last.last()));
      }
    }
    return DaySet.unionOf(reached);
  }

  private List<Touch> touches(List<Done> done) {
    TreeSet<Long> doneAsOf = new TreeSet<>();
    done.forEach(d -> doneAsOf.add(d.asOfSeq()));
    List<Touch> folded = new ArrayList<>();
    for (String table : journal.tables()) {
      Map<Kind, List<Touch>> kinds = new LinkedHashMap<>();
      for (Touch touch : journal.touches(table)) {
        kinds
            .computeIfAbsent(
                new Kind(touch.by(), doneAsOf.ceiling(touch.seq())), k -> new ArrayList<>())
            .add(touch);
      }
      kinds.values().forEach(alike -> folded.addAll(one(alike)));
    }
    return folded;
  }

  /**
   * One touch of all the days, as of the last. Where days are open, another one before it names the
   * days that were named: the planner takes those alone for days that may have rows.
   */
  private static List<Touch> one(List<Touch> alike) {
    DaySet days = DaySet.unionOf(alike.stream().map(Touch::days).toList());
    Touch last = alike.get(alike.size() - 1);
    Touch all = of(last, days);
    if (days.isBounded()) {
      return List.of(all);
    }
    DaySet named = DaySet.unionOf(alike.stream().map(t -> t.days().bounded()).toList());
    return named.isEmpty() ? List.of(all) : List.of(of(last, named), all);
  }

  private static Touch of(Touch last, DaySet days) {
    return new Touch(last.seq(), last.table(), last.version(), days, last.by(), last.commit());
  }
}
