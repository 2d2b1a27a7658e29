package org.dawen.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Layout;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/** Wind and rain of an hour of a weather station as received. */
@OfTable(
    name = "received.weather",
    grain = "One row per record of an hour of a weather station as received.",
    withoutKey = "revisions of one value stand side by side",
    layout = Layout.BY_YEAR,
    sources = "landing/noise")
public record ReceivedWeather(
    String weatherStationCode,
    LocalDateTime hourStart,
    @Day LocalDate dataDay,
    @Nullable @Digits(value = 8, scale = 4) BigDecimal windMS,
    @Nullable @Digits(value = 8, scale = 4) BigDecimal rainMm,
    Provenance provenance) {}
