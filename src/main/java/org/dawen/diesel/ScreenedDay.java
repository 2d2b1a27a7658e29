package org.dawen.diesel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;

/** What the screening rules look at in a vehicle's day, from {@code diesel.vehicle_day}. */
record ScreenedDay(
    String vin,
    LocalDate dataDay,
    @Nullable LocalDateTime firstSampleAt,
    @Nullable LocalDateTime lastSampleAt,
    @Digits(value = 14, scale = 3) BigDecimal distanceKm,
    @Nullable @Digits(value = 14, scale = 1) BigDecimal odometerFirstKm,
    @Nullable @Digits(value = 14, scale = 1) BigDecimal odometerLastKm,
    @Nullable @Digits(value = 6, scale = 1) BigDecimal reagentFirstPercent,
    @Nullable @Digits(value = 6, scale = 1) BigDecimal reagentLastPercent,
    @Nullable @Digits(value = 6, scale = 1) BigDecimal reagentMaxPercent,
    @Digits(value = 8, scale = 1) BigDecimal reagentRefillPercent,
    VehicleDay.Places places,
    @Nullable Boolean isMilOn) {

  /** The last sample; of a day without any its begin. */
  LocalDateTime end() {
    return lastSampleAt == null ? dataDay.atStartOfDay() : lastSampleAt;
  }

  boolean isLampOn() {
    return Boolean.TRUE.equals(isMilOn);
  }

  boolean isLampOff() {
    return Boolean.FALSE.equals(isMilOn);
  }
}
