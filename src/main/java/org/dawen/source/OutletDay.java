package org.dawen.source;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Layout;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;
import org.dawen.registry.Medium;
import org.dawen.source.HourLimit.Letter;

/** A day of an outlet's factor. */
@OfTable(
    name = "source.outlet_day",
    grain =
        "One row per outlet, pollutant and day that is due or was received: the day's mean, its"
            + " verdict, and the mass.",
    layout = Layout.BY_YEAR,
    sources = {"source.outlet_hour", "registry.outlet", "registry.limit", "registry.mark"},
    warnings = {
      "Self-reported by the enterprise's device",
      "A day is due if any registered outlet of the city sent hours for it, or for one of the seven"
          + " days after it",
      "Of the last day the substitution is preliminary: a failure may go on",
      "Provisional where the limit is not verified"
    })
public record OutletDay(
    @Key String outletCode,
    @Key String pollutantCode,
    @Key @Day LocalDate dataDay,
    @Nullable String enterpriseCode,
    @Nullable String countyCode,
    @Nullable Medium medium,
    @Nullable String unit,
    Mean mean,
    Limit limit,
    Verdict verdict,
    @Nullable @Digits(value = 18, scale = 6) BigDecimal massKg,
    Substituted substituted,
    @Nullable @Digits(value = 18, scale = 6) BigDecimal totalMassKg) {

  /** Hours of the day, and their mean. */
  record Mean(
      long dueHours,
      long receivedHours,
      long validHours,
      boolean isValidDay,
      @Nullable @Digits(value = 20, scale = 10) BigDecimal dayMeanValue,
      @Nullable Basis dayMeanBasis) {}

  /** What a day's mean is made of. */
  public enum Basis {
    /** Mean of measured hour means. */
    AVG,
    /** Mean of hour means converted to the reference oxygen. */
    ZS_AVG,
    /** Mean weighted by the hour's flow. */
    FLOW_WEIGHTED
  }

  /** The day limit in force. */
  record Limit(
      @Nullable @Digits(value = 18, scale = 8) BigDecimal dayLimitValue,
      @Nullable @Digits(value = 18, scale = 8) BigDecimal dayLowerLimitValue,
      @Nullable String dayLimitId,
      @Nullable Letter dayLimitConfidence) {}

  /** What hours and day say together. */
  record Verdict(
      @Nullable Boolean isDayAboveLimit,
      @Nullable @Digits(value = 18, scale = 8) BigDecimal dayTimesOverLimit,
      long judgedHours,
      long exceedingHours,
      @Nullable Boolean isCompliant,
      @Nullable Boolean isCompliantConfirmed,
      @Nullable Boolean isProvisional) {}

  /** The substitute for the mass of lost hours. */
  record Substituted(
      long substitutedHours,
      @Nullable @Digits(value = 18, scale = 6) BigDecimal substitutedMassKg,
      @Nullable String substitutionRule,
      @Nullable @Digits(value = 12, scale = 6) BigDecimal captureRatePercent) {
    static final Substituted NONE = new Substituted(0, null, null, null);
  }
}
