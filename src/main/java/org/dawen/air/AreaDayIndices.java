package org.dawen.air;

import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.unix_date;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF10;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.dawen.standard.AirPollutant;
import org.dawen.standard.AirRuleSet;
import org.dawen.standard.Aqi;
import org.dawen.standard.AqiReport;
import org.dawen.standard.DayConcentrations;

/**
 * The six-item index of an area's day as a Spark function, with and without the hours under dust;
 * the arithmetic is {@link Aqi#dailySixItems}. Days before the first rule set give null.
 */
final class AreaDayIndices
    implements UDF10<
        Integer,
        BigDecimal,
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
      udf(new AreaDayIndices(), IndexFields.typeOf(AreaTables.AREA_INDICES));

  /**
   * A struct with the fields of {@link AreaTables#AREA_INDICES}, from the columns of the area's
   * day.
   *
   * @param rulesDay day whose rules judge
   */
  static Column of(Column rulesDay) {
    Column[] concentrations =
        Stream.concat(AreaTables.DAY_CONCENTRATIONS.stream(), AreaTables.WITHOUT_DUST.stream())
            .map(org.dawen.lake.Column::col)
            .toArray(Column[]::new);
    return FUNCTION.apply(
        IndexFields.arguments(
            unix_date(rulesDay), concentrations, AirTables.UNMONITORED_ITEMS.col()));
  }

  @Override
  public Row call(
      Integer epochDay,
      BigDecimal so2,
      BigDecimal no2,
      BigDecimal co,
      BigDecimal ozone8h,
      BigDecimal pm10,
      BigDecimal pm25,
      BigDecimal pm10WithoutDust,
      BigDecimal pm25WithoutDust,
      String unmonitored) {
    AirRuleSet rules = AirRuleSet.inForce(LocalDate.ofEpochDay(epochDay));
    if (rules == null) {
      return null;
    }
    Set<AirPollutant> exempt = UnmonitoredItems.of(unmonitored);
    AqiReport report =
        Aqi.dailySixItems(rules, new DayConcentrations(so2, no2, pm10, co, ozone8h, null, pm25));
    AqiReport withoutDust =
        pm10WithoutDust == pm10 && pm25WithoutDust == pm25
            ? report
            : Aqi.dailySixItems(
                rules,
                new DayConcentrations(
                    so2, no2, pm10WithoutDust, co, ozone8h, null, pm25WithoutDust));
    return RowFactory.create(
        report.indices().so2(),
        report.indices().no2(),
        report.indices().co(),
        report.indices().o3(),
        report.indices().pm10(),
        report.indices().pm25(),
        report.aqi(),
        IndexFields.primary(report),
        IndexFields.className(report),
        report.publishedAqi(exempt),
        withoutDust.aqi(),
        withoutDust.publishedAqi(exempt),
        exempt.containsAll(report.indices().missing()),
        rules.standard());
  }
}
