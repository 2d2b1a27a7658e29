package org.dawen.source;

import java.math.BigDecimal;
import java.util.List;
import org.dawen.run.Settings;

/**
 * Screening thresholds of {@code source.suspect_series}; ours, in jobs/nightly.yaml.
 *
 * @param flatLineHours hours in a row with exactly the same mean
 * @param flatTopHours hours of a day just under the limit
 * @param flatTopShare share of the limit above which an hour lies just under it
 * @param flatTopSpread largest spread of these hours, as a share of the limit
 * @param copiedDaysBack how many days before are compared
 * @param copiedHours hours of the day with the same means
 * @param quantisedHours least hours with a mean
 * @param quantisedValues most distinct means in them
 * @param dilutionHours hours with high oxygen and low concentration
 * @param dilutionO2Points percentage points of oxygen above the day's median
 * @param dilutionFall share of the day's median below which the measured mean lies
 * @param nh3nHours hours with ammonia above total nitrogen
 * @param headingShare share of the limit above which a rising value heads over it
 * @param zsShare largest deviation of the converted mean from the recomputed one
 * @param zsFloor deviations up to this are rounding, mg/m³
 * @param massShare largest deviation of the amount from mean times flow
 * @param massFloor deviations up to this are rounding, kg
 * @param massHours hours with such a deviation
 */
record SuspectThresholds(
    int flatLineHours,
    int flatTopHours,
    BigDecimal flatTopShare,
    BigDecimal flatTopSpread,
    int copiedDaysBack,
    int copiedHours,
    int quantisedHours,
    int quantisedValues,
    int dilutionHours,
    BigDecimal dilutionO2Points,
    BigDecimal dilutionFall,
    int nh3nHours,
    BigDecimal headingShare,
    BigDecimal zsShare,
    BigDecimal zsFloor,
    BigDecimal massShare,
    BigDecimal massFloor,
    int massHours) {

  /** Days looked back at for copies: part of the job's reach, so not a setting. */
  static final int DAYS_BACK = 7;

  private static final String PREFIX = "source.suspect.";

  static final List<String> KEYS =
      java.util.stream.Stream.of(
              "flat_line_hours",
              "flat_top_hours",
              "flat_top_share",
              "flat_top_spread_share",
              "copied_day_hours",
              "quantised_hours",
              "quantised_values",
              "dilution_hours",
              "dilution_o2_points",
              "dilution_fall_share",
              "nh3n_above_tn_hours",
              "heading_share",
              "zs_deviation_share",
              "zs_deviation_floor_mg_m3",
              "mass_deviation_share",
              "mass_deviation_floor_kg",
              "mass_deviation_hours")
          .map(k -> PREFIX + k)
          .toList();

  static SuspectThresholds of(Settings s) {
    s.withoutNegative(KEYS);
    return new SuspectThresholds(
        s.whole(PREFIX + "flat_line_hours"),
        s.whole(PREFIX + "flat_top_hours"),
        s.decimal(PREFIX + "flat_top_share"),
        s.decimal(PREFIX + "flat_top_spread_share"),
        DAYS_BACK,
        s.whole(PREFIX + "copied_day_hours"),
        s.whole(PREFIX + "quantised_hours"),
        s.whole(PREFIX + "quantised_values"),
        s.whole(PREFIX + "dilution_hours"),
        s.decimal(PREFIX + "dilution_o2_points"),
        s.decimal(PREFIX + "dilution_fall_share"),
        s.whole(PREFIX + "nh3n_above_tn_hours"),
        s.decimal(PREFIX + "heading_share"),
        s.decimal(PREFIX + "zs_deviation_share"),
        s.decimal(PREFIX + "zs_deviation_floor_mg_m3"),
        s.decimal(PREFIX + "mass_deviation_share"),
        s.decimal(PREFIX + "mass_deviation_floor_kg"),
        s.whole(PREFIX + "mass_deviation_hours"));
  }
}
