package org.dawen.air;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.year;
import static org.dawen.intake.ReceivedTables.DATA_DAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** How months, quarters and years to date of areas follow from their days. */
final class AreaMonthRules {
  private AreaMonthRules() {}

  /**
   * Rows of {@code air.area_month}.
   *
   * @param areaDays rows of {@code air.area_day} from the first day of each month's year on
   * @param months first days of the months wanted
   */
  static Dataset<Row> areaMonths(
      Dataset<Row> areaDays, Set<LocalDate> months, RulesAsOf rulesAsOf) {
    return collectYears(areaDays)
        .withColumn(
            "_period",
            explode(new AreaPeriods(months, rulesAsOf).of(col("_days.d"), col("_days.n"))))
        .select(
            AreaTables.AREA_KIND.col(),
            AreaTables.AREA_CODE.col(),
            AreaTables.AREA_NAME.col(),
            col("_period.*"));
  }

  /**
   * One row per area and year with its days in order, at most 366: days since 1970 in {@code
   * _days.d}, the numbers of each day in {@code _days.n} as {@link AreaYear#of} takes them.
   */
  static Dataset<Row> collectYears(Dataset<Row> areaDays) {
    Column lastOfKind =
        max(DATA_DAY.col())
            .over(Window.partitionBy(AreaTables.AREA_KIND.col(), trunc(DATA_DAY.col(), "MM")));
    Column[] numbers =
        Stream.of(
                AreaTables.DAY_CONCENTRATIONS.stream().map(org.dawen.lake.Column::col),
                AreaTables.WITHOUT_DUST.stream().map(org.dawen.lake.Column::col),
                Stream.of(
                    AirTables.AQI_PUBLISHED.col(),
                    AreaTables.AQI_PUBLISHED_WITHOUT_DUST.col(),
                    unix_date(col("_last_of_kind"))))
            .flatMap(s -> s)
            .map(c -> c.cast("decimal(18,10)"))
            .toArray(Column[]::new);
    Column day = struct(unix_date(DATA_DAY.col()).as("d"), array(numbers).as("n"));
    return areaDays
        .withColumn("_last_of_kind", lastOfKind)
        .groupBy(
            AreaTables.AREA_KIND.col(),
            AreaTables.AREA_CODE.col(),
            year(DATA_DAY.col()).as("_year"))
        .agg(
            sort_array(collect_list(day)).as("_days"),
            max_by(AreaTables.AREA_NAME.col(), DATA_DAY.col()).as(AreaTables.AREA_NAME.name()));
  }

  /** Column names of a join. */
  static scala.collection.immutable.Seq<String> names(String... names) {
    return scala.jdk.javaapi.CollectionConverters.asScala(List.of(names)).toSeq();
  }
}
