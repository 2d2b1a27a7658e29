package org.dawen.diesel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Screening rules over runs of an unchanged value and over gaps, within a vehicle's day. */
final class RunScreen {
  private static final Run.Kind[] KINDS = Run.Kind.values();

  /** Shorter runs are not looked at, nor shorter gaps, but for rules that ask for still less. */
  private static final int SHORT_RUN_SECONDS = 60;

  private static final int SHORT_GAP_SECONDS = 600;

  /** Steps of 0.05 L/h in one, squared. */
  private static final BigDecimal FUEL_STEPS_SQUARED = BigDecimal.valueOf(400);

  private static final int SHOWN_VARIANCE_DECIMALS = 3;

  private final DieselThresholds t;
  private final int[] least = new int[KINDS.length];
  private final BigDecimal varianceAbove;

  RunScreen(DieselThresholds t) {
    this.t = t;
    least(Run.Kind.NOX, SHORT_RUN_SECONDS, "nox_stuck_seconds");
    least(Run.Kind.TEMP_IN, SHORT_RUN_SECONDS, "temp_stuck_seconds");
    least(Run.Kind.TEMP_EQUAL, SHORT_RUN_SECONDS, "temp_stuck_seconds");
    least(Run.Kind.POSITION, SHORT_RUN_SECONDS, "gps_frozen_seconds");
    least(Run.Kind.GAP, SHORT_GAP_SECONDS, "offline_gap_seconds");
    BigDecimal deviation = t.number("nox_stuck_fuel_deviation_l_h");
    varianceAbove = FUEL_STEPS_SQUARED.multiply(deviation).multiply(deviation);
  }

  private void least(Run.Kind kind, int most, String threshold) {
    least[kind.ordinal()] = t.number(threshold).min(BigDecimal.valueOf(most)).intValue();
  }

  /**
   * Tells what it finds.
   *
   * @param minutes of one vehicle and day, in order of time
   */
  void find(List<ScreenedMinute> minutes, Consumer<Finding> found) {
    Map<Run.Key, Run> runs = new LinkedHashMap<>();
    for (ScreenedMinute m : minutes) {
      for (Run.Kind kind : KINDS) {
        Integer seconds = kind.seconds.apply(m);
        LocalDateTime since = kind.since.apply(m);
        if (seconds != null && seconds >= least[kind.ordinal()] && since != null) {
          runs.computeIfAbsent(new Run.Key(m.links().tripNo(), kind, since), Run::new).add(m);
        }
      }
    }
    for (Run run : runs.values()) {
      switch (run.key().kind()) {
        case NOX -> noxStuck(run, found);
        case TEMP_IN -> temperatureStuck(run, "inlet_unchanged", found);
        case TEMP_EQUAL -> temperatureStuck(run, "inlet_equals_outlet", found);
        case POSITION -> positionFrozen(run, found);
        case GAP -> offlineMoving(run, found);
      }
    }
  }

  private boolean lasts(Run run, String threshold) {
    return BigDecimal.valueOf(run.seconds()).compareTo(t.number(threshold)) >= 0;
  }

  private Finding stuck(AnomalyRule rule, Run run, String threshold, String figures) {
    return new Finding(
        rule,
        new Anomaly.Span(run.key().since(), run.last().minuteStart()),
        run.key().tripNo(),
        run.km(),
        Anomaly.Measured.of(BigDecimal.valueOf(run.seconds()), t.number(threshold), "s", figures));
  }

  private void noxStuck(Run run, Consumer<Finding> found) {
    BigDecimal variance = run.fuelVariance();
    if (lasts(run, "nox_stuck_seconds")
        && variance != null
        && variance.compareTo(varianceAbove) > 0) {
      BigDecimal shown =
          variance.divide(FUEL_STEPS_SQUARED, SHOWN_VARIANCE_DECIMALS, RoundingMode.HALF_UP);
      found.accept(
          stuck(
              AnomalyRule.OBD_NOX_STUCK,
              run,
              "nox_stuck_seconds",
              "fuel_variance_l2_h2=" + shown.toPlainString()));
    }
  }

  private void temperatureStuck(Run run, String what, Consumer<Finding> found) {
    Integer span = run.torqueSpan();
    if (lasts(run, "temp_stuck_seconds")
        && span != null
        && BigDecimal.valueOf(span).compareTo(t.number("temp_stuck_torque_span_percent")) >= 0) {
      found.accept(
          stuck(
              AnomalyRule.OBD_TEMP_STUCK,
              run,
              "temp_stuck_seconds",
              what + "; torque_span_percent=" + span));
    }
  }

  private void positionFrozen(Run run, Consumer<Finding> found) {
    if (lasts(run, "gps_frozen_seconds")) {
      found.accept(
          stuck(
              AnomalyRule.OBD_GPS_FROZEN,
              run,
              "gps_frozen_seconds",
              "position_unchanged_while_fast"));
    }
  }

  /** Driven, though nothing of it was sent. From the minute of the last sample before the gap. */
  private void offlineMoving(Run gap, Consumer<Finding> found) {
    ScreenedMinute after = gap.last();
    BigDecimal byOdometer = Physical.kmByOdometer(after.links().gapBeforeOdometerRaw());
    BigDecimal km = farther(byOdometer, after.links().gapBeforeMetres());
    BigDecimal threshold = t.number("offline_km");
    if (BigDecimal.valueOf(gap.seconds()).compareTo(t.number("offline_gap_seconds")) > 0
        && km.compareTo(threshold) > 0) {
      LocalDateTime lastSample =
          after.minuteStart().plusSeconds(after.firstSecond() - gap.seconds() - 1L);
      found.accept(
          new Finding(
              AnomalyRule.OBD_OFFLINE_MOVING,
              Finding.minutes(lastSample, after.minuteStart()),
              gap.key().tripNo(),
              km,
              Anomaly.Measured.of(
                  km,
                  threshold,
                  "km",
                  "gap_seconds=%d; odometer_km=%s; metres=%s"
                      .formatted(
                          gap.seconds(),
                          byOdometer == null ? "-" : byOdometer.toPlainString(),
                          after.links().gapBeforeMetres() == null
                              ? "-"
                              : after.links().gapBeforeMetres()))));
    }
  }

  /** Kilometres by odometer or position; what neither tells is 0. */
  private static BigDecimal farther(BigDecimal byOdometer, Integer metres) {
    BigDecimal byPosition = BigDecimal.valueOf(metres == null ? 0 : metres, 3);
    return byOdometer == null ? byPosition : byPosition.max(byOdometer);
  }
}
