package org.dawen.air;

import static org.apache.spark.sql.functions.udf;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import scala.collection.Seq;

/**
 * The 8-hour ozone means of one day (臭氧8小时滑动平均). A window is named by the label of its last hour:
 * window 8 covers the hours that start at 0 to 7 o'clock. Whether a day with few windows counts is
 * not decided here.
 */
final class OzoneWindows implements UDF4<Seq<BigDecimal>, BigDecimal, BigDecimal, BigDecimal, Row> {
  private static final long serialVersionUID = 1L;

  static final int HOURS_OF_DAY = 24;

  /** Digits behind the point of a mean; sums have six, so no limit is crossed by rounding. */
  static final int MEAN_DECIMALS = 10;

  private static final int HOURS_OF_WINDOW = 8;

  private static final UserDefinedFunction FUNCTION =
      udf(
          new OzoneWindows(),
          IndexFields.typeOf(List.of(AirTables.O3_8H_WINDOWS, AirTables.O3_8H_UG_M3)));

  /**
   * What the windows of a day give.
   *
   * @param validWindows number of windows with enough hours
   * @param largestMean largest mean of these, µg/m³, ten decimals; null without a valid window
   */
  record Summary(int validWindows, BigDecimal largestMean) {}

  /**
   * A struct of number of valid windows and largest mean.
   *
   * @param hours array of 24 ozone hours from 0 o'clock, null = missing
   * @param firstEnd label of the last hour of the day's first window, as 8
   * @param lastEnd label of the last hour of the day's last window, as 24
   * @param minimumHours hours a valid window has at least
   */
  static Column of(Column hours, Column firstEnd, Column lastEnd, Column minimumHours) {
    return FUNCTION.apply(hours, firstEnd, lastEnd, minimumHours);
  }

  @Override
  public Row call(
      Seq<BigDecimal> hours, BigDecimal firstEnd, BigDecimal lastEnd, BigDecimal minimumHours) {
    if (firstEnd == null || lastEnd == null || minimumHours == null) {
      return RowFactory.create(0, null);
    }
    BigDecimal[] concentrations = new BigDecimal[HOURS_OF_DAY];
    Arrays.setAll(concentrations, hours::apply);
    Summary summary =
        summarise(
            concentrations,
            firstEnd.intValueExact(),
            lastEnd.intValueExact(),
            minimumHours.intValueExact());
    return RowFactory.create(summary.validWindows(), summary.largestMean());
  }

  /** As {@link #of}, without Spark. */
  static Summary summarise(BigDecimal[] hours, int firstEnd, int lastEnd, int minimumHours) {
    BigDecimal[] sumBefore = new BigDecimal[HOURS_OF_DAY + 1];
    int[] countBefore = new int[HOURS_OF_DAY + 1];
    sumBefore[0] = BigDecimal.ZERO;
    for (int h = 0; h < HOURS_OF_DAY; h++) {
      boolean present = hours[h] != null;
      sumBefore[h + 1] = present ? sumBefore[h].add(hours[h]) : sumBefore[h];
      countBefore[h + 1] = countBefore[h] + (present ? 1 : 0);
    }
    int valid = 0;
    BigDecimal largest = null;
    for (int end = firstEnd; end <= lastEnd; end++) {
      int start = end - HOURS_OF_WINDOW;
      int count = countBefore[end] - countBefore[start];
      if (count < minimumHours) {
        continue;
      }
      valid++;
      BigDecimal mean =
          sumBefore[end]
              .subtract(sumBefore[start])
              .divide(BigDecimal.valueOf(count), MEAN_DECIMALS, RoundingMode.HALF_UP);
      largest = largest == null ? mean : largest.max(mean);
    }
    return new Summary(valid, largest);
  }
}
