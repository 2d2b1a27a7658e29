package org.dawen.source;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Layout;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;
import org.dawen.registry.Medium;

/** An hour of an outlet's factor: the group in force, whether it may be judged, the verdict. */
@OfTable(
    name = "source.outlet_hour",
    grain =
        "One row per registered outlet, factor and hour received: the group in force, whether it"
            + " may be judged, and the limit in force.",
    layout = Layout.BY_MONTH,
    sources = {
      "received.hj212",
      "registry.outlet",
      "registry.limit",
      "registry.mark",
      "standards/emission_limits.csv",
      "standards/hj212_factors.csv"
    },
    warnings = {
      "Self-reported by the enterprise's device",
      "Changes when late or corrected packets arrive",
      "Many limits of standards are recalled, not checked against the text: see limit_confidence",
      "An hour above a day limit is a screening hit, not an exceedance"
    })
public record OutletHour(
    @Key String outletCode,
    @Key String pollutantCode,
    @Key LocalDateTime hourStart,
    @Day LocalDate dataDay,
    @Nullable String enterpriseCode,
    @Nullable String countyCode,
    @Nullable Medium medium,
    @Nullable String unit,
    Group group,
    @Nullable String markKind,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal o2Percent,
    @Nullable Integer validMinutes,
    boolean isJudgeable,
    @Nullable Unjudgeable unjudgeableReason,
    @Nullable @Digits(value = 20, scale = 10) BigDecimal judgedValue,
    @Nullable MeasuredValue.Basis valueBasis,
    HourLimit limit,
    @Nullable Boolean isAboveLimit,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal timesOverLimit,
    DayLimit dayLimit,
    @Nullable Boolean isAboveDayLimit,
    Receipt receipt) {

  boolean isAbove() {
    return Boolean.TRUE.equals(isAboveLimit);
  }

  /** Judged, and within the limit. */
  boolean complies() {
    return Boolean.FALSE.equals(isAboveLimit);
  }
}
