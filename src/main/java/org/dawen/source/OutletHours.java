package org.dawen.source;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dawen.registry.Medium;
import org.dawen.registry.Outlet;
import org.dawen.source.DeviceDay.FactorHour;
import org.dawen.standard.OxygenConversion;

/**
 * How hours of outlets are judged: by the enterprise's mark, the limit in force, and whether the
 * value may be judged at all.
 *
 * <p>Exceedance of an hour (小时值超标): strictly above the limit, so equal complies; pH outside its
 * range. Multiple (超标倍数) = value / limit − 1, none for pH. Recalled, clause not checked.
 */
final class OutletHours {
  private final LimitRegister limits;
  private final MarkRegister marks;

  OutletHours(LimitRegister limits, MarkRegister marks) {
    this.limits = limits;
    this.marks = marks;
  }

  /** The hours of a day with their verdicts. */
  List<OutletHour> judge(Outlet outlet, LocalDate day, List<FactorHour> hours) {
    boolean isWaterWarm = isWaterWarm(hours);
    return hours.stream().map(hour -> judge(outlet, day, hour, isWaterWarm)).toList();
  }

  /** Whether the mean of the hours of water temperature with flag N is above 12 °C. */
  private static boolean isWaterWarm(List<FactorHour> hours) {
    BigDecimal sum = BigDecimal.ZERO;
    int count = 0;
    for (FactorHour hour : hours) {
      Group group = hour.group();
      if (hour.pollutantCode().equals(LimitsOfDay.WATER_TEMPERATURE)
          && group.isNormal()
          && group.avgValue() != null) {
        sum = sum.add(group.avgValue());
        count++;
      }
    }
    return count > 0 && sum.compareTo(LimitsOfDay.WARM.multiply(BigDecimal.valueOf(count))) > 0;
  }

  /**
   * An hour with its verdict.
   *
   * @param isWaterWarm whether the day's water is warmer than {@link LimitsOfDay#WARM}
   */
  OutletHour judge(Outlet outlet, LocalDate day, FactorHour hour, boolean isWaterWarm) {
    String code = hour.pollutantCode();
    LimitsOfDay inForce = limits.on(outlet.outletCode(), code, day);
    HourLimit limit = inForce.hour();
    DayLimit dayLimit = inForce.day(isWaterWarm);
    String factorUnit = Units.ofFactor(code);
    String unit = factorUnit != null ? factorUnit : inForce.unit();
    String mark = marks.kind(outlet.outletCode(), code, hour.hourStart());
    boolean isOxygenMarked = marks.isOxygenMarked(outlet.outletCode(), hour.hourStart());
    BigDecimal o2Percent = isOxygenMarked ? null : hour.o2Percent();
    MeasuredValue value =
        new MeasuredValue(hour.group().avgValue(), hour.group().zsAvgValue(), o2Percent);
    // One value is shown, that of the hour limit; of the day limit where only that one judges.
    boolean isOfDayLimit = dayLimit.judges() && !limit.judges() || !limit.isSet();
    BigDecimal referenceToShow =
        isOfDayLimit ? dayLimit.dayReferenceO2Percent() : limit.referenceO2Percent();
    Unjudgeable reason = reason(outlet.medium(), hour, mark, unit, value, referenceToShow, inForce);
    boolean isJudgeable = reason == null;
    boolean isJudged = isJudgeable && (limit.judges() || dayLimit.judges());
    boolean isHourJudged = isJudgeable && limit.judges();
    BigDecimal judgedValue = isJudged ? value.value(referenceToShow) : null;
    return new OutletHour(
        outlet.outletCode(),
        code,
        hour.hourStart(),
        day,
        outlet.enterpriseCode(),
        outlet.countyCode(),
        outlet.medium(),
        unit,
        hour.group(),
        mark,
        o2Percent,
        hour.validMinutes(),
        isJudgeable,
        reason,
        judgedValue,
        isJudged ? value.basis(referenceToShow) : null,
        limit,
        isHourJudged
            ? value.isOutside(referenceToShow, limit.limitValue(), limit.lowerLimitValue())
            : null,
        isHourJudged ? Multiple.of(judgedValue, limit.limitValue(), limit.lowerLimitValue()) : null,
        dayLimit,
        isJudgeable ? isAboveDayLimit(value, dayLimit) : null,
        hour.receipt());
  }

  /**
   * The first reason against judging a value: the flag of HJ 212-2017 table 8, the enterprise's
   * mark, minutes, a missing value, oxygen that does not allow the conversion the limit asks for,
   * an impossible value, limits in other units; null: it may be judged.
   */
  private static Unjudgeable reason(
      Medium medium,
      FactorHour hour,
      String mark,
      String unit,
      MeasuredValue value,
      BigDecimal reference,
      LimitsOfDay limits) {
    if (hour.group().dataFlag() == null) {
      return Unjudgeable.FLAG_MISSING;
    }
    if (!hour.group().isNormal()) {
      return Unjudgeable.FLAG_NOT_NORMAL;
    }
    if (mark != null) {
      return Unjudgeable.MARKED;
    }
    if (medium == Medium.GAS && MinuteRecords.isTooFew(hour.validMinutes())) {
      return Unjudgeable.MINUTES_TOO_FEW;
    }
    if (medium == Medium.WATER && hour.abnormalMinuteRecords() > 0) {
      return Unjudgeable.MINUTES_ABNORMAL;
    }
    if (value.isMissing(reference)) {
      return Unjudgeable.VALUE_MISSING;
    }
    if (reference != null && value.isOxygenOutOfRange(reference) || isOxygenOfAir(hour)) {
      return Unjudgeable.O2_OUT_OF_RANGE;
    }
    if (value.basis(reference) == MeasuredValue.Basis.ZS_COMPUTED && value.o2Percent() == null) {
      return Unjudgeable.O2_MISSING;
    }
    if (Units.isNeverNegative(unit) && (isNegative(value.avg()) || isNegative(value.zsAvg()))) {
      return Unjudgeable.NEGATIVE_VALUE;
    }
    return limits.areInOtherUnits() ? Unjudgeable.LIMIT_UNIT_MISMATCH : null;
  }

  /** An oxygen of 21 % and more is no reading of flue gas; the row of the oxygen itself. */
  private static boolean isOxygenOfAir(FactorHour hour) {
    return hour.pollutantCode().equals(DeviceDay.OXYGEN)
        && hour.group().avgValue() != null
        && hour.group().avgValue().compareTo(OxygenConversion.OXYGEN_OF_AIR) >= 0;
  }

  private static boolean isNegative(BigDecimal number) {
    return number != null && number.signum() < 0;
  }

  /** Null where there is no day limit, or the value it judges cannot be had. */
  private static Boolean isAboveDayLimit(MeasuredValue value, DayLimit dayLimit) {
    BigDecimal reference = dayLimit.dayReferenceO2Percent();
    return dayLimit.judges() && value.isConvertible(reference)
        ? value.isOutside(reference, dayLimit.dayLimitValue(), dayLimit.dayLowerLimitValue())
        : null;
  }
}
