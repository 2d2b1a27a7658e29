package org.dawen.power;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.dawen.standard.Mean;

/**
 * Energy of the alert's hours on the day and on the clean days before. A clean day is one of the
 * four days of the same weekday before, no holiday, under no alert that concerns the enterprise,
 * with a complete hour of all meters. An hour is compared if the day has all meters and enough
 * clean days have. Its baseline is the mean of the clean days.
 *
 * @param cleanDays clean days with any of the hours
 * @param hoursWithData hours of the day with all meters
 * @param hours hours compared
 * @param actualKwh energy of these; null: none
 * @param baselineKwh baseline of these; null: none
 */
record ComparedHours(
    int cleanDays, int hoursWithData, int hours, BigDecimal actualKwh, BigDecimal baselineKwh) {
  private static final int WEEK = 7;
  private static final int WEEKS = 4;

  /** A baseline looks back so far: four weeks, four days of one weekday. */
  static final int BASELINE_DAYS = WEEKS * WEEK;

  /**
   * Compares the hours of an answer.
   *
   * @param isClean a day is no holiday and under no alert
   */
  static ComparedHours of(
      Answer answer, PlanMeters meters, int fewestCleanDays, Predicate<LocalDate> isClean) {
    List<String> named = answer.meters();
    List<LocalDate> before =
        IntStream.rangeClosed(1, WEEKS)
            .mapToObj(week -> answer.day().minusDays((long) WEEK * week))
            .filter(isClean)
            .toList();
    boolean[] isWithData = new boolean[before.size()];
    int hoursWithData = 0;
    int compared = 0;
    BigDecimal actual = null;
    BigDecimal baseline = null;
    for (int hour : answer.hours()) {
      Mean mean = new Mean();
      for (int i = 0; i < before.size(); i++) {
        BigDecimal energy = Units.energy(meters.energy(named, before.get(i), hour));
        isWithData[i] |= energy != null;
        mean.add(energy);
      }
      long ofHour = meters.energy(named, answer.day(), hour);
      if (ofHour == MeterSeries.MISSING) {
        continue;
      }
      hoursWithData++;
      if (mean.count() >= fewestCleanDays) {
        compared++;
        actual = sum(actual, Units.energy(ofHour));
        baseline = sum(baseline, mean.value());
      }
    }
    int cleanDays = 0;
    for (boolean has : isWithData) {
      cleanDays += has ? 1 : 0;
    }
    return new ComparedHours(cleanDays, hoursWithData, compared, actual, baseline);
  }

  private static BigDecimal sum(BigDecimal sum, BigDecimal addend) {
    if (sum == null) {
      return addend;
    }
    return addend == null ? sum : sum.add(addend);
  }
}
