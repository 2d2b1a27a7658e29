package org.dawen.air;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;
import org.dawen.standard.Mean;

/** An unbroken run of polluted days of an area (污染过程). */
@OfTable(
    name = "air.episode",
    grain =
        "One row per area and unbroken run of polluted days (污染过程): published six-item AQI above"
            + " 100.",
    sources = {"air.area_day"},
    warnings = {"A day without a published AQI ends a run; a run over New Year is two rows"})
public record Episode(
    @Key AreaKind areaKind,
    @Key String areaCode,
    @Day LocalDate yearStart,
    @Key LocalDate beginDay,
    LocalDate endDay,
    int episodeDays,
    int peakAqi,
    LocalDate peakDay,
    String peakPollutant,
    @Digits(value = 18, scale = 10) BigDecimal meanAqi,
    @Nullable @Digits(value = 18, scale = 10) BigDecimal peakPm2_5UgM3,
    @Nullable @Digits(value = 18, scale = 10) BigDecimal episodePm2_5UgM3,
    @Nullable @Digits(value = 18, scale = 10) BigDecimal episodeO3_8hUgM3) {

  /** The days of a run, in order, each polluted. */
  static Episode of(java.util.List<AreaDayFigures> run) {
    AreaDayFigures first = run.get(0);
    AreaDayFigures peak = first;
    Mean aqi = new Mean();
    Mean pm25 = new Mean();
    Mean ozone = new Mean();
    BigDecimal largestPm25 = null;
    for (AreaDayFigures day : run) {
      // Of equal peaks the first day counts.
      peak = day.aqiPublished() > peak.aqiPublished() ? day : peak;
      aqi.add(BigDecimal.valueOf(day.aqiPublished()));
      BigDecimal value = day.values().pm2_5UgM3();
      pm25.add(value);
      ozone.add(day.values().o3_8hUgM3());
      largestPm25 =
          largestPm25 == null || value != null && value.compareTo(largestPm25) > 0
              ? value
              : largestPm25;
    }
    return new Episode(
        first.areaKind(),
        first.areaCode(),
        first.dataDay().withDayOfYear(1),
        first.dataDay(),
        run.get(run.size() - 1).dataDay(),
        run.size(),
        peak.aqiPublished(),
        peak.dataDay(),
        peak.primaryPollutant(),
        aqi.value(),
        largestPm25,
        pm25.value(),
        ozone.value());
  }
}
