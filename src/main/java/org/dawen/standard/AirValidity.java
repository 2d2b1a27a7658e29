package org.dawen.standard;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What a statistic of ambient air must fulfil to be valid, GB 3095 table 4 and HJ 663: minimum
 * minutes, hours, windows, days, and the percentiles of evaluation.
 */
public final class AirValidity {

  private static final String FILE = "air_validity.csv";

  private AirValidity() {}

  /**
   * One requirement.
   *
   * @param pollutantCodes pollutants it holds for
   * @param statistic hour, mean_8h, day, day_max_8h, day_max_1h, month, quarter, year, percentile
   *     or area_day
   * @param requirement what is required, as in {@code minimum_hours}
   * @param value in {@code unit}
   * @param unit min, h, d, windows, fraction or ug/m3
   * @param provision where it comes from and when it holds
   */
  public record Requirement(
      Set<String> pollutantCodes,
      String statistic,
      String requirement,
      BigDecimal value,
      String unit,
      Provision provision)
      implements Serializable {}

  /** All rows in the order of the table. */
  public static List<Requirement> all() {
    return Loaded.ALL;
  }

  /**
   * The requirement in force on a data day.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Requirement inForce(
      AirPollutant pollutant, String statistic, String requirement, LocalDate dataDay) {
    for (Requirement row : Loaded.ALL) {
      if (row.statistic().equals(statistic)
          && row.requirement().equals(requirement)
          && row.pollutantCodes().contains(pollutant.name())
          && row.provision().isInForce(dataDay)) {
        return row;
      }
    }
    throw new IllegalArgumentException(
        "No "
            + requirement
            + " of "
            + statistic
            + " is in force on "
            + dataDay
            + " for "
            + pollutant
            + ". See standards/"
            + FILE
            + ".");
  }

  /** Reads the table on first use. */
  private static final class Loaded {
    static final List<Requirement> ALL =
        StandardTable.read(FILE)
            .requireDisjointPeriods("pollutants", "statistic", "requirement")
            .rows()
            .stream()
            .map(
                row ->
                    new Requirement(
                        row.texts("pollutants"),
                        row.text("statistic"),
                        row.text("requirement"),
                        row.decimal("value"),
                        row.text("unit"),
                        row.provision()))
            .toList();
  }
}
