package org.dawen.lead;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.dawen.lake.DaySet;

/**
 * What became of leads, by county and month. Both shares are ours: no official formula was found.
 */
final class CountyMonthRules {
  private CountyMonthRules() {}

  /**
   * Rows of {@code lead.county_month}. A work order belongs to the month in which it is due, and is
   * closed in time if it was closed by that day. A case belongs to the month of its day.
   *
   * @param areas enterprise and county
   * @param months first days of the months
   * @param dueWithinDays due so many days after opening, where no due day was named
   */
  static Dataset<Row> countyMonths(
      Dataset<Row> workOrders,
      Dataset<Row> cases,
      Dataset<Row> areas,
      DaySet months,
      int dueWithinDays,
      BigDecimal targetPercent) {
    Column due = coalesce(col("due_day"), functions.date_add(col("opened_day"), dueWithinDays));
    Dataset<Row> orders =
        workOrders
            .withColumn("_due", due)
            .selectExpr(
                "substring_index(lead_id, '/', size(split(lead_id, '/')) - 2) AS enterprise_code",
                "CAST(trunc(_due, 'MM') AS DATE) AS data_day",
                "closed_day IS NOT NULL AND closed_day <= _due AS _in_time")
            .join(areas, new String[] {"enterprise_code"}, "left")
            .select(
                coalesce(col("county_code"), lit("?")).as("county_code"),
                col("data_day"),
                lit(1).as("_due"),
                when(col("_in_time"), 1).otherwise(0).as("_in_time"),
                lit(0).as("_case"),
                lit(0).as("_off_site"));
    Dataset<Row> ofCases =
        cases.select(
            coalesce(col("county_code"), lit("?")).as("county_code"),
            expr("CAST(trunc(case_day, 'MM') AS DATE)").as("data_day"),
            lit(0).as("_due"),
            lit(0).as("_in_time"),
            lit(1).as("_case"),
            when(col("is_off_site"), 1).otherwise(0).as("_off_site"));
    Dataset<Row> both = orders.union(ofCases).where(months.toSql("data_day"));
    return both.union(both.withColumn("county_code", lit("*")))
        .groupBy("county_code", "data_day")
        .agg(
            functions.sum("_due").cast("int").as("due_order_count"),
            functions.sum("_in_time").cast("int").as("closed_in_time_count"),
            functions.sum("_case").cast("int").as("case_count"),
            functions.sum("_off_site").cast("int").as("off_site_case_count"))
        .withColumn(
            "in_time_closure_percent", share(col("closed_in_time_count"), col("due_order_count")))
        .withColumn("off_site_percent", share(col("off_site_case_count"), col("case_count")))
        .withColumn("off_site_target_percent", lit(targetPercent).cast("decimal(6,3)"))
        .withColumn(
            "is_target_met",
            // Compared as whole numbers: a share is rounded.
            when(
                col("case_count").gt(0),
                col("off_site_case_count")
                    .multiply(lit(100))
                    .geq(col("case_count").multiply(col("off_site_target_percent")))))
        .select(
            LeadTables.COUNTY_MONTH.columns().stream()
                .map(c -> c.col().cast(c.type()).as(c.name()))
                .toArray(Column[]::new));
  }

  private static Column share(Column part, Column whole) {
    return when(
        whole.gt(0),
        part.cast("decimal(10,0)")
            .multiply(lit(100))
            .divide(whole.cast("decimal(10,0)"))
            .cast("decimal(14,10)"));
  }
}
