package org.dawen.air;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dawen.lake.Day;
import org.dawen.lake.Key;
import org.dawen.lake.Layout;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/** An hour of a station: the values in force and their index. */
@OfTable(
    name = "air.station_hour",
    grain =
        "One row per station and hour: the values in force and their index. Registered stations"
            + " have all 24 hours of a day of which anything was received.",
    layout = Layout.BY_YEAR,
    sources = {"received.air", "registry.station", "registry.dust_hour"},
    warnings = {
      "Preliminary: real-time values before review",
      "Until 2026-02-28 an SO2 hour above 800 µg/m³ has no index of its own (HJ 633-2012 table 1"
          + " note 2) and is left out of the AQI"
    })
public record StationHour(
    @Key String stationCode,
    @Key LocalDateTime hourStart,
    @Day LocalDate dataDay,
    boolean isRegistered,
    @Nullable String countyCode,
    @Nullable String unmonitoredItems,
    boolean isDust,
    HourValues values,
    HourIndex index,
    @Nullable InvalidReason invalidReason,
    @Nullable String missingItems,
    @Nullable String suspectReason,
    int revisionCount,
    long recordCount,
    boolean isDecidedByPath,
    @Nullable String fileId,
    @Nullable Long recordNo) {

  /** Why an hour is not whole. */
  public enum InvalidReason {
    /** No record of a registered station. */
    NOT_RECEIVED,
    /** A record without any value. */
    NO_VALUE,
    /** Some monitored items without a value. */
    ITEM_MISSING
  }
}
