package org.dawen.diesel;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Screening rules between a vehicle's day and what was known of it before. */
final class HistoryScreen {
  private final LampRule lamp;
  private final ReagentRule reagent;
  private final BigDecimal gapSeconds;
  private final BigDecimal offlineKm;

  HistoryScreen(DieselThresholds t) {
    lamp = new LampRule(t);
    reagent = new ReagentRule(t);
    gapSeconds = t.number("offline_gap_seconds");
    offlineKm = t.number("offline_km");
  }

  /**
   * Tells what it finds.
   *
   * @param history the day judged and those of the 30 days before, the latest first
   */
  void find(List<ScreenedDay> history, Consumer<Finding> found) {
    reagent.find(history, found);
    lamp.find(history, found);
    offlineMoving(history, found);
    odometerBack(history, found);
  }

  /**
   * Where it is against where it was when it was last heard of; unknown is unknown, not what was
   * known earlier.
   */
  private void offlineMoving(List<ScreenedDay> history, Consumer<Finding> found) {
    ScreenedDay day = history.get(0);
    ScreenedDay before = lastHeard(history);
    if (before == null || day.firstSampleAt() == null) {
      return;
    }
    long gap = Duration.between(before.lastSampleAt(), day.firstSampleAt()).toSeconds();
    BigDecimal byOdometer =
        day.odometerFirstKm() == null || before.odometerLastKm() == null
            ? null
            : day.odometerFirstKm().subtract(before.odometerLastKm());
    BigDecimal byPosition = day.places().kmFrom(before.places());
    BigDecimal km = orZero(byOdometer).max(orZero(byPosition));
    if (BigDecimal.valueOf(gap).compareTo(gapSeconds) > 0 && km.compareTo(offlineKm) > 0) {
      found.accept(
          Finding.ofDay(
              AnomalyRule.OBD_OFFLINE_MOVING,
              Finding.minutes(before.lastSampleAt(), day.firstSampleAt()),
              km,
              Anomaly.Measured.of(
                  km,
                  offlineKm,
                  "km",
                  "gap_seconds=%d; odometer_km=%s; moved_km=%s"
                      .formatted(gap, shown(byOdometer), shown(byPosition)))));
    }
  }

  private static ScreenedDay lastHeard(List<ScreenedDay> history) {
    return history.stream().skip(1).filter(d -> d.lastSampleAt() != null).findFirst().orElse(null);
  }

  /** Against the last odometer of all: one that is lower now is lower whatever was in between. */
  private static void odometerBack(List<ScreenedDay> history, Consumer<Finding> found) {
    ScreenedDay day = history.get(0);
    ScreenedDay told =
        history.stream().skip(1).filter(d -> d.odometerLastKm() != null).findFirst().orElse(null);
    if (told == null
        || day.odometerFirstKm() == null
        || day.odometerFirstKm().compareTo(told.odometerLastKm()) >= 0) {
      return;
    }
    found.accept(
        Finding.ofDay(
            AnomalyRule.OBD_ODO_BACK,
            Finding.minutes(told.lastSampleAt(), day.firstSampleAt()),
            day.distanceKm(),
            Anomaly.Measured.fact(
                told.odometerLastKm().subtract(day.odometerFirstKm()), "km", "between_days")));
  }

  private static BigDecimal orZero(BigDecimal km) {
    return km == null ? BigDecimal.ZERO : km;
  }

  private static String shown(BigDecimal km) {
    return km == null ? "-" : km.toPlainString();
  }
}
