package org.dawen.intake;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.dawen.lake.Damage;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.Message;
import org.dawen.lake.Table;

/**
 * Whether the ledger of files is that of the tables beside it. One that is gone, or was put back as
 * it was some nights ago, does not know the files that gave rows since: they would be taken in
 * again, and their rows be there twice.
 */
public final class LostLedger {
  private LostLedger() {}

  /**
   * The ledger, if it is gone or too old. What intake writes names the version of the ledger it
   * found; the ledger has a newer one as soon as the run has closed it, and until then the run's
   * intents are left.
   *
   * @param booked newest version of a table that the journal knows; −1 if it knows none. Up to
   *     there the journal, which is younger than the ledger, tells what the ledger must hold
   */
  public static List<Damage> of(Lake lake, ToLongFunction<Table> booked) {
    // In the order in which a run writes, so that one at work meanwhile is no loss.
    Long found = null;
    Object witness = "";
    for (Table table : LandingIntake.written()) {
      Long said = ledgerVersion(lake, table, booked.applyAsLong(table));
      if (said != null && (found == null || said > found)) {
        found = said;
        witness = table.name();
      }
    }
    Intents intents = new Intents(lake, "");
    boolean isAnyOpen = !intents.left().isEmpty();
    Long noted = intents.ledgerVersion();
    long needed = found == null ? -1 : isAnyOpen ? found : found + 1;
    if (noted != null && noted > needed) {
      needed = noted;
      witness = Message.of("damage.killed-run");
    }
    long newest = lake.newestVersion(FileLedgerTables.LANDING_FILE);
    if (newest >= 0) {
      return newest >= needed
          ? booked.applyAsLong(FileLedgerTables.LANDING_FILE) < 0 ? goneBeside(lake) : List.of()
          : damage(
              Message.of(
                  "damage.ledger-older",
                  FileLedgerTables.LANDING_FILE,
                  lake.path(FileLedgerTables.LANDING_FILE),
                  witness,
                  newest,
                  needed));
    }
    // A first night that was killed before it closed the ledger has left intents.
    return isAnyOpen && needed < 0
        ? List.of()
        : LandingIntake.written().stream()
            .filter(lake::exists)
            .findFirst()
            .map(
                t ->
                    damage(
                        Message.of(
                            "damage.ledger-gone", FileLedgerTables.LANDING_FILE, lake.root(), t)))
            .orElse(List.of());
  }

  /**
   * Tables that files have filled, as the ledger says, and that are gone; for where the journal,
   * which would know of them, is gone, too. Of a feed of several tables all must be.
   */
  private static List<Damage> goneBeside(Lake lake) {
    List<Table> gone = LandingIntake.written().stream().filter(t -> !lake.exists(t)).toList();
    List<FileLedger.Entry> filled =
        new FileLedger(lake, "")
            .read().values().stream()
                .filter(e -> !e.isOpen() && e.is(LedgerEntry.Status.ACCEPTED))
                .toList();
    Set<Table> filledOnce = new LinkedHashSet<>();
    for (FileLedger.Entry e : filled) {
      if (e.feed().equals("registry") && e.row().recordCount() > e.rejects()) {
        filledOnce.add(RegistryFeed.describe(e.fileId()).table());
      } else if (!e.days().equals(DaySet.NONE) && gone.containsAll(Feeds.received(e.feed()))) {
        filledOnce.addAll(Feeds.received(e.feed()));
      }
    }
    return gone.stream()
        .filter(filledOnce::contains)
        .map(t -> new Damage(t, Message.of("damage.gone-but-filled", t, lake.path(t))))
        .toList();
  }

  private static List<Damage> damage(Message sentence) {
    return List.of(new Damage(FileLedgerTables.LANDING_FILE, sentence));
  }

  /** What the newest commit that says so says of the ledger; null if none does. */
  private static Long ledgerVersion(Lake lake, Table table, long booked) {
    return lake.newestVersion(table) <= booked
        ? null
        : lake.commitsAfter(table, booked).stream()
            .map(c -> c.ledgerVersion())
            .filter(v -> v != null)
            .reduce((a, b) -> b)
            .orElse(null);
  }
}
