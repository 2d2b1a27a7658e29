package org.dawen.waste;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Layout;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/**
 * A manifest, put together from its records: what was sent, what was received, what the sender's
 * ledger says went out with it.
 *
 * @param unitCode the sender
 * @param sentOn null: only the receipt is given
 * @param receivedOn null: not received, or not given
 * @param differenceT received less sent; null: one of the two is not given
 * @param underwayDays days from sending to receipt; null: one of the two is not given
 * @param ledgerOutT what the sender's ledger has out of store with this manifest; null: no move
 *     names it
 */
@OfTable(
    name = "waste.manifest",
    grain =
        "One row per sender, manifest and kind of waste; the day is that of the receipt, of what is"
            + " not received that of the sending.",
    layout = Layout.BY_YEAR,
    sources = {"received.waste_manifest", "received.waste_move", "registry.waste_unit"})
public record Manifest(
    @Key String unitCode,
    @Key String manifestNo,
    @Key String wasteCode,
    @Day LocalDate dataDay,
    @Nullable String countyCode,
    @Nullable LocalDate sentOn,
    @Nullable @Digits(value = 18, scale = 6) BigDecimal sentT,
    @Nullable String toUnitCode,
    @Nullable LocalDate receivedOn,
    @Nullable @Digits(value = 18, scale = 6) BigDecimal receivedT,
    @Nullable @Digits(value = 18, scale = 6) BigDecimal differenceT,
    @Nullable Integer underwayDays,
    @Nullable @Digits(value = 18, scale = 6) BigDecimal ledgerOutT,
    long recordCount,
    String fileId,
    long recordNo) {}
