package org.dawen.air;

import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.unix_date;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF9;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.dawen.standard.AirItem;
import org.dawen.standard.AirPollutant;
import org.dawen.standard.AirRuleSet;
import org.dawen.standard.Aqi;
import org.dawen.standard.AqiReport;
import org.dawen.standard.DayConcentrations;
import org.dawen.standard.Iaqi;
import org.dawen.standard.Rounding;

/**
 * The index of a day as a Spark function; the arithmetic is {@link Aqi#daily}. Days before the
 * first rule set give null.
 */
final class DayIndices
    implements UDF9<
        Integer,
        BigDecimal,
        BigDecimal,
        BigDecimal,
        BigDecimal,
        BigDecimal,
        BigDecimal,
        BigDecimal,
        String,
        Row> {
  private static final long serialVersionUID = 1L;

  private static final UserDefinedFunction FUNCTION =
      udf(new DayIndices(), IndexFields.typeOf(AirTables.DAY_INDICES));

  /**
   * A struct with the fields of {@link AirTables#DAY_INDICES}.
   *
   * @param rulesDay day whose rules judge
   * @param concentrations SO2, NO2, PM10, CO, O3 8 h, O3 1 h, PM2.5; null = not valid
   * @param unmonitored items not monitored by plan, as in the registry
   */
  static Column of(Column rulesDay, Column[] concentrations, Column unmonitored) {
    return FUNCTION.apply(IndexFields.arguments(unix_date(rulesDay), concentrations, unmonitored));
  }

  @Override
  public Row call(
      Integer epochDay,
      BigDecimal so2,
      BigDecimal no2,
      BigDecimal pm10,
      BigDecimal co,
      BigDecimal ozone8h,
      BigDecimal ozone1h,
      BigDecimal pm25,
      String unmonitored) {
    AirRuleSet rules = AirRuleSet.inForce(LocalDate.ofEpochDay(epochDay));
    if (rules == null) {
      return null;
    }
    DayConcentrations day = new DayConcentrations(so2, no2, pm10, co, ozone8h, ozone1h, pm25);
    AqiReport report = Aqi.daily(rules, day);
    AqiReport sixItems = Aqi.dailySixItems(rules, day);
    boolean countsOzoneHour = rules.dailyItems().contains(AirItem.O3_1H);
    Set<AirPollutant> exempt = UnmonitoredItems.of(unmonitored);
    boolean isOzoneValid = ozone8h != null && (!countsOzoneHour || ozone1h != null);
    boolean isValid =
        exempt.containsAll(sixItems.indices().missing())
            && (isOzoneValid || exempt.contains(AirPollutant.O3));
    return RowFactory.create(
        report.indices().so2(),
        report.indices().no2(),
        report.indices().co(),
        ozoneIndex(rules, AirItem.O3_8H, ozone8h),
        countsOzoneHour ? ozoneIndex(rules, AirItem.O3_1H, ozone1h) : null,
        report.indices().pm10(),
        report.indices().pm25(),
        report.aqi(),
        IndexFields.primary(report),
        IndexFields.className(report),
        sixItems.aqi(),
        IndexFields.primary(sixItems),
        report.publishedAqi(exempt),
        isValid,
        rules.standard());
  }

  /** The report knows ozone as one pollutant; here its two items stand apart. */
  private static Integer ozoneIndex(AirRuleSet rules, AirItem item, BigDecimal concentration) {
    return Iaqi.of(
        rules,
        item,
        rules.roundsDailyConcentrations()
            ? Rounding.halfEven(concentration, item.decimals())
            : concentration);
  }
}
