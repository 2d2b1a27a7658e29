package org.dawen.standard;

import java.time.LocalDate;
import java.util.List;

/** The limits of ambient air of GB 3095-2012 and GB 3095-2026 with their periods of validity. */
public final class AirLimits {

  private static final String FILE = "air_limits.csv";

  private AirLimits() {}

  /** All rows in the order of the table. */
  public static List<AirLimit> all() {
    return Loaded.ALL;
  }

  /**
   * The limit in force on a data day.
   *
   * @throws IllegalArgumentException if none is in force
   */
  public static AirLimit inForce(
      AirPollutant pollutant, AveragingPeriod period, int grade, LocalDate dataDay) {
    return inForce(pollutant.name(), period, grade, dataDay);
  }

  /**
   * The limit in force on a data day.
   *
   * @param pollutantCode as in {@link AirLimit#pollutantCode()}
   * @throws IllegalArgumentException if none is in force
   */
  public static AirLimit inForce(
      String pollutantCode, AveragingPeriod period, int grade, LocalDate dataDay) {
    for (AirLimit limit : Loaded.ALL) {
      if (limit.pollutantCode().equals(pollutantCode)
          && limit.period() == period
          && limit.grade() == grade
          && limit.provision().isInForce(dataDay)) {
        return limit;
      }
    }
    throw new IllegalArgumentException(
        "No limit of ambient air is in force on "
            + dataDay
            + " for "
            + pollutantCode
            + ", "
            + period.word()
            + ", grade "
            + grade
            + ". See standards/"
            + FILE
            + ".");
  }

  /** Reads the table on first use. */
  private static final class Loaded {
    static final List<AirLimit> ALL =
        StandardTable.read(FILE)
            .requireDisjointPeriods("pollutant", "period", "grade")
            .rows()
            .stream()
            .map(
                row ->
                    new AirLimit(
                        row.text("pollutant"),
                        row.word("period", AveragingPeriod::ofWord),
                        row.integer("grade"),
                        row.decimal("limit_value"),
                        row.text("unit"),
                        row.provision()))
            .toList();
  }
}
