package org.dawen.source;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;

/** What days and screening need of an outlet's hour, from {@code source.outlet_hour}. */
record HourOfOutlet(
    String outletCode,
    String pollutantCode,
    LocalDateTime hourStart,
    LocalDate dataDay,
    @Nullable String enterpriseCode,
    @Nullable String countyCode,
    @Nullable String unit,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal avgValue,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal zsAvgValue,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal couValue,
    @Nullable String dataFlag,
    @Nullable String markKind,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal o2Percent,
    boolean isJudgeable,
    @Nullable @Digits(value = 20, scale = 10) BigDecimal judgedValue,
    @Nullable MeasuredValue.Basis valueBasis,
    HourLimit limit,
    @Nullable Boolean isAboveLimit,
    DayLimit dayLimit) {
  static final Comparator<HourOfOutlet> ORDER =
      Comparator.comparing(HourOfOutlet::hourStart).thenComparing(HourOfOutlet::pollutantCode);

  boolean isNormal() {
    return Group.NORMAL.equals(dataFlag);
  }

  boolean isFlow() {
    return Units.FLOWS.contains(pollutantCode);
  }

  /** Whether an hour or a day limit is in force. */
  boolean isLimited() {
    return limit.isSet() || dayLimit.isSet();
  }

  boolean isShutDown() {
    return Shutdowns.isShutDown(dataFlag, markKind);
  }

  MeasuredValue measured() {
    return new MeasuredValue(avgValue, zsAvgValue, o2Percent);
  }

  /** The amount in kilograms; null: none was sent, or it is no mass. */
  BigDecimal massKg() {
    return Units.massInKilograms(pollutantCode, couValue);
  }
}
