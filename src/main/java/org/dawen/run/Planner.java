package org.dawen.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dawen.lake.DaySet;
import org.dawen.lake.Message;
import org.dawen.lake.Table;

/**
 * Decides from the journal alone which days of which job are due, and why. Plain Java; knows
 * neither Spark nor any domain.
 *
 * <p>The journal is read in order. A touched input makes the days it reaches due; a finished job
 * with today's fingerprint settles its days as of the journal entry it could see; one with another
 * fingerprint leaves them due, because the rows in the table are those of other code.
 */
public final class Planner {
  /** Why a day is due. */
  public enum Why {
    /** Its input has arrived for the first time. */
    NEW,
    /** A followed table was touched after the day was computed. */
    CHANGED_INPUT,
    /** A reference row valid on that day was changed. */
    CHANGED_REGISTRY,
    /** Code of the room, a standard or a setting differs. */
    CHANGED_RULES,
    /** The output was changed by somebody else or its history is gone. */
    OUTPUT_LOST,
    /** Asked for on the command line. */
    FORCED;

    /** For an operator. */
    public Message message() {
      return Message.of("plan.why." + name());
    }
  }

  /**
   * The due days of one job.
   *
   * @param days all due days, bounded
   * @param reasons each reason with its days; a day may have several
   */
  public record Due(JobSpec job, String fingerprint, DaySet days, Map<Why, DaySet> reasons) {
    public boolean isEmpty() {
      return days.isEmpty();
    }
  }

  /** What a column of days can hold. A journal that names other days names no rows. */
  static final DaySet OF_TABLES = DaySet.between(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));

  /** What a touched table is to a job. */
  enum Role {
    FOLLOWED,
    LOOKED_UP,
    WRITTEN_BY_OTHERS,
    NONE
  }

  /** The tables of a job by name. */
  record Roles(JobSpec spec, Set<String> follows, Set<String> looksUp, Set<String> writes) {
    static Roles of(JobSpec spec) {
      return new Roles(spec, names(spec.follows()), names(spec.looksUp()), names(spec.writes()));
    }

    private static Set<String> names(List<Table> tables) {
      return tables.stream().map(Table::name).collect(Collectors.toSet());
    }

    Role of(JournalEntry.Touch touch) {
      if (follows.contains(touch.table())) {
        return Role.FOLLOWED;
      }
      if (looksUp.contains(touch.table())) {
        return Role.LOOKED_UP;
      }
      return writes.contains(touch.table()) && !touch.by().equals(spec.name())
          ? Role.WRITTEN_BY_OTHERS
          : Role.NONE;
    }

    /** Of a followed table. */
    Reach reach(JournalEntry.Touch touch) {
      return spec.reachOf(touch.table());
    }

    boolean carriesOn(JournalEntry.Touch touch) {
      return of(touch) == Role.FOLLOWED && reach(touch).carriesOn();
    }
  }

  private final JournalIndex journal;

  Planner(JournalIndex journal) {
    this.journal = journal;
  }

  /** What the journal holds about a job and its tables, in the order in which it takes effect. */
  static List<JournalEntry> about(JournalIndex journal, JobSpec spec) {
    List<JournalEntry> about = new ArrayList<>(journal.done(spec.name()));
    Stream.of(spec.follows(), spec.looksUp(), spec.writes())
        .flatMap(List::stream)
        .map(Table::name)
        .distinct()
        .forEach(t -> about.addAll(journal.touches(t)));
    about.sort(Comparator.comparingLong(Planner::effectiveSeq));
    return about;
  }

  /**
   * A job's result takes its place in the journal from its inputs, not from when it was recorded.
   */
  private static long effectiveSeq(JournalEntry entry) {
    return entry instanceof JournalEntry.Done done ? done.asOfSeq() * 2 + 1 : entry.seq() * 2;
  }

  /**
   * The days of a job that are due.
   *
   * @param spec the job
   * @param fingerprint its code, standards and settings as they are now
   */
  public Due due(JobSpec spec, String fingerprint) {
    InputSpan span = inputSpan(spec);
    DaySet universe = universe(spec, span);
    Roles roles = Roles.of(spec);
    DaySet due = DaySet.NONE;
    Map<Why, DaySet> reasons = new LinkedHashMap<>();
    DaySet everDone = DaySet.NONE;
    DaySet heardOf = DaySet.NONE;
    for (JournalEntry entry : about(journal, spec)) {
      if (entry instanceof JournalEntry.Done done) {
        everDone = everDone.union(done.days());
        forget(reasons, done.days());
        if (done.fingerprint().equals(fingerprint)) {
          due = due.minus(done.days());
        } else {
          DaySet again = done.days().intersect(done.days().isBounded() ? OF_TABLES : universe);
          due = due.union(again);
          add(reasons, Why.CHANGED_RULES, again);
        }
      } else if (entry instanceof JournalEntry.Touch touch) {
        DaySet reached;
        Why why;
        switch (roles.of(touch)) {
          case FOLLOWED -> {
            Reach reach = roles.reach(touch);
            DaySet changed = touch.days().intersect(span.of(reach));
            if (reach.carriesOn()) {
              changed = changed.union(endBefore(changed, heardOf));
              heardOf = heardOf.union(changed);
            }
            reached = reach.outputDays(changed).intersect(universe);
            why = Why.CHANGED_INPUT;
          }
          case LOOKED_UP -> {
            reached = reachedByReference(spec, touch.days(), span).intersect(universe);
            why = Why.CHANGED_REGISTRY;
          }
          case WRITTEN_BY_OTHERS -> {
            reached = touch.days().intersect(universe);
            why = Why.OUTPUT_LOST;
          }
          default -> {
            continue;
          }
        }
        due = due.union(reached);
        add(reasons, Why.NEW, reached.minus(everDone));
        add(reasons, why, reached.intersect(everDone));
      }
    }
    return new Due(spec, fingerprint, due, reasons);
  }

  /**
   * Where the input ended before it grew: a computation that carries on fills the months between,
   * too.
   */
  static DaySet endBefore(DaySet changed, DaySet heardOf) {
    if (changed.isEmpty() || heardOf.isEmpty()) {
      return DaySet.NONE;
    }
    return changed.last().isAfter(heardOf.last()) ? DaySet.of(heardOf.last()) : DaySet.NONE;
  }

  /** The same days whether due or not, within what the inputs have ever named. */
  public Due forced(JobSpec spec, String fingerprint, DaySet wanted) {
    DaySet days = universe(spec, inputSpan(spec)).intersect(wanted);
    return new Due(spec, fingerprint, days, Map.of(Why.FORCED, days));
  }

  /**
   * A reference row is looked up for days of input, so its days reach as far as those do; where the
   * job looks it up for the output day, the day itself counts too.
   */
  private static DaySet reachedByReference(JobSpec spec, DaySet valid, InputSpan span) {
    DaySet reached = valid;
    for (Reach reach : spec.allReaches()) {
      reached = reached.union(reach.outputDays(valid.intersect(span.of(reach))));
    }
    return reached;
  }

  /**
   * The days on which followed tables may have rows. A day far from all others is a stretch of its
   * own: nothing happens on the days between, except in a computation that carries on.
   *
   * @param stretches each from its first to its last day
   * @param whole from the first day of all to the last
   */
  private record InputSpan(DaySet stretches, DaySet whole) {
    static InputSpan of(DaySet named) {
      return new InputSpan(
          named.stretches(), named.isEmpty() ? named : DaySet.between(named.first(), named.last()));
    }

    DaySet of(Reach reach) {
      return reach.carriesOn() ? whole : stretches;
    }
  }

  private InputSpan inputSpan(JobSpec spec) {
    return InputSpan.of(DaySet.unionOf(spec.follows().stream().map(this::everNamed).toList()));
  }

  /** All output days that the touched days of followed tables reach. */
  private DaySet universe(JobSpec spec, InputSpan span) {
    List<DaySet> reached = new ArrayList<>();
    for (Table followed : spec.follows()) {
      Reach reach = spec.reachOf(followed);
      DaySet named = everNamed(followed);
      for (DaySet.Range stretch : span.of(reach).ranges()) {
        DaySet input = named.intersect(DaySet.between(stretch.from(), stretch.to()));
        reached.add(reach.outputDays(input).intersect(reach.bounds(stretch)));
      }
    }
    return DaySet.unionOf(reached).intersect(OF_TABLES);
  }

  /** What an entry leaves open is not named by it, but the rest of it is. */
  private DaySet everNamed(Table followed) {
    return DaySet.unionOf(
            journal.touches(followed.name()).stream().map(t -> t.days().bounded()).toList())
        .intersect(OF_TABLES);
  }

  private static void add(Map<Why, DaySet> reasons, Why why, DaySet days) {
    if (!days.isEmpty()) {
      reasons.merge(why, days, DaySet::union);
    }
  }

  private static void forget(Map<Why, DaySet> reasons, DaySet days) {
    reasons.replaceAll((why, set) -> set.minus(days));
    reasons.values().removeIf(DaySet::isEmpty);
  }

  /**
   * Jobs in waves: every job stands after those whose tables it reads; jobs of one wave don't need
   * each other. Fails on a cycle and on a table that two jobs write.
   */
  public static List<List<Job>> waves(List<Job> jobs) {
    Map<String, Job> writers = new LinkedHashMap<>();
    for (Job job : jobs) {
      for (Table table : job.spec().writes()) {
        Job other = writers.put(table.name(), job);
        if (other != null) {
          throw new IllegalStateException(
              "both %s and %s write %s".formatted(other.spec().name(), job.spec().name(), table));
        }
      }
    }
    List<List<Job>> waves = new ArrayList<>();
    Set<Job> placed = new HashSet<>();
    while (placed.size() < jobs.size()) {
      List<Job> wave =
          jobs.stream()
              .filter(j -> !placed.contains(j))
              .filter(
                  j ->
                      j.spec().inputNames().stream()
                          .map(writers::get)
                          .allMatch(w -> w == null || w == j || placed.contains(w)))
              .toList();
      if (wave.isEmpty()) {
        throw new IllegalStateException("jobs read each other in a circle");
      }
      placed.addAll(wave);
      waves.add(wave);
    }
    return waves;
  }
}
