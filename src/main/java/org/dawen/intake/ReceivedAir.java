package org.dawen.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Layout;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/** An hour of an air station as received. */
@OfTable(
    name = "received.air",
    grain = "One row per record of an air station's hour as received.",
    withoutKey = "revisions of one hour stand side by side",
    layout = Layout.BY_YEAR,
    sources = "landing/air")
public record ReceivedAir(
    String stationCode,
    LocalDateTime hourStart,
    @Day LocalDate dataDay,
    @Nullable @Digits(value = 14, scale = 6) BigDecimal so2UgM3,
    @Nullable @Digits(value = 14, scale = 6) BigDecimal no2UgM3,
    @Nullable @Digits(value = 14, scale = 6) BigDecimal coMgM3,
    @Nullable @Digits(value = 14, scale = 6) BigDecimal o3UgM3,
    @Nullable @Digits(value = 14, scale = 6) BigDecimal pm10UgM3,
    @Nullable @Digits(value = 14, scale = 6) BigDecimal pm2_5UgM3,
    @Nullable Integer publishedAqi,
    @Nullable String publishedPrimaryPollutant,
    @Nullable String publishedClass,
    Provenance provenance) {}
