package org.dawen.standard;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a statistic of ambient air must fulfil to be valid, GB 3095 table 4 and HJ 663: minimum
 * minutes, hours, windows, days, and the percentiles of evaluation.
 *
 * @param pollutantCodes pollutants it holds for
 * @param statistic hour, mean_8h, day, day_max_8h, day_max_1h, month, quarter, year, percentile or
 *     area_day
 * @param requirement what is required, as in {@code minimum_hours}
 * @param value in {@code unit}
 * @param unit min, h, d, windows, fraction or ug/m3
 * @param provision where it comes from and when it holds
 */
public record AirValidity(
    Set<String> pollutantCodes,
    String statistic,
    String requirement,
    BigDecimal value,
    String unit,
    Provision provision)
    implements Dated, Serializable {
  private static final String FILE = "air_validity.csv";
  static final List<AirValidity> ALL =
      StandardTable.read(
          FILE,
          row ->
              new AirValidity(
                  row.texts("pollutants"),
                  row.text("statistic"),
                  row.text("requirement"),
                  row.decimal("value"),
                  row.text("unit"),
                  row.provision()),
          "pollutants",
          "statistic",
          "requirement");

  /** The requirement in force on a data day; empty if there is none. */
  public static Optional<AirValidity> find(
      AirPollutant pollutant, String statistic, String requirement, LocalDate dataDay) {
    return Dated.inForce(
        ALL,
        dataDay,
        r ->
            r.statistic.equals(statistic)
                && r.requirement.equals(requirement)
                && r.pollutantCodes.contains(pollutant.name()));
  }

  /**
   * The requirement in force on a data day.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static AirValidity inForce(
      AirPollutant pollutant, String statistic, String requirement, LocalDate dataDay) {
    return find(pollutant, statistic, requirement, dataDay)
        .orElseThrow(
            () ->
                Dated.none(
                    "%s of %s for %s".formatted(requirement, statistic, pollutant), dataDay, FILE));
  }
}
