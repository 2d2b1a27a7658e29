package org.dawen.air;

import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.unix_date;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF8;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.dawen.standard.AirRuleSet;
import org.dawen.standard.Aqi;
import org.dawen.standard.AqiReport;
import org.dawen.standard.HourConcentrations;

/**
 * The index of an hour as a Spark function; the arithmetic is {@link Aqi#hourly}. Days before the
 * first rule set give null.
 */
final class HourIndices
    implements UDF8<
        Integer,
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
      udf(new HourIndices(), IndexFields.typeOf(AirTables.HOUR_INDICES));

  /**
   * A struct with the fields of {@link AirTables#HOUR_INDICES}.
   *
   * @param rulesDay day whose rules judge
   * @param concentrations in the order of {@link AirTables#HOUR_CONCENTRATIONS}
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
      BigDecimal co,
      BigDecimal o3,
      BigDecimal pm10,
      BigDecimal pm25,
      String unmonitored) {
    AirRuleSet rules = AirRuleSet.inForce(LocalDate.ofEpochDay(epochDay));
    if (rules == null) {
      return null;
    }
    // The mean of the 24 hours before belongs to other days; above 800 SO2 stays without an index.
    HourConcentrations hour = new HourConcentrations(so2, null, no2, pm10, co, o3, pm25);
    AqiReport report = Aqi.hourly(rules, hour);
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
        report.publishedAqi(UnmonitoredItems.of(unmonitored)),
        rules.standard());
  }
}
