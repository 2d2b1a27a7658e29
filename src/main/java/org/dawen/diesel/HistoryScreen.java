package org.dawen.diesel;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Screening rules between a vehicle's day and what was known of it before. */
final class HistoryScreen {
  private final BigDecimal leastKm;
  private final BigDecimal mostFall;
  private final BigDecimal refill;
  private final BigDecimal mostLampDays;
  private final BigDecimal mostLampKm;
  private final BigDecimal gapSeconds;
  private final BigDecimal offlineKm;

  HistoryScreen(DieselThresholds t) {
    leastKm = t.number("urea_static_km");
    mostFall = t.number("urea_static_percent");
    refill = t.number("refill_percent");
    mostLampDays = t.number("mil_on_days");
    mostLampKm = t.number("mil_on_km");
    gapSeconds = t.number("offline_gap_seconds");
    offlineKm = t.number("offline_km");
  }

  /**
   * Tells what it finds.
   *
   * @param history the day judged and those of the 30 days before, the latest first
   */
  void find(List<ScreenedDay> history, Consumer<Finding> found) {
    reagentStatic(history, found);
    lampOn(history, found);
    offlineMoving(history, found);
    odometerBack(history, found);
  }

  /**
   * OBD_UREA_STATIC: over the fewest days in which the vehicle drove far enough the reagent level
   * hardly fell, although nothing was filled in.
   */
  private void reagentStatic(List<ScreenedDay> history, Consumer<Finding> found) {
    List<ScreenedDay> span = fewestDays(history);
    if (span.isEmpty() || isFilled(span) || isEmptyThroughout(span)) {
      return;
    }
    ScreenedDay day = history.get(0);
    ScreenedDay first = span.get(span.size() - 1);
    BigDecimal level = span.get(0).reagentLastPercent();
    BigDecimal fall = level == null ? null : first.reagentFirstPercent().subtract(level);
    if (fall == null || fall.compareTo(mostFall) > 0) {
      return;
    }
    BigDecimal km = km(span);
    found.accept(
        Finding.ofDay(
            AnomalyRule.OBD_UREA_STATIC,
            new Anomaly.Span(first.dataDay().atStartOfDay(), day.end()),
            km,
            Anomaly.Measured.of(
                fall,
                mostFall,
                "%",
                "km=%s; days=%d; level_percent=%s"
                    .formatted(km.toPlainString(), span.size(), level.toPlainString()))));
  }

  /** The latest days with a level, of 30 days, that make the distance; none if they don't. */
  private List<ScreenedDay> fewestDays(List<ScreenedDay> history) {
    LocalDate after = history.get(0).dataDay().minusDays(DieselThresholds.DAYS_BACK);
    List<ScreenedDay> span = new ArrayList<>();
    BigDecimal km = BigDecimal.ZERO;
    for (ScreenedDay d : history) {
      if (km.compareTo(leastKm) < 0
          && d.dataDay().isAfter(after)
          && d.reagentFirstPercent() != null) {
        span.add(d);
        km = km.add(d.distanceKm());
      }
    }
    return km.compareTo(leastKm) < 0 ? List.of() : span;
  }

  private static BigDecimal km(List<ScreenedDay> span) {
    return span.stream().map(ScreenedDay::distanceKm).reduce(BigDecimal::add).orElseThrow();
  }

  /** By day, or at night: a level that is higher in the morning than the evening before. */
  private boolean isFilled(List<ScreenedDay> span) {
    return span.stream().anyMatch(d -> d.reagentRefillPercent().signum() != 0)
        || IntStream.range(1, span.size()).anyMatch(i -> isHigher(span.get(i - 1), span.get(i)));
  }

  private boolean isHigher(ScreenedDay morning, ScreenedDay evening) {
    return evening.reagentLastPercent() != null
        && morning.reagentFirstPercent().subtract(evening.reagentLastPercent()).compareTo(refill)
            >= 0;
  }

  private static boolean isEmptyThroughout(List<ScreenedDay> span) {
    return span.stream()
        .map(ScreenedDay::reagentMaxPercent)
        .filter(Objects::nonNull)
        .noneMatch(most -> most.signum() > 0);
  }

  /**
   * OBD_MIL_ON: the lamp on without a break for too many days, or too many kilometres. A day of
   * which nothing was told is no break.
   */
  private void lampOn(List<ScreenedDay> history, Consumer<Finding> found) {
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
    BigDecimal km = kmSince(history, since, wasOff);
    if (BigDecimal.valueOf(days).compareTo(mostLampDays) > 0) {
      found.accept(lampFinding(day, since, days, km, BigDecimal.valueOf(days), mostLampDays, "d"));
    } else if (km.compareTo(mostLampKm) > 0) {
      found.accept(lampFinding(day, since, days, km, km, mostLampKm, "km"));
    }
  }

  /**
   * The lamp came on at some time on the first of its days, if it was off before: the kilometres of
   * that day don't count.
   */
  private static BigDecimal kmSince(List<ScreenedDay> history, LocalDate since, boolean wasOff) {
    LocalDate counted = wasOff ? since.plusDays(1) : since;
    return history.stream()
        .filter(d -> !d.dataDay().isBefore(counted))
        .map(ScreenedDay::distanceKm)
        .reduce(new BigDecimal("0.000"), BigDecimal::add);
  }

  private static Finding lampFinding(
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
