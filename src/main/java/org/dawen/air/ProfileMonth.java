package org.dawen.air;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/** A slot of the day or of the week of a station or area in a month. */
@OfTable(
    name = "air.profile_month",
    grain =
        "One row per station or area, month, profile and slot: the diurnal profile (日变化) and the"
            + " profile of the week (周变化), each with the ratio PM2.5 to PM10.",
    sources = {"air.station_hour", "registry.station"},
    warnings = {"Hours of all stations of an area weigh alike; nothing is asked of their number"})
public record ProfileMonth(
    @Key PlaceKind placeKind,
    @Key String placeCode,
    @Key(5) @Day LocalDate monthStart,
    @Key(3) Profile profile,
    @Key(4) int slot,
    SlotMeans means,
    SlotHours hours,
    @Nullable @Digits(value = 18, scale = 10) BigDecimal pmRatio) {

  /** Unrounded means of the slot's hours; null: none has a value. */
  record SlotMeans(
      @Nullable @Digits(value = 18, scale = 10) BigDecimal so2UgM3,
      @Nullable @Digits(value = 18, scale = 10) BigDecimal no2UgM3,
      @Nullable @Digits(value = 18, scale = 10) BigDecimal coMgM3,
      @Nullable @Digits(value = 18, scale = 10) BigDecimal o3UgM3,
      @Nullable @Digits(value = 18, scale = 10) BigDecimal pm10UgM3,
      @Nullable @Digits(value = 18, scale = 10) BigDecimal pm2_5UgM3) {}

  /** Hours of the slot with a value. */
  record SlotHours(
      long so2SlotHours,
      long no2SlotHours,
      long coSlotHours,
      long o3SlotHours,
      long pm10SlotHours,
      long pm2_5SlotHours) {}

  /** A station, or an area by its evaluation stations. */
  enum PlaceKind {
    STATION,
    TOWNSHIP,
    COUNTY,
    CITY;

    /** The kind of place an area is. */
    static PlaceKind of(AreaKind kind) {
      return valueOf(kind.name());
    }

    /** The word in tables. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What the slots are. */
  enum Profile {
    /** Hours of the day by their start, 0 to 23. */
    HOUR_OF_DAY,
    /** Days of the week, Monday 1 to Sunday 7. */
    DAY_OF_WEEK;

    /** The word in tables. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
