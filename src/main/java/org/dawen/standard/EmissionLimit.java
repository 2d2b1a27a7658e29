package org.dawen.standard;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Set;

/**
 * A limit of an emission standard (排放限值).
 *
 * @param limitId stable name, as in {@code GB13223-2011/coal_boiler_new/a21002/hour}
 * @param level {@code national}, {@code local} (地方标准), or {@code policy} (not law: no exceedance
 *     follows from it alone)
 * @param medium {@code gas} or {@code water}
 * @param industryCodes four-digit codes of GB/T 4754-2017; empty = every industry
 * @param sourceTypes kinds of source, as in {@code coal_boiler_new}; empty = every source
 * @param zoneCode {@code core}, {@code key} or {@code general} control zone; null = every zone
 * @param pollutantCode factor code of HJ 212, as in {@code a21026}
 * @param limitValue upper limit in {@code unit}; equal to it complies
 * @param lowerLimitValue lower limit in {@code unit}, pH only; null = none
 * @param unit mg/m3, mg/L, pH, times or /L
 * @param period {@code hour} or {@code day}: the mean that is judged
 * @param referenceO2Percent oxygen to which the concentration is converted, %; null = no conversion
 * @param referenceO2Confidence how well that oxygen is known; null with it
 * @param condition what must hold besides, as in {@code water_temperature_above_12}; null = nothing
 * @param provision where it comes from and when it holds
 */
public record EmissionLimit(
    String limitId,
    String level,
    String medium,
    Set<String> industryCodes,
    Set<String> sourceTypes,
    String zoneCode,
    String pollutantCode,
    BigDecimal limitValue,
    BigDecimal lowerLimitValue,
    String unit,
    String period,
    BigDecimal referenceO2Percent,
    Confidence referenceO2Confidence,
    String condition,
    Provision provision)
    implements Serializable {}
