package org.dawen.standard;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * A limit of ambient air (环境空气污染物浓度限值), GB 3095.
 *
 * @param pollutantCode SO2, NO2, CO, O3, PM10, PM2_5, TSP, NOX, PB or BAP
 * @param period averaging time
 * @param grade 1 or 2 (一级, 二级)
 * @param limitValue in {@code unit}; equal to it complies
 * @param unit {@code ug/m3}, or {@code mg/m3} for CO
 * @param provision where it comes from and when it holds
 */
public record AirLimit(
    String pollutantCode,
    AveragingPeriod period,
    int grade,
    BigDecimal limitValue,
    String unit,
    Provision provision)
    implements Serializable {}
