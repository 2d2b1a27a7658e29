package org.dawen.air;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.dawen.lake.Listed;
import org.dawen.lake.Nullable;
import org.dawen.standard.AirPollutant;
import org.dawen.standard.AirRuleSet;
import org.dawen.standard.Aqi;
import org.dawen.standard.AqiReport;
import org.dawen.standard.DayConcentrations;

/** The six-item index of an area's day; all null, and not valid, before the first rule set. */
record AreaIndex(
    @Nullable Integer so2Iaqi,
    @Nullable Integer no2Iaqi,
    @Nullable Integer coIaqi,
    @Nullable Integer o3_8hIaqi,
    @Nullable Integer pm10Iaqi,
    @Nullable Integer pm2_5Iaqi,
    @Nullable Integer aqi,
    @Nullable String primaryPollutant,
    @Nullable @Listed(by = AirClasses.class) String className,
    @Nullable Integer aqiPublished,
    @Nullable Integer aqiWithoutDust,
    @Nullable Integer aqiPublishedWithoutDust,
    boolean isValid,
    @Nullable String ruleSet) {
  private static final AreaIndex NONE =
      new AreaIndex(
          null, null, null, null, null, null, null, null, null, null, null, null, false, null);

  /**
   * From the rounded means, with and without the hours under dust.
   *
   * @param rulesDay day whose rules judge
   * @param unmonitored items that no station of the area monitors by plan, joined by {@code ;}
   */
  static AreaIndex of(
      LocalDate rulesDay,
      DayValues values,
      BigDecimal pm10WithoutDust,
      BigDecimal pm25WithoutDust,
      String unmonitored) {
    AirRuleSet rules = AirRuleSet.inForce(rulesDay);
    if (rules == null) {
      return NONE;
    }
    Set<AirPollutant> exempt = UnmonitoredItems.of(unmonitored);
    AqiReport report = report(rules, values, values.pm10UgM3(), values.pm2_5UgM3());
    boolean isSame =
        Objects.equals(pm10WithoutDust, values.pm10UgM3())
            && Objects.equals(pm25WithoutDust, values.pm2_5UgM3());
    AqiReport withoutDust =
        isSame ? report : report(rules, values, pm10WithoutDust, pm25WithoutDust);
    return new AreaIndex(
        report.indices().so2(),
        report.indices().no2(),
        report.indices().co(),
        report.indices().o3(),
        report.indices().pm10(),
        report.indices().pm25(),
        report.aqi(),
        AirClasses.primary(report),
        AirClasses.className(report),
        report.publishedAqi(exempt),
        withoutDust.aqi(),
        withoutDust.publishedAqi(exempt),
        exempt.containsAll(report.indices().missing()),
        rules.standard());
  }

  private static AqiReport report(
      AirRuleSet rules, DayValues values, BigDecimal pm10, BigDecimal pm25) {
    return Aqi.dailySixItems(
        rules,
        new DayConcentrations(
            values.so2UgM3(),
            values.no2UgM3(),
            pm10,
            values.coMgM3(),
            values.o3_8hUgM3(),
            null,
            pm25));
  }
}
