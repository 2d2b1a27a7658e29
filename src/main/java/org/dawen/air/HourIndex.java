package org.dawen.air;

import java.time.LocalDate;
import org.dawen.lake.Listed;
import org.dawen.lake.Nullable;
import org.dawen.standard.AirRuleSet;
import org.dawen.standard.Aqi;
import org.dawen.standard.AqiReport;
import org.dawen.standard.HourConcentrations;

/** The index of an hour; all null before the first rule set. */
record HourIndex(
    @Nullable Integer so2Iaqi,
    @Nullable Integer no2Iaqi,
    @Nullable Integer coIaqi,
    @Nullable Integer o3Iaqi,
    @Nullable Integer pm10Iaqi,
    @Nullable Integer pm2_5Iaqi,
    @Nullable Integer aqi,
    @Nullable String primaryPollutant,
    @Nullable @Listed(by = AirClasses.class) String className,
    @Nullable Integer aqiPublished,
    @Nullable String ruleSet) {
  private static final HourIndex NONE =
      new HourIndex(null, null, null, null, null, null, null, null, null, null, null);

  /**
   * Six 1-hour values, PM by the breakpoints of 24 hours (practice of the national publication; HJ
   * 633-2026 4.2.3); until 2026-02-28 concentrations as received, then rounded first; HJ 633-2012 4
   * and 5.1, HJ 633-2026 4 and 5.3.1.
   *
   * @param rulesDay day whose rules judge
   * @param unmonitored items not monitored by plan, as in the registry
   */
  static HourIndex of(LocalDate rulesDay, HourValues values, String unmonitored) {
    AirRuleSet rules = AirRuleSet.inForce(rulesDay);
    if (rules == null) {
      return NONE;
    }
    // The mean of the 24 hours before belongs to other days; above 800 SO2 stays without an index.
    AqiReport report =
        Aqi.hourly(
            rules,
            new HourConcentrations(
                values.so2UgM3(),
                null,
                values.no2UgM3(),
                values.pm10UgM3(),
                values.coMgM3(),
                values.o3UgM3(),
                values.pm2_5UgM3()));
    return new HourIndex(
        report.indices().so2(),
        report.indices().no2(),
        report.indices().co(),
        report.indices().o3(),
        report.indices().pm10(),
        report.indices().pm25(),
        report.aqi(),
        AirClasses.primary(report),
        AirClasses.className(report),
        report.publishedAqi(UnmonitoredItems.of(unmonitored)),
        rules.standard());
  }
}
