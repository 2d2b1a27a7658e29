package org.dawen.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/** A day of a city's air as received. */
@OfTable(
    name = "received.air_city_day",
    grain = "One row per record of a city's day as received.",
    withoutKey = "revisions of one day stand side by side",
    sources = "landing/air")
public record ReceivedAirCityDay(
    String cityCode,
    @Nullable String cityName,
    @Day LocalDate dataDay,
    @Nullable @Digits(value = 14, scale = 6) BigDecimal so2UgM3,
    @Nullable @Digits(value = 14, scale = 6) BigDecimal no2UgM3,
    @Nullable @Digits(value = 14, scale = 6) BigDecimal coMgM3,
    @Nullable @Digits(value = 14, scale = 6) BigDecimal o3_8hUgM3,
    @Nullable @Digits(value = 14, scale = 6) BigDecimal pm10UgM3,
    @Nullable @Digits(value = 14, scale = 6) BigDecimal pm2_5UgM3,
    Provenance provenance) {}
