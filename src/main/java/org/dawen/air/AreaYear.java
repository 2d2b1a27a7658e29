package org.dawen.air;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import scala.collection.Seq;

/**
 * The days of one area in one calendar year, in order.
 *
 * @param days the days that have a row
 * @param withDust six values a day in the order of {@link PeriodFigures#ITEMS}, null = not valid
 * @param withoutDust the same with PM from the hours that are not under dust
 * @param aqi published six-item AQI of each day, with and without dust; null: none
 * @param lastOfKind for each day the last day of its month of which any area of the kind has a row
 */
record AreaYear(
    List<LocalDate> days,
    List<BigDecimal[]> withDust,
    List<BigDecimal[]> withoutDust,
    List<Integer> aqi,
    List<Integer> aqiWithoutDust,
    List<LocalDate> lastOfKind) {

  /** Places of the values of a day as Spark hands them over. */
  private static final int PM10 = 4;

  private static final int PM2_5 = 5;
  private static final int PM10_WITHOUT_DUST = 6;
  private static final int PM2_5_WITHOUT_DUST = 7;
  private static final int AQI = 8;
  private static final int AQI_WITHOUT_DUST = 9;
  private static final int LAST_OF_KIND = 10;

  /** From arrays as Spark hands them over: days since 1970, and eleven numbers a day. */
  static AreaYear of(Seq<Integer> epochDays, Seq<Seq<BigDecimal>> numbers) {
    AreaYear year =
        new AreaYear(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    for (int i = 0; i < epochDays.length(); i++) {
      Seq<BigDecimal> n = numbers.apply(i);
      BigDecimal[] with = new BigDecimal[PeriodFigures.ITEM_COUNT];
      for (int k = 0; k < with.length; k++) {
        with[k] = n.apply(k);
      }
      BigDecimal[] without = with.clone();
      without[PM10] = n.apply(PM10_WITHOUT_DUST);
      without[PM2_5] = n.apply(PM2_5_WITHOUT_DUST);
      year.days().add(LocalDate.ofEpochDay(epochDays.apply(i)));
      year.withDust().add(with);
      year.withoutDust().add(without);
      year.aqi().add(whole(n.apply(AQI)));
      year.aqiWithoutDust().add(whole(n.apply(AQI_WITHOUT_DUST)));
      year.lastOfKind().add(LocalDate.ofEpochDay(n.apply(LAST_OF_KIND).longValueExact()));
    }
    return year;
  }

  private static Integer whole(BigDecimal number) {
    return number == null ? null : number.intValueExact();
  }

  /** Values of a day with or without the hours under dust. */
  BigDecimal[] values(int place, boolean includesDust) {
    return includesDust ? withDust.get(place) : withoutDust.get(place);
  }

  /** Published AQI of a day with or without the hours under dust. */
  Integer aqi(int place, boolean includesDust) {
    return includesDust ? aqi.get(place) : aqiWithoutDust.get(place);
  }
}
