package org.dawen.source;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.lake.SharedSession;
import org.dawen.run.Settings;
import org.junit.jupiter.api.Test;

/**
 * Four years of a real turbine as hours of stacks, under four limits from one it mostly exceeds to
 * one it never reaches: the rules together flag at most one outlet-day in a hundred. Recording: UCI
 * 551, see src/test/resources/source/README.md.
 */
class CleanSeriesTest {
  private static final Path HOME = Path.of(System.getProperty("dawen.home", "."));

  @Test
  void atMostOneOutletDayInAHundredOfACleanSeriesIsSuspect() {
    Dataset<Row> recorded =
        SharedSession.spark()
            .read()
            .option("header", true)
            .schema("hour_no INT, nox_mg_m3 DECIMAL(18,8), co_mg_m3 DECIMAL(18,8)")
            .csv(HOME.resolve("src/test/resources/source/gas_turbine_nox_co.csv.gz").toString());
    Dataset<Row> hours =
        recorded
            .withColumn(
                "hour_start",
                expr("TIMESTAMP_NTZ'2021-01-01 00:00:00' + make_dt_interval(0, hour_no)"))
            .withColumn("data_day", expr("CAST(hour_start AS DATE)"))
            .withColumn("_limit", expr("explode(array(50, 75, 100, 120))"))
            .withColumn("outlet_code", expr("concat('T', _limit)"))
            .withColumn(
                "_of",
                expr(
                    "explode(array(named_struct('code', 'a21002', 'v', nox_mg_m3),"
                        + " named_struct('code', 'a21005', 'v', co_mg_m3)))"))
            .select(
                SourceTables.OUTLET_HOUR.columns().stream()
                    .map(CleanSeriesTest::value)
                    .toArray(Column[]::new))
            .cache();
    List<Row> suspects =
        SuspectRules.suspects(
                hours, SuspectThresholds.of(Settings.read(HOME.resolve("jobs/nightly.yaml"))))
            .select("outlet_code", "data_day", "suspect_rule")
            .collectAsList();
    long outletDays = hours.select("outlet_code", "data_day").distinct().count();
    long suspectDays = suspects.stream().map(r -> r.get(0) + " " + r.get(1)).distinct().count();
    hours.unpersist();

    // 36,733 hours are 1,530 whole days and 13 hours, of four outlets.
    assertThat(outletDays).isEqualTo(4 * 1531);
    // The recording stands still for days on end now and then, so that "none" would prove nothing.
    assertThat(suspectDays).isPositive();
    assertThat(suspectDays * 100)
        .as("%d suspect of %d outlet-days: %s", suspectDays, outletDays, suspects)
        .isLessThanOrEqualTo(outletDays);
  }

  private static Column value(org.dawen.lake.Column c) {
    return (switch (c.name()) {
          case "outlet_code", "hour_start", "data_day" -> c.col();
          case "pollutant_code" -> expr("_of.code");
          case "avg_value" -> expr("_of.v");
          case "judged_value" -> expr("_of.v");
          case "limit_value" -> expr("_limit");
          case "limit_id" -> lit("P");
          case "data_flag" -> lit("N");
          default -> lit(null);
        })
        .cast(c.type())
        .as(c.name());
  }
}
