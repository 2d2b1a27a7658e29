package org.dawen.power;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;
import org.dawen.registry.AlertLevel;
import org.dawen.registry.PlanAction;

/** How an enterprise answered an alert on a day. */
@OfTable(
    name = "power.response_day",
    grain =
        "One row per enterprise, alert and day: what its plan asks for and what its meters say.",
    sources = {
      "power.meter_day",
      "power.meter_interval",
      "registry.alert",
      "registry.response_plan",
      "registry.holiday"
    },
    warnings = {
      "Screening: the required cut is the plan's, the way to judge it ours",
      "Where there is no verdict the enterprise has not passed"
    })
public record ResponseDay(
    @Key(1) String enterpriseCode,
    @Key(3) AlertLevel level,
    @Key(2) LocalDateTime alertStartsAt,
    @Nullable LocalDateTime alertEndsAt,
    @Key(4) String alertAreaCode,
    @Key(5) @Day LocalDate dataDay,
    PlanAction action,
    @Nullable @Digits(value = 6, scale = 3) BigDecimal requiredCutPercent,
    @Nullable String meterCodes,
    int alertHourCount,
    int judgedHourCount,
    @Digits(value = 9, scale = 4) BigDecimal coveragePercent,
    int cleanDayCount,
    @Nullable @Digits(value = 28, scale = 10) BigDecimal baselineKwh,
    @Nullable @Digits(value = 18, scale = 6) BigDecimal actualKwh,
    @Nullable @Digits(value = 18, scale = 6) BigDecimal achievedCutPercent,
    @Nullable @Digits(value = 12, scale = 6) BigDecimal runningMinutes,
    Verdict verdict) {

  /** How an enterprise answered an alert, in the order in which the reasons are asked. */
  enum Verdict {
    /** The plan names no meter. */
    NO_METER,
    /** The plan asks for a cut but not by how much. */
    NO_CUT_NAMED,
    /** The plan names a meter the registry does not have that day. */
    UNKNOWN_METER,
    /** Ran although it had to stop, or cut less than required. */
    NOT_MET,
    /** The day is a holiday of the registry, for which there is no like day. */
    HOLIDAY,
    /** Fewer clean days of the same weekday than a baseline needs. */
    TOO_FEW_CLEAN_DAYS,
    /** Too few hours of the alert with data on the day and in the baseline. */
    TOO_LITTLE_COVERAGE,
    /** Stopped, or cut as required. */
    MET
  }
}
