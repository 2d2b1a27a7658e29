package org.dawen.standard;

import java.math.BigDecimal;

/**
 * What a day's index is made of: means of 24 hours, the largest 8-hour ozone mean and the largest
 * ozone hour, as computed and not rounded. Null = not measured or not valid.
 *
 * @param so2UgM3 SO2, µg/m³
 * @param no2UgM3 NO2, µg/m³
 * @param pm10UgM3 PM10, µg/m³
 * @param coMgM3 CO, mg/m³
 * @param o38hUgM3 O3, largest 8-hour mean, µg/m³
 * @param o31hMaxUgM3 O3, largest hour, µg/m³
 * @param pm25UgM3 PM2.5, µg/m³
 */
public record DayConcentrations(
    BigDecimal so2UgM3,
    BigDecimal no2UgM3,
    BigDecimal pm10UgM3,
    BigDecimal coMgM3,
    BigDecimal o38hUgM3,
    BigDecimal o31hMaxUgM3,
    BigDecimal pm25UgM3) {}
