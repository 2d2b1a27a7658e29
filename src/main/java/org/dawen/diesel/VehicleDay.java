package org.dawen.diesel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Layout;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/** What a vehicle did on a day. */
@OfTable(
    name = "diesel.vehicle_day",
    grain = "One row per vehicle and day with samples or OBD information.",
    layout = Layout.BY_YEAR,
    sources = {"diesel.vehicle_minute", "diesel.obd_info", "registry.vehicle"},
    warnings = {
      "NOx mass is an estimate by concentration and flow, not a measurement",
      "VINs in full: not for publication"
    })
public record VehicleDay(
    @Key String vin,
    @Key @Day LocalDate dataDay,
    boolean isRegistered,
    @Nullable String countyCode,
    Samples samples,
    Driving driving,
    Odometer odometer,
    @Digits(value = 14, scale = 6) BigDecimal fuelLitres,
    Reagent reagent,
    Conversion conversion,
    NoxMass noxMass,
    int conflictDaySeconds,
    Places places,
    @Nullable Boolean isMilOn) {

  /** When and how much was sampled. */
  record Samples(
      @Nullable LocalDateTime firstSampleAt,
      @Nullable LocalDateTime lastSampleAt,
      int sampledSeconds,
      int tripCount) {}

  /** How long and how far it drove. */
  record Driving(
      @Digits(value = 12, scale = 6) BigDecimal engineHours,
      @Digits(value = 12, scale = 6) BigDecimal drivingHours,
      @Digits(value = 14, scale = 3) BigDecimal distanceKm) {}

  /** What the odometer told. */
  record Odometer(
      @Nullable @Digits(value = 14, scale = 1) BigDecimal odometerFirstKm,
      @Nullable @Digits(value = 14, scale = 1) BigDecimal odometerLastKm,
      @Nullable @Digits(value = 14, scale = 1) BigDecimal odometerFallKm) {}

  /** The level of the reagent. */
  record Reagent(
      @Nullable @Digits(value = 6, scale = 1) BigDecimal reagentFirstPercent,
      @Nullable @Digits(value = 6, scale = 1) BigDecimal reagentLastPercent,
      @Nullable @Digits(value = 6, scale = 1) BigDecimal reagentMaxPercent,
      @Digits(value = 8, scale = 1) BigDecimal reagentRefillPercent,
      @Nullable @Digits(value = 8, scale = 1) BigDecimal reagentUsedPercent) {}

  /** What the SCR converted. */
  record Conversion(
      int hotDaySeconds,
      int windowDaySeconds,
      @Nullable @Digits(value = 12, scale = 6) BigDecimal conversionPercent) {}

  /** NOx emitted, an estimate. */
  record NoxMass(
      @Nullable @Digits(value = 18, scale = 6) BigDecimal noxMassG, int noxMassDaySeconds) {}

  /** Where the day began and ended, in 10⁻⁶ °. */
  record Places(
      @Nullable Integer firstLongitudeRaw,
      @Nullable Integer firstLatitudeRaw,
      @Nullable Integer lastLongitudeRaw,
      @Nullable Integer lastLatitudeRaw) {
    /** A millionth of a degree of latitude. */
    private static final double KM_A_STEP = 0.000111195;

    private static final double STEPS_A_DEGREE = 1e6;
    private static final int KM_DECIMALS = 3;

    /** From where that day ended to where this one began; null if either is not known. */
    BigDecimal kmFrom(Places before) {
      if (firstLatitudeRaw == null
          || firstLongitudeRaw == null
          || before.lastLatitudeRaw == null
          || before.lastLongitudeRaw == null) {
        return null;
      }
      double north = Math.subtractExact(firstLatitudeRaw, before.lastLatitudeRaw) * KM_A_STEP;
      double east =
          Math.subtractExact(firstLongitudeRaw, before.lastLongitudeRaw)
              * KM_A_STEP
              * Math.cos(Math.toRadians(firstLatitudeRaw / STEPS_A_DEGREE));
      return BigDecimal.valueOf(Math.sqrt(StrictMath.pow(north, 2) + StrictMath.pow(east, 2)))
          .setScale(KM_DECIMALS, RoundingMode.HALF_UP);
    }
  }
}
