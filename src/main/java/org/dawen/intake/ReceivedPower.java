package org.dawen.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Layout;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/** What a meter sent: the energy of an interval, or a reading of its register. */
@OfTable(
    name = "received.power",
    grain = "One row per record of a meter as received: an interval, or a register reading.",
    withoutKey = "revisions of one interval stand side by side",
    layout = Layout.BY_MONTH,
    sources = "landing/power")
public record ReceivedPower(
    String meterCode,
    @Nullable LocalDateTime intervalStartSent,
    LocalDateTime intervalEnd,
    @Day LocalDate dataDay,
    @Nullable @Digits(value = 16, scale = 6) BigDecimal energyKwh,
    @Nullable @Digits(value = 16, scale = 6) BigDecimal registerKwh,
    @Nullable @Digits(value = 14, scale = 6) BigDecimal powerKw,
    @Nullable @Digits(value = 14, scale = 6) BigDecimal currentA,
    @Nullable @Digits(value = 14, scale = 6) BigDecimal voltageV,
    @Nullable @Digits(value = 14, scale = 6) BigDecimal uaV,
    @Nullable @Digits(value = 14, scale = 6) BigDecimal ubV,
    @Nullable @Digits(value = 14, scale = 6) BigDecimal ucV,
    @Nullable @Digits(value = 14, scale = 6) BigDecimal iaA,
    @Nullable @Digits(value = 14, scale = 6) BigDecimal ibA,
    @Nullable @Digits(value = 14, scale = 6) BigDecimal icA,
    Provenance provenance) {}
