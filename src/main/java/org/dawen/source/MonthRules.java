package org.dawen.source;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.bool_and;
import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.when;
import static org.dawen.intake.ReceivedTables.DATA_DAY;
import static org.dawen.intake.ReceivedTables.HOUR_START;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.lake.DaySet;
import org.dawen.lake.Table;
import org.dawen.registry.RegistryTables;
import org.dawen.registry.Validity;
import org.dawen.source.SourceTables.Unjudgeable;

/** Monthly figures of outlets and areas; those of areas are ratios of sums. */
final class MonthRules {
  private MonthRules() {}

  /**
   * Rows of {@code source.transmission_month} (数据传输有效率): received / due · valid / received, once as
   * it stands and once as received by 13:00 of the next day.
   *
   * @param hours rows of {@code source.outlet_hour} of whole months
   * @param counties rows of {@code registry.county}
   * @param days the whole months
   */
  static Dataset<Row> transmission(
      Dataset<Row> hours,
      Dataset<Row> outlets,
      Dataset<Row> marks,
      Dataset<Row> counties,
      DaySet days) {
    Dataset<Row> due =
        DueRules.withoutMarkedShutdown(
            DueRules.everyHour(DueRules.outletDays(DueRules.cityDaysOfMonths(hours), outlets)),
            marks,
            days);
    Dataset<Row> outletHours =
        due.join(
                receivedHours(hours),
                names(SourceTables.OUTLET_CODE.name(), HOUR_START.name()),
                "left")
            .where(not(coalesce(col("_is_shut"), lit(false))))
            .withColumn(SourceTables.MONTH_START.name(), trunc(DATA_DAY.col(), "month"));
    Dataset<Row> outletMonths =
        outletHours
            .groupBy(
                SourceTables.OUTLET_CODE.col(),
                SourceTables.ENTERPRISE_CODE.col(),
                SourceTables.COUNTY_CODE.col(),
                SourceTables.MONTH_START.col())
            .agg(
                count(lit(1)).as("due_hours"),
                count_if(coalesce(col("_is_received"), lit(false))).as("received_hours"),
                count_if(coalesce(col("_is_valid"), lit(false))).as("valid_hours"),
                max(coalesce(col("_tells_receipt"), lit(false))).as("_tells_receipt"),
                count_if(coalesce(col("_is_in_time"), lit(false))).as("_in_time"),
                count_if(coalesce(col("_is_valid_in_time"), lit(false))).as("_valid_in_time"))
            .withColumn(
                "immediate_due_hours", when(col("_tells_receipt"), col("due_hours")).otherwise(0L))
            .withColumn(
                "immediate_received_hours",
                when(col("_tells_receipt"), col("_in_time")).otherwise(0L))
            .withColumn(
                "immediate_valid_hours",
                when(col("_tells_receipt"), col("_valid_in_time")).otherwise(0L));
    List<String> sums =
        List.of(
            "due_hours",
            "received_hours",
            "valid_hours",
            "immediate_due_hours",
            "immediate_received_hours",
            "immediate_valid_hours");
    return sumByArea(outletMonths, counties, List.of(), sums)
        .transform(m -> withRates(m, ""))
        .transform(m -> withRates(m, "immediate_"))
        .transform(m -> declared(m, SourceTables.TRANSMISSION_MONTH));
  }

  private static Dataset<Row> withRates(Dataset<Row> months, String which) {
    return months
        .withColumn(
            which + "transmission_rate_percent",
            percent(col(which + "received_hours"), col(which + "due_hours")))
        .withColumn(
            which + "effective_rate_percent",
            percent(col(which + "valid_hours"), col(which + "received_hours")))
        .withColumn(
            which + "transmission_effective_rate_percent",
            percent(col(which + "valid_hours"), col(which + "due_hours")));
  }

  /**
   * One row per outlet and hour received. Due pollutants are those with a limit in force that the
   * outlet sent at least once in the month: mercury has a limit and no instrument. Of an outlet
   * without limits it is everything it sent. A pollutant that is shut down (flag F, mark) is not
   * due in that hour, and an hour in which all are is none; it is valid if every other one is
   * judgeable.
   */
  private static Dataset<Row> receivedHours(Dataset<Row> hours) {
    Column isLimited =
        coalesce(SourceTables.LIMIT_ID.col(), SourceTables.DAY_LIMIT_ID.col()).isNotNull();
    Column month = trunc(DATA_DAY.col(), "month");
    Dataset<Row> duePollutants =
        hours
            .where(isLimited)
            .groupBy(SourceTables.OUTLET_CODE.col().as("_due_outlet"), month.as("_due_month"))
            .agg(countDistinct(SourceTables.POLLUTANT_CODE.col()).as("_due_pollutants"));
    Column hadValidFlag = SourceTables.FLAG_IN_TIME.col().equalTo(PacketRules.NORMAL);
    Column isFlagAlone =
        SourceTables.IS_JUDGEABLE
            .col()
            .or(
                SourceTables.UNJUDGEABLE_REASON
                    .col()
                    .isin(Unjudgeable.FLAG_MISSING.name(), Unjudgeable.FLAG_NOT_NORMAL.name()));
    Column wasValidInTime = coalesce(hadValidFlag.and(isFlagAlone), lit(false));
    return hours
        .withColumn("_is_limited", isLimited)
        .groupBy(SourceTables.OUTLET_CODE.col(), HOUR_START.col(), month.as("_month"))
        .agg(
            lit(true).as("_is_received"),
            count_if(col("_is_limited").and(not(DueRules.isShutDown()))).as("_open_pollutants"),
            count_if(col("_is_limited")).as("_limited_pollutants"),
            count_if(col("_is_limited").and(DueRules.isShutDown())).as("_shut_pollutants"),
            bool_and(DueRules.isShutDown()).as("_is_all_shut"),
            count_if(col("_is_limited").and(SourceTables.IS_JUDGEABLE.col()))
                .as("_valid_pollutants"),
            bool_and(SourceTables.IS_JUDGEABLE.col().or(DueRules.isShutDown())).as("_is_all_valid"),
            bool_or(SourceTables.FIRST_RECEIVED_AT.col().isNotNull()).as("_tells_receipt"),
            bool_or(SourceTables.FLAG_IN_TIME.col().isNotNull()).as("_is_in_time"),
            count_if(col("_is_limited").and(wasValidInTime)).as("_pollutants_in_time"),
            bool_and(wasValidInTime.or(DueRules.isShutDown())).as("_is_all_in_time"))
        .join(
            broadcast(duePollutants),
            SourceTables.OUTLET_CODE
                .col()
                .equalTo(col("_due_outlet"))
                .and(col("_month").equalTo(col("_due_month"))),
            "left")
        .withColumn(
            "_is_shut",
            when(col("_limited_pollutants").equalTo(0), col("_is_all_shut"))
                .otherwise(col("_open_pollutants").equalTo(0)))
        .withColumn(
            "_is_valid",
            when(col("_due_pollutants").isNull(), col("_is_all_valid"))
                .otherwise(isEachDueOneOf(col("_valid_pollutants"))))
        .withColumn(
            "_is_valid_in_time",
            col("_is_in_time")
                .and(
                    when(col("_due_pollutants").isNull(), col("_is_all_in_time"))
                        .otherwise(isEachDueOneOf(col("_pollutants_in_time")))))
        .drop("_month", "_due_outlet", "_due_month");
  }

  private static Column isEachDueOneOf(Column pollutants) {
    return pollutants.plus(col("_shut_pollutants")).geq(col("_due_pollutants"));
  }

  /** Rows of {@code source.accuracy_month} (数据准确率): comparison tests passed / due. */
  static Dataset<Row> accuracy(
      Dataset<Row> comparisons, Dataset<Row> outlets, Dataset<Row> counties) {
    Dataset<Row> tests =
        comparisons.select(
            SourceTables.OUTLET_CODE.col().as("_tested"),
            RegistryTables.TEST_DAY.col(),
            RegistryTables.PASSED.col());
    Dataset<Row> ofOutlets =
        tests
            .join(
                broadcast(outlets),
                tests
                    .col("_tested")
                    .equalTo(outlets.col(SourceTables.OUTLET_CODE.name()))
                    .and(Validity.isValidOn(tests.col(RegistryTables.TEST_DAY.name()), outlets)),
                "left")
            .groupBy(
                col("_tested").as(SourceTables.OUTLET_CODE.name()),
                SourceTables.ENTERPRISE_CODE.col(),
                SourceTables.COUNTY_CODE.col(),
                trunc(RegistryTables.TEST_DAY.col(), "month").as(SourceTables.MONTH_START.name()))
            .agg(
                count(lit(1)).as("due_count"),
                count_if(coalesce(RegistryTables.PASSED.col(), lit(false))).as("passed_count"));
    return sumByArea(ofOutlets, counties, List.of(), List.of("due_count", "passed_count"))
        .withColumn("accuracy_rate_percent", percent(col("passed_count"), col("due_count")))
        .transform(m -> declared(m, SourceTables.ACCURACY_MONTH));
  }

  /**
   * Rows of {@code source.compliance_month} (达标率): outlet-days on which no judged hour and no
   * judged day mean was outside its limit, of those on which anything was judged; and the same by
   * the verdicts alone whose limits are verified.
   *
   * @param outletDays rows of {@code source.outlet_day}
   */
  static Dataset<Row> compliance(
      Dataset<Row> outletDays, Dataset<Row> outlets, Dataset<Row> counties) {
    Dataset<Row> days =
        outletDays
            .where(SourceTables.IS_COMPLIANT.col().isNotNull())
            .groupBy(
                SourceTables.OUTLET_CODE.col().as("_judged_outlet"),
                SourceTables.ENTERPRISE_CODE.col(),
                SourceTables.COUNTY_CODE.col(),
                SourceTables.MEDIUM.col().as("_medium"),
                DATA_DAY.col())
            .agg(
                bool_and(SourceTables.IS_COMPLIANT.col()).as("_complies"),
                bool_or(SourceTables.IS_PROVISIONAL.col()).as("_is_provisional"),
                bool_and(SourceTables.IS_COMPLIANT_CONFIRMED.col()).as("_confirmed"));
    Dataset<Row> industries =
        outlets.select(
            SourceTables.OUTLET_CODE.col(),
            RegistryTables.INDUSTRY_CODE.col(),
            RegistryTables.VALID_FROM.col(),
            RegistryTables.VALID_TO.col());
    Dataset<Row> outletMonths =
        days.join(
                broadcast(industries),
                days.col("_judged_outlet")
                    .equalTo(industries.col(SourceTables.OUTLET_CODE.name()))
                    .and(Validity.isValidOn(days.col(DATA_DAY.name()), industries)),
                "left")
            .withColumn(SourceTables.PLANT_GROUP.name(), plantGroup())
            .groupBy(
                SourceTables.PLANT_GROUP.col(),
                col("_judged_outlet").as("_outlet"),
                SourceTables.ENTERPRISE_CODE.col(),
                SourceTables.COUNTY_CODE.col(),
                trunc(DATA_DAY.col(), "month").as(SourceTables.MONTH_START.name()))
            .agg(
                lit(1L).as("outlet_count"),
                count(lit(1)).as("judged_days"),
                count_if(col("_complies")).as("compliant_days"),
                count_if(col("_is_provisional")).as("provisional_days"),
                count(col("_confirmed")).as("confirmed_judged_days"),
                count_if(col("_confirmed")).as("confirmed_compliant_days"))
            .withColumnRenamed("_outlet", SourceTables.OUTLET_CODE.name());
    return sumByArea(
            outletMonths,
            counties,
            List.of(SourceTables.PLANT_GROUP.name()),
            List.of(
                "outlet_count",
                "judged_days",
                "compliant_days",
                "provisional_days",
                "confirmed_judged_days",
                "confirmed_compliant_days"))
        .withColumn("compliance_rate_percent", percent(col("compliant_days"), col("judged_days")))
        .withColumn(
            "confirmed_compliance_rate_percent",
            percent(col("confirmed_compliant_days"), col("confirmed_judged_days")))
        .transform(m -> declared(m, SourceTables.COMPLIANCE_MONTH));
  }

  /** Kinds of plants by GB/T 4754-2017; 4417 is biomass power, which waste incinerators report. */
  private static Column plantGroup() {
    Column industry = RegistryTables.INDUSTRY_CODE.col();
    return when(industry.equalTo("4620"), "sewage_plant")
        .when(industry.isin("4411", "4412"), "power")
        .when(industry.equalTo("3011"), "cement")
        .when(industry.isin("4417", "7723"), "waste_incineration")
        .when(col("_medium").equalTo("water"), "other_water")
        .otherwise("other_gas");
  }

  /** Sums of outlets by outlet, enterprise, county and city. What has no code is left out. */
  private static Dataset<Row> sumByArea(
      Dataset<Row> ofOutlets, Dataset<Row> counties, List<String> groups, List<String> sums) {
    Dataset<Row> cities =
        counties
            .where(RegistryTables.CITY_CODE.col().isNotNull())
            .groupBy(RegistryTables.COUNTY_CODE.col().as("_county"))
            .agg(max(RegistryTables.CITY_CODE.col()).as("_city"));
    List<Column> kept =
        java.util.stream.Stream.of(groups, List.of(SourceTables.MONTH_START.name()), sums)
            .flatMap(List::stream)
            .map(org.apache.spark.sql.functions::col)
            .toList();
    Column areas =
        inline(
            array(
                area("outlet", SourceTables.OUTLET_CODE.col()),
                area("enterprise", SourceTables.ENTERPRISE_CODE.col()),
                area("county", SourceTables.COUNTY_CODE.col()),
                area("city", col("_city"))));
    Dataset<Row> parts =
        ofOutlets
            .join(broadcast(cities), SourceTables.COUNTY_CODE.col().equalTo(col("_county")), "left")
            .select(
                java.util.stream.Stream.concat(kept.stream(), java.util.stream.Stream.of(areas))
                    .toArray(Column[]::new))
            .where(SourceTables.AREA_CODE.col().isNotNull());
    List<String> keys =
        java.util.stream.Stream.of(
                groups,
                List.of(
                    SourceTables.AREA_LEVEL.name(),
                    SourceTables.AREA_CODE.name(),
                    SourceTables.MONTH_START.name()))
            .flatMap(List::stream)
            .toList();
    Column[] totals = sums.stream().map(s -> sum(col(s)).as(s)).toArray(Column[]::new);
    return parts
        .groupBy(keys.stream().map(org.apache.spark.sql.functions::col).toArray(Column[]::new))
        .agg(totals[0], java.util.Arrays.copyOfRange(totals, 1, totals.length));
  }

  private static Column area(String level, Column code) {
    return struct(
        lit(level).as(SourceTables.AREA_LEVEL.name()), code.as(SourceTables.AREA_CODE.name()));
  }

  /** Null where there is nothing to divide by. */
  private static Column percent(Column part, Column whole) {
    return when(
        whole.gt(0),
        part.multiply(lit(100))
            .cast("decimal(18,8)")
            .divide(whole.cast("decimal(12,0)"))
            .cast("decimal(14,8)"));
  }

  private static Dataset<Row> declared(Dataset<Row> rows, Table table) {
    return rows.select(
        table.columns().stream()
            .map(c -> c.col().cast(c.type()).as(c.name()))
            .toArray(Column[]::new));
  }

  private static scala.collection.immutable.Seq<String> names(String... names) {
    return scala.jdk.javaapi.CollectionConverters.asScala(List.of(names)).toSeq();
  }
}
