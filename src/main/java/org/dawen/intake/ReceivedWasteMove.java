package org.dawen.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Layout;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/**
 * A move into or out of a store of hazardous waste as received: a line of the ledger of HJ
 * 1259-2022.
 *
 * @param massT t, below ten million, so that sums of a hundred thousand moves fit the ledger
 * @param manifestNo manifest of the transfer; null: none is named
 */
@OfTable(
    name = "received.waste_move",
    grain =
        "One row per record of a move into or out of a unit's store of hazardous waste; the day is"
            + " that of the move.",
    withoutKey = "a move may be in several files; the latest file with it counts",
    layout = Layout.BY_YEAR,
    sources = "landing/waste")
public record ReceivedWasteMove(
    String unitCode,
    String wasteCode,
    Direction move,
    @Day LocalDate dataDay,
    String batchNo,
    @Digits(value = 18, scale = 6) BigDecimal massT,
    @Nullable String manifestNo,
    Provenance provenance) {

  /** Which way the waste goes. */
  public enum Direction {
    /** Generated or taken over, into the store. */
    IN,
    /** Out of the store. */
    OUT;

    /** The word in tables. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
