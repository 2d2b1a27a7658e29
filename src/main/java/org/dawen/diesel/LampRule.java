package org.dawen.diesel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;

/** OBD_MIL_ON: the lamp on without a break for too many days, or too many kilometres. */
final class LampRule {
  private final BigDecimal mostDays;
  private final BigDecimal mostKm;

  LampRule(DieselThresholds t) {
    mostDays = t.number("mil_on_days");
    mostKm = t.number("mil_on_km");
  }

  /**
   * Tells what it finds. A day of which nothing was told is no break.
   *
   * @param history the day judged and those of the 30 days before, the latest first
   */
  void find(List<ScreenedDay> history, Consumer<Finding> found) {
    ScreenedDay day = history.get(0);
    if (!day.isLampOn()) {
      return;
    }
    LocalDate since = day.dataDay();
    boolean wasOff = false;
    for (ScreenedDay d : history) {
      if (d.isLampOff()) {
        wasOff = true;
        break;
      }
      since = d.isLampOn() ? d.dataDay() : since;
    }
    long days = ChronoUnit.DAYS.between(since, day.dataDay());
    BigDecimal km = km(history, since, wasOff);
    if (BigDecimal.valueOf(days).compareTo(mostDays) > 0) {
      found.accept(finding(day, since, days, km, BigDecimal.valueOf(days), mostDays, "d"));
    } else if (km.compareTo(mostKm) > 0) {
      found.accept(finding(day, since, days, km, km, mostKm, "km"));
    }
  }

  /**
   * The lamp came on at some time on the first of its days, if it was off before: the kilometres of
   * that day don't count.
   */
  private static BigDecimal km(List<ScreenedDay> history, LocalDate since, boolean wasOff) {
    LocalDate counted = wasOff ? since.plusDays(1) : since;
    return history.stream()
        .filter(d -> !d.dataDay().isBefore(counted))
        .map(ScreenedDay::distanceKm)
        .reduce(new BigDecimal("0.000"), BigDecimal::add);
  }

  private static Finding finding(
      ScreenedDay day,
      LocalDate since,
      long days,
      BigDecimal km,
      BigDecimal measured,
      BigDecimal threshold,
      String unit) {
    return Finding.ofDay(
        AnomalyRule.OBD_MIL_ON,
        new Anomaly.Span(since.atStartOfDay(), day.end()),
        km,
        Anomaly.Measured.of(
            measured, threshold, unit, "days=%d; km=%s".formatted(days, km.toPlainString())));
  }
}
