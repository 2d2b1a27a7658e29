package org.dawen.standard;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A limit of ambient air (环境空气污染物浓度限值), GB 3095-2012 and GB 3095-2026.
 *
 * @param pollutantCode SO2, NO2, CO, O3, PM10, PM2_5, TSP, NOX, PB or BAP
 * @param period averaging time
 * @param grade 1 or 2 (一级, 二级)
 * @param limitValue in {@code unit}; equal to it complies
 * @param unit {@code ug/m3}, or {@code mg/m3} for CO
 * @param provision where it comes from and when it holds
 */
public record AirLimit(
    String pollutantCode,
    AveragingPeriod period,
    int grade,
    BigDecimal limitValue,
    String unit,
    Provision provision)
    implements Dated, Serializable {
  private static final String FILE = "air_limits.csv";
  static final List<AirLimit> ALL =
      StandardTable.read(
          FILE,
          row ->
              new AirLimit(
                  row.text("pollutant"),
                  row.word("period", AveragingPeriod::ofWord),
                  row.integer("grade"),
                  row.decimal("limit_value"),
                  row.text("unit"),
                  row.provision()),
          "pollutant",
          "period",
          "grade");

  /** The limit in force on a data day; empty if there is none. */
  public static Optional<AirLimit> find(
      String pollutantCode, AveragingPeriod period, int grade, LocalDate dataDay) {
    return Dated.inForce(
        ALL,
        dataDay,
        l -> l.pollutantCode.equals(pollutantCode) && l.period == period && l.grade == grade);
  }

  /**
   * The limit in force on a data day.
   *
   * @param pollutantCode as in {@link #pollutantCode()}
   * @throws IllegalArgumentException if none is in force
   */
  public static AirLimit inForce(
      String pollutantCode, AveragingPeriod period, int grade, LocalDate dataDay) {
    return find(pollutantCode, period, grade, dataDay)
        .orElseThrow(
            () ->
                Dated.none(
                    "limit of ambient air for %s, %s, grade %d"
                        .formatted(pollutantCode, period.word(), grade),
                    dataDay,
                    FILE));
  }
}
