package org.dawen.noise;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;
import org.dawen.standard.NoiseZone;

/**
 * A level of a noise point above the limit of its zone.
 *
 * @param loudestHourStart the loudest hour that counts; null: the platform sent the day alone
 * @param hourCount hours the level rests on; of a peak those with one
 */
@OfTable(
    name = "noise.exceedance",
    grain = "One row per noise point, date and kind of level above the limit of the zone.",
    sources = {"noise.point_day", "noise.point_hour"},
    warnings = "Ambient noise of a zone; not a finding against an enterprise")
public record NoiseExceedance(
    @Key String pointCode,
    @Key @Day LocalDate dataDay,
    @Key Kind levelKind,
    NoiseZone zone,
    @Nullable String countyCode,
    @Digits(value = 14, scale = 10) BigDecimal levelDb,
    @Digits(value = 6, scale = 2) BigDecimal judgedDb,
    @Digits(value = 6, scale = 2) BigDecimal limitDb,
    @Digits(value = 6, scale = 2) BigDecimal overDb,
    @Nullable LocalDateTime loudestHourStart,
    int hourCount,
    boolean isProvisional,
    @Nullable String fileId,
    @Nullable Long recordNo) {

  /** Which level. */
  enum Kind {
    /** The day level. */
    DAY,
    /** The night level. */
    NIGHT,
    /** A sudden noise at night, further above the limit than it may be. */
    NIGHT_PEAK;

    /** The word in tables. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
