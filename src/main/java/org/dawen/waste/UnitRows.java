package org.dawen.waste;

import java.util.List;
import java.util.SortedSet;
import org.dawen.intake.ReceivedWasteManifest;
import org.dawen.intake.ReceivedWasteMove;
import org.dawen.run.Out;

/** The rows of all tables of one unit. */
final class UnitRows {
  private UnitRows() {}

  /**
   * Gives every row that follows from what was received of a unit.
   *
   * @param years the years in which any unit has moves
   */
  static void give(
      String unit,
      List<ReceivedWasteMove> received,
      List<ReceivedWasteManifest> receivedManifests,
      Units units,
      Findings.Horizon horizon,
      SortedSet<Integer> years,
      Out out) {
    List<Move> moves = Move.counting(received);
    List<Store> stores = Store.of(unit, moves, units);
    List<Manifest> manifests =
        Manifests.of(unit, receivedManifests, Manifests.outOfStore(moves), units);
    for (Store store : stores) {
      store.days().forEach(out::give);
      store.batches(units).forEach(out::give);
    }
    manifests.forEach(out::give);
    Findings.of(unit, units, horizon, moves, stores, manifests).forEach(out::give);
    years.forEach(y -> ManagementClasses.of(units, moves, y).ifPresent(out::give));
  }
}
