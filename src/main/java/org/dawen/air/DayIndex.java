package org.dawen.air;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.dawen.lake.Listed;
import org.dawen.lake.Nullable;
import org.dawen.standard.AirItem;
import org.dawen.standard.AirPollutant;
import org.dawen.standard.AirRuleSet;
import org.dawen.standard.Aqi;
import org.dawen.standard.AqiReport;
import org.dawen.standard.DayConcentrations;
import org.dawen.standard.Iaqi;
import org.dawen.standard.Rounding;

/** The index of a station's day; all null, and not valid, before the first rule set. */
record DayIndex(
    @Nullable Integer so2Iaqi,
    @Nullable Integer no2Iaqi,
    @Nullable Integer coIaqi,
    @Nullable Integer o3_8hIaqi,
    @Nullable Integer o3_1hIaqi,
    @Nullable Integer pm10Iaqi,
    @Nullable Integer pm2_5Iaqi,
    @Nullable Integer aqi,
    @Nullable String primaryPollutant,
    @Nullable @Listed(by = AirClasses.class) String className,
    @Nullable Integer aqiSixItems,
    @Nullable String primarySixItems,
    @Nullable Integer aqiPublished,
    boolean isValid,
    @Nullable String ruleSet) {
  private static final DayIndex NONE =
      new DayIndex(
          null, null, null, null, null, null, null, null, null, null, null, null, null, false,
          null);

  /**
   * Seven items with the ozone hour until 2026-02-28 (HJ 633-2012 5.1.2), then six (HJ 633-2026
   * 4.2.2); concentrations are rounded first. Valid is a day of which every item of the index that
   * is monitored by plan is.
   *
   * @param rulesDay day whose rules judge
   * @param unmonitored items not monitored by plan, as in the registry
   */
  static DayIndex of(LocalDate rulesDay, DayConcentrations day, String unmonitored) {
    AirRuleSet rules = AirRuleSet.inForce(rulesDay);
    if (rules == null) {
      return NONE;
    }
    AqiReport report = Aqi.daily(rules, day);
    AqiReport sixItems = Aqi.dailySixItems(rules, day);
    boolean countsOzoneHour = rules.dailyItems().contains(AirItem.O3_1H);
    Set<AirPollutant> exempt = UnmonitoredItems.of(unmonitored);
    boolean isOzoneValid =
        day.o38hUgM3() != null && (!countsOzoneHour || day.o31hMaxUgM3() != null);
    boolean isValid =
        exempt.containsAll(sixItems.indices().missing())
            && (isOzoneValid || exempt.contains(AirPollutant.O3));
    return new DayIndex(
        report.indices().so2(),
        report.indices().no2(),
        report.indices().co(),
        ozoneIndex(rules, AirItem.O3_8H, day.o38hUgM3()),
        countsOzoneHour ? ozoneIndex(rules, AirItem.O3_1H, day.o31hMaxUgM3()) : null,
        report.indices().pm10(),
        report.indices().pm25(),
        report.aqi(),
        AirClasses.primary(report),
        AirClasses.className(report),
        sixItems.aqi(),
        AirClasses.primary(sixItems),
        report.publishedAqi(exempt),
        isValid,
        rules.standard());
  }

  /** The report knows ozone as one pollutant; here its two items are apart. */
  private static Integer ozoneIndex(AirRuleSet rules, AirItem item, BigDecimal concentration) {
    return Iaqi.of(
        rules,
        item,
        rules.roundsDailyConcentrations()
            ? Rounding.halfEven(concentration, item.decimals())
            : concentration);
  }
}
