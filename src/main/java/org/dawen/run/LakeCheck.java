package org.dawen.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.dawen.lake.Commit;
import org.dawen.lake.Damage;
import org.dawen.lake.Lake;
import org.dawen.lake.LakeInspection;
import org.dawen.lake.Message;
import org.dawen.lake.Table;

/**
 * Whether the tables are what runs of Dawen left. A table that is damaged, and one that only Dawen
 * writes and somebody else changed, is healed by a person's command before anything is taken in: it
 * would be doubled or emptied without a word. A result that somebody changed is recreated.
 */
public final class LakeCheck {
  private final Lake lake;
  private final List<Table> guarded;
  private final List<Table> results;
  private final Function<ToLongFunction<Table>, List<Damage>> lost;

  /**
   * A check of some tables.
   *
   * @param intake tables that intake writes
   * @param lost tables of intake that must be there, or be newer, because others are; asked with
   *     the versions that the journal knows
   * @param results tables that jobs write
   */
  public LakeCheck(
      Lake lake,
      Collection<Table> intake,
      Function<ToLongFunction<Table>, List<Damage>> lost,
      Collection<Table> results) {
    this.lake = lake;
    this.lost = lost;
    this.guarded = new ArrayList<>(intake);
    this.guarded.add(OpsTables.DATA_CHECK);
    this.results = List.copyOf(results);
  }

  /** Every table whose commits the journal books. */
  List<Table> booked() {
    List<Table> tables = new ArrayList<>(guarded);
    tables.addAll(results);
    return tables;
  }

  /** Every table that is no result, the journal among them. */
  List<Table> ofIntakeAndRuns() {
    List<Table> tables = new ArrayList<>(guarded);
    tables.add(OpsTables.JOB_RUN);
    return tables;
  }

  /** Every table that jobs write. */
  List<Table> results() {
    return results;
  }

  /** Tables whose log or data files are damaged, the journal's among them. */
  public List<Damage> damaged(LakeInspection.Depth depth) {
    List<Table> tables = booked();
    tables.add(OpsTables.JOB_RUN);
    return LakeInspection.of(lake, tables, depth);
  }

  /**
   * What somebody else did.
   *
   * @param guarded tables of intake and of the checks that are gone or were changed
   * @param results results that are gone or were changed
   * @param journal why every day of every job is due; null if the journal is as it was left
   */
  public record Outside(List<Damage> guarded, List<Damage> results, Message journal) {}

  /** What somebody else did, for a lake whose tables are not damaged. */
  public Outside outside() {
    return outside(new Journal(lake, ""));
  }

  Outside outside(Journal journal) {
    Message ofJournal = journal.outside();
    if (journal.isEmpty() && ofJournal == null) {
      ofJournal =
          booked().stream()
              .filter(lake::exists)
              .findFirst()
              .map(t -> Message.of("damage.journal-empty", OpsTables.JOB_RUN, t))
              .orElse(null);
    }
    List<Damage> ofGuarded = new ArrayList<>(outside(journal, guarded));
    lost.apply(t -> bookedVersion(journal.lastTouch(t))).stream()
        .filter(l -> ofGuarded.stream().noneMatch(d -> d.table().equals(l.table())))
        .forEach(ofGuarded::add);
    return new Outside(ofGuarded, outside(journal, results), ofJournal);
  }

  private List<Damage> outside(Journal journal, List<Table> tables) {
    return tables.parallelStream()
        .map(t -> new Damage(t, outside(lake, t, journal.lastTouch(t))))
        .filter(d -> d.sentence() != null)
        .toList();
  }

  private static long bookedVersion(JournalEntry.Touch booked) {
    return booked == null ? -1 : booked.version();
  }

  /**
   * How a table differs from what the journal and later commits of Dawen tell.
   *
   * @param booked the journal's last word on the table; null if it has none
   * @return a sentence; null if it does not differ
   */
  static Message outside(Lake lake, Table table, JournalEntry.Touch booked) {
    long bookedVersion = bookedVersion(booked);
    long newest = lake.newestVersion(table);
    if (newest < 0 && bookedVersion >= 0) {
      return Message.of("damage.gone", table, lake.path(table));
    }
    if (newest < bookedVersion) {
      return Message.of("damage.log-ends", table, lake.path(table), newest, bookedVersion);
    }
    if (booked != null && bookedVersion >= 0 && !booked.commit().isEmpty()) {
      String stored = lake.commitHash(table, bookedVersion);
      if (!stored.isEmpty() && !stored.equals(booked.commit())) {
        return Message.of("damage.replaced", table, lake.path(table), bookedVersion);
      }
    }
    if (newest == bookedVersion) {
      return null;
    }
    return lake.commitsAfter(table, bookedVersion).stream()
        .filter(Commit::isForeign)
        .findFirst()
        .map(c -> Message.of("damage.changed", table, c.version(), c.job()))
        .orElse(null);
  }
}
