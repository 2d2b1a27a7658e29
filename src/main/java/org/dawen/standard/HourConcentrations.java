package org.dawen.standard;

import java.math.BigDecimal;

/**
 * What an hour's index is made of: means of the hour. Null = not measured or not valid.
 *
 * @param so2UgM3 SO2, µg/m³
 * @param so2Mean24hUgM3 SO2, mean of the 24 hours up to this one, µg/m³; used only under HJ
 *     633-2012 and only if the hour exceeds 800
 * @param no2UgM3 NO2, µg/m³
 * @param pm10UgM3 PM10, µg/m³
 * @param coMgM3 CO, mg/m³
 * @param o3UgM3 O3, µg/m³
 * @param pm25UgM3 PM2.5, µg/m³
 */
public record HourConcentrations(
    BigDecimal so2UgM3,
    BigDecimal so2Mean24hUgM3,
    BigDecimal no2UgM3,
    BigDecimal pm10UgM3,
    BigDecimal coMgM3,
    BigDecimal o3UgM3,
    BigDecimal pm25UgM3) {}
