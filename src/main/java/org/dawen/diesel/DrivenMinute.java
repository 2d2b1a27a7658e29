package org.dawen.diesel;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dawen.lake.Nullable;

/**
 * What a minute adds to its day, from {@code diesel.vehicle_minute}. Raw values as there; null: not
 * told.
 */
record DrivenMinute(
    String vin,
    LocalDateTime minuteStart,
    LocalDate dataDay,
    @Nullable Long secondMap,
    @Nullable Integer firstSecond,
    @Nullable Integer lastSecond,
    @Nullable Integer conflictSeconds,
    @Nullable Integer speedRawSum,
    @Nullable Integer drivingSeconds,
    @Nullable Integer runningSeconds,
    @Nullable Integer fuelRawSum,
    @Nullable Integer reagentCount,
    @Nullable Integer reagentRawFirst,
    @Nullable Integer reagentRawLast,
    @Nullable Integer reagentRawMax,
    @Nullable Integer reagentRawRise,
    @Nullable Integer positionCount,
    @Nullable Integer firstLongitudeRaw,
    @Nullable Integer firstLatitudeRaw,
    @Nullable Integer lastLongitudeRaw,
    @Nullable Integer lastLatitudeRaw,
    @Nullable Integer odometerCount,
    @Nullable Long odometerRawFirst,
    @Nullable Long odometerRawLast,
    @Nullable Long odometerRawFall,
    @Nullable Integer hotSeconds,
    @Nullable Integer windowSeconds,
    @Nullable Integer windowNoxUpSum,
    @Nullable Integer windowNoxDownSum,
    @Nullable Integer massSeconds,
    @Nullable Long noxMassSum,
    @Nullable Integer tripNo) {

  /** When its first sample was taken; null: it has none. */
  LocalDateTime firstSampleAt() {
    return firstSecond == null ? null : minuteStart.plusSeconds(firstSecond);
  }

  /** When its last sample was taken; null: it has none. */
  LocalDateTime lastSampleAt() {
    return lastSecond == null ? null : minuteStart.plusSeconds(lastSecond);
  }
}
