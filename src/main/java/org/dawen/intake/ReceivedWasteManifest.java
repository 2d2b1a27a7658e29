package org.dawen.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Layout;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/**
 * What a record says of a manifest of hazardous waste (危险废物转移联单): the sending, the receipt, or
 * both.
 *
 * @param dataDay day of the receipt, or of the sending if none is given
 * @param sentOn null: the record gives the receipt alone
 * @param receivedOn null: not received, or not given
 */
@OfTable(
    name = "received.waste_manifest",
    grain =
        "One row per record of a manifest of hazardous waste; the day is that of the receipt, or of"
            + " the sending where none is given.",
    withoutKey = "sending and receipt may be in several records; item by item the latest counts",
    layout = Layout.BY_YEAR,
    sources = "landing/waste")
public record ReceivedWasteManifest(
    String manifestNo,
    String fromUnitCode,
    String wasteCode,
    @Day LocalDate dataDay,
    @Nullable LocalDate sentOn,
    @Nullable @Digits(value = 18, scale = 6) BigDecimal sentT,
    @Nullable String toUnitCode,
    @Nullable LocalDate receivedOn,
    @Nullable @Digits(value = 18, scale = 6) BigDecimal receivedT,
    Provenance provenance) {}
