package org.dawen.diesel;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dawen.lake.Nullable;

/**
 * What the screening rules look at in a minute, from {@code diesel.vehicle_minute}. Raw values as
 * there; null: not told.
 */
record ScreenedMinute(
    String vin,
    LocalDateTime minuteStart,
    LocalDate dataDay,
    @Nullable Long secondMap,
    @Nullable Integer firstSecond,
    @Nullable Integer lastSecond,
    @Nullable Integer conflictSeconds,
    @Nullable Integer conflictMetres,
    @Nullable Integer speedRawSum,
    @Nullable Integer drivingSeconds,
    @Nullable Integer fastSeconds,
    @Nullable Integer fuelCount,
    @Nullable Integer fuelRawSum,
    @Nullable Long fuelRawSquareSum,
    @Nullable Integer torqueRawMin,
    @Nullable Integer torqueRawMax,
    @Nullable Integer noxDownRawMin,
    @Nullable Integer noxDownRawMax,
    @Nullable Integer scrInRawMin,
    @Nullable Integer scrInRawMax,
    @Nullable Integer scrInRawSum,
    @Nullable Integer scrOutRawMin,
    @Nullable Integer scrOutRawMax,
    @Nullable Integer scrOutRawSum,
    @Nullable Integer reagentRawMax,
    @Nullable Long odometerRawFall,
    @Nullable Integer hotSeconds,
    @Nullable Integer hotNoxInvalidSeconds,
    @Nullable Integer hotNoxDownSeconds,
    @Nullable Integer hotNoxHighSeconds,
    @Nullable Integer windowSeconds,
    @Nullable Integer windowNoxUpSum,
    @Nullable Integer windowNoxDownSum,
    @Nullable Integer windowDifferenceSum,
    @Nullable Integer coldScrSeconds,
    MinuteLinks links) {

  /** Whether any second of it was sampled. */
  boolean isSampled() {
    return Physical.orZero(secondMap) != 0;
  }
}
