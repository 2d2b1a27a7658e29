package org.dawen.source;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.dawen.source.HourLimit.Judged;
import org.dawen.source.HourLimit.Letter;
import org.dawen.standard.Confidence;

/**
 * The limits in force for an outlet and factor on a day, in the unit of the factor's values.
 *
 * @param unit as the limit says; null: there is none
 * @param warmDay limit of day means while the water is warmer than {@link #WARM}; null: the same
 */
record LimitsOfDay(String unit, HourLimit hour, DayLimit day, DayLimit warmDay) {
  static final LimitsOfDay NONE = new LimitsOfDay(null, HourLimit.NONE, DayLimit.NONE, null);

  /** Water temperature, HJ 212-2017 table B.1. */
  static final String WATER_TEMPERATURE = "w01010";

  /** °C above which the stricter limit of ammonia holds, GB 18918-2002 table 1 note. */
  static final BigDecimal WARM = new BigDecimal("12");

  /** Above every value a packet can carry. */
  private static final BigDecimal NO_UPPER_LIMIT = new BigDecimal("9999999999.99999999");

  private static final int DECIMALS = 8;
  private static final int DECIMALS_OF_OXYGEN = 3;

  static LimitsOfDay of(LimitsInForce.Period period) {
    String factorUnit = Units.ofFactor(period.pollutantCode());
    LimitInForce hour = period.hour();
    LimitInForce day = period.day();
    return new LimitsOfDay(
        Units.spelled((hour == null ? day : hour).unit()),
        hour == null ? HourLimit.NONE : hourLimit(hour, factorUnit),
        day == null ? DayLimit.NONE : dayLimit(day, day, factorUnit),
        day == null || period.warmDay() == null
            ? null
            : dayLimit(period.warmDay(), day, factorUnit));
  }

  /** There is a limit, and none that a value can be held against. */
  boolean areInOtherUnits() {
    return (hour.isSet() || day.isSet()) && !hour.judges() && !day.judges();
  }

  private static HourLimit hourLimit(LimitInForce hour, String factorUnit) {
    return new HourLimit(
        inFactorUnit(hour.upper(), hour, factorUnit),
        inFactorUnit(hour.lower(), hour, factorUnit),
        Judged.HOUR,
        oxygen(hour),
        hour.limitId(),
        hour.level(),
        Letter.valueOf(hour.confidence().letter()),
        hour.confidence() != Confidence.VERIFIED);
  }

  /** The upper limit of one, the rest of the other. */
  private static DayLimit dayLimit(LimitInForce upper, LimitInForce rest, String factorUnit) {
    return new DayLimit(
        inFactorUnit(upper.upper(), upper, factorUnit),
        inFactorUnit(rest.lower(), rest, factorUnit),
        upper.limitId(),
        oxygen(rest),
        Letter.valueOf(upper.confidence().letter()));
  }

  private static BigDecimal oxygen(LimitInForce limit) {
    BigDecimal percent = limit.referenceO2Percent();
    return percent == null ? null : percent.setScale(DECIMALS_OF_OXYGEN, RoundingMode.HALF_UP);
  }

  /** Null: there is none, or it cannot be converted, so that nothing is judged by it. */
  private static BigDecimal inFactorUnit(BigDecimal limit, LimitInForce of, String factorUnit) {
    BigDecimal factor = Units.toFactorUnit(of.unit(), factorUnit);
    return limit == null || factor == null
        ? null
        : limit.multiply(factor).min(NO_UPPER_LIMIT).setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }

  /**
   * The day limit by the day's water. Ammonia of municipal sewage works (GB 18918-2002 table 1):
   * above 12 °C the stricter limit holds; without a temperature the looser one stands.
   */
  DayLimit day(boolean isWaterWarm) {
    return isWaterWarm && warmDay != null && warmDay.dayLimitValue() != null ? warmDay : day;
  }
}
