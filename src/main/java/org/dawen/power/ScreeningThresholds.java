package org.dawen.power;

import java.math.BigDecimal;
import java.util.List;
import org.dawen.run.Settings;

/**
 * Screening thresholds of the rules on electricity, all ours. Shares are held in 0.001 %, times in
 * seconds.
 */
final class ScreeningThresholds {
  private static final String PREFIX = "power.screening.";

  /** Shares are parts of this. */
  static final long ALL = 100_000;

  /** Days before whose ratios tell what is usual (facts of the rule, hence the job's reach). */
  static final int USUAL_DAYS = 30;

  private static final List<String> NAMES =
      List.of(
          "production_on_percent",
          "treatment_off_percent",
          "treatment_off_minutes",
          "late_start_minutes",
          "early_stop_minutes",
          "late_or_early_at_most_minutes",
          "under_load_percent",
          "under_load_minutes",
          "under_load_fewest_days",
          "under_load_usual_lowest_percent",
          "under_load_own_power_percent",
          "constant_current_minutes",
          "phase_loss_voltage_percent",
          "phase_loss_current_percent",
          "phase_loss_minutes",
          "nominal_phase_voltage_v",
          "offline_minutes",
          "offline_ticket_minutes",
          "night_percent",
          "night_begins_hour",
          "night_ends_hour",
          "running_percent",
          "bridge_minutes");

  /** Keys of the settings. */
  static final List<String> KEYS = NAMES.stream().map(n -> PREFIX + n).toList();

  final long productionOn;
  final long treatmentOff;
  final long treatmentOffSeconds;
  final long lateStartSeconds;
  final long earlyStopSeconds;
  final long lateOrEarlyAtMostSeconds;
  final long underLoad;
  final long underLoadSeconds;
  final int underLoadFewestDays;
  final long underLoadUsualLowest;
  final long underLoadOwnPower;
  final long constantCurrentSeconds;
  final BigDecimal phaseLossVoltagePercent;
  final BigDecimal phaseLossCurrentPercent;
  final long phaseLossSeconds;
  final BigDecimal nominalPhaseVoltageV;
  final long offlineSeconds;
  final long offlineTicketSeconds;
  final long night;
  final int nightBeginsHour;
  final int nightEndsHour;
  final long running;
  final long bridgeSeconds;

  private ScreeningThresholds(Settings settings) {
    settings.withoutNegative(KEYS);
    productionOn = share(settings, "production_on_percent");
    treatmentOff = share(settings, "treatment_off_percent");
    treatmentOffSeconds = seconds(settings, "treatment_off_minutes");
    lateStartSeconds = seconds(settings, "late_start_minutes");
    earlyStopSeconds = seconds(settings, "early_stop_minutes");
    lateOrEarlyAtMostSeconds = seconds(settings, "late_or_early_at_most_minutes");
    underLoad = share(settings, "under_load_percent");
    underLoadSeconds = seconds(settings, "under_load_minutes");
    underLoadFewestDays = settings.whole(PREFIX + "under_load_fewest_days");
    underLoadUsualLowest = share(settings, "under_load_usual_lowest_percent");
    underLoadOwnPower = share(settings, "under_load_own_power_percent");
    constantCurrentSeconds = seconds(settings, "constant_current_minutes");
    phaseLossVoltagePercent = settings.decimal(PREFIX + "phase_loss_voltage_percent");
    phaseLossCurrentPercent = settings.decimal(PREFIX + "phase_loss_current_percent");
    phaseLossSeconds = seconds(settings, "phase_loss_minutes");
    nominalPhaseVoltageV = settings.decimal(PREFIX + "nominal_phase_voltage_v");
    offlineSeconds = seconds(settings, "offline_minutes");
    offlineTicketSeconds = seconds(settings, "offline_ticket_minutes");
    night = share(settings, "night_percent");
    nightBeginsHour = settings.whole(PREFIX + "night_begins_hour");
    nightEndsHour = settings.whole(PREFIX + "night_ends_hour");
    running = share(settings, "running_percent");
    bridgeSeconds = seconds(settings, "bridge_minutes");
  }

  static ScreeningThresholds of(Settings settings) {
    return new ScreeningThresholds(settings);
  }

  private static long share(Settings settings, String name) {
    return settings.decimal(PREFIX + name).movePointRight(3).longValue();
  }

  private static long seconds(Settings settings, String name) {
    return 60L * settings.whole(PREFIX + name);
  }

  /** The power is above a share of another; both in one unit. */
  static boolean isAbove(long power, long share, long whole) {
    return power * ALL > share * whole;
  }

  /** The power is below a share of another. */
  static boolean isBelow(long power, long share, long whole) {
    return power * ALL < share * whole;
  }

  boolean isProductionOn(long power, long rated) {
    return isAbove(power, productionOn, rated);
  }

  boolean isTreatmentOff(long power, long rated) {
    return isBelow(power, treatmentOff, rated);
  }

  boolean isRunning(long power, long rated) {
    return rated > 0 && isAbove(power, running, rated);
  }
}
