package org.dawen.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Layout;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;
import org.dawen.standard.GroundItem;

/** An item of a sample of ground water as received. */
@OfTable(
    name = "received.ground",
    grain = "One row per record and item of a sample of ground water as received.",
    withoutKey = "revisions of one value stand side by side",
    layout = Layout.BY_YEAR,
    sources = "landing/ground")
public record ReceivedGround(
    String pointCode,
    LocalDateTime sampledAt,
    @Day LocalDate dataDay,
    GroundItem item,
    @Nullable @Digits(value = 28, scale = 16) BigDecimal measuredValue,
    boolean isBelowDetection,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal detectionLimitValue,
    Provenance provenance) {}
