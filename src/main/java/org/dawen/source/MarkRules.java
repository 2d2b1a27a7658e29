package org.dawen.source;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.trim;
import static org.dawen.intake.ReceivedTables.HOUR_START;
import static org.dawen.registry.RegistryTables.ENDS_AT;
import static org.dawen.registry.RegistryTables.STARTS_AT;

import java.time.LocalDateTime;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.lake.DaySet;
import org.dawen.registry.RegistryTables;

/**
 * Marks of the enterprise (标记) on its own hours. A mark holds from its start, included, to its end,
 * not included; an hour it touches is marked. Data marked rightly are not used to judge an
 * exceedance: 污染物排放自动监测设备标记规则, in force 2023-01-01 (recalled, clause not checked).
 */
final class MarkRules {
  private static final String EVERY_POLLUTANT = "";

  private MarkRules() {}

  /**
   * Adds {@code mark_kind}.
   *
   * @param marks rows of {@code registry.mark}
   * @param days the bounded days of the hours; a mark still open reaches to their end
   */
  static Dataset<Row> attachMark(Dataset<Row> hours, Dataset<Row> marks, DaySet days) {
    if (days.isEmpty()) {
      return hours.withColumn(SourceTables.MARK_KIND.name(), lit(null).cast("string"));
    }
    Dataset<Row> marked = markedHours(marks, days);
    Dataset<Row> ofPollutant = named(marked.where(col("_pollutant").notEqual(EVERY_POLLUTANT)), "");
    Dataset<Row> ofAll =
        named(marked.where(col("_pollutant").equalTo(EVERY_POLLUTANT)), "_all");
    Column own = hourIs(hours, ofPollutant, "");
    Column sameFactor =
        hours.col(SourceTables.POLLUTANT_CODE.name()).equalTo(ofPollutant.col("_pollutant"));
    Dataset<Row> withOwn = hours.join(broadcast(ofPollutant), own.and(sameFactor), "left");
    return withOwn
        .join(broadcast(ofAll), hourIs(withOwn, ofAll, "_all"), "left")
        .withColumn(SourceTables.MARK_KIND.name(), coalesce(col("_kind"), col("_kind_all")))
        .drop(
            "_outlet", "_hour", "_pollutant", "_kind", "_outlet_all", "_hour_all",
            "_pollutant_all", "_kind_all");
  }

  /** One row per outlet, pollutant ("" = all) and hour touched, with the kind of the first mark. */
  private static Dataset<Row> markedHours(Dataset<Row> marks, DaySet days) {
    List<DaySet.Range> ranges = days.ranges();
    LocalDateTime first = ranges.get(0).from().atStartOfDay();
    LocalDateTime end = ranges.get(ranges.size() - 1).to().plusDays(1).atStartOfDay();
    return marks
        .select(
            SourceTables.OUTLET_CODE.col().as("_outlet"),
            coalesce(trim(RegistryTables.POLLUTANT_CODE.col()), lit(EVERY_POLLUTANT))
                .as("_pollutant"),
            RegistryTables.MARK_KIND.col().as("_kind"),
            STARTS_AT.col().as("_starts_at"),
            greatest(STARTS_AT.col(), lit(first)).as("_from"),
            least(coalesce(ENDS_AT.col(), lit(end)), lit(end)).as("_to"))
        .where(col("_from").lt(col("_to")))
        .withColumn(
            "_hour",
            explode(
                expr(
                    "sequence(_from - make_dt_interval(0, 0, extract(MINUTE FROM _from),"
                        + " extract(SECOND FROM _from)), _to - INTERVAL '0.000001' SECOND,"
                        + " INTERVAL '1' HOUR)")))
        .groupBy(col("_outlet"), col("_pollutant"), col("_hour"))
        .agg(min(struct(col("_starts_at"), col("_kind"))).as("_first"))
        .select(
            col("_outlet"), col("_pollutant"), col("_hour"), col("_first._kind").as("_kind"));
  }

  private static Dataset<Row> named(Dataset<Row> marked, String suffix) {
    Column[] columns =
        List.of("_outlet", "_pollutant", "_hour", "_kind").stream()
            .map(name -> col(name).as(name + suffix))
            .toArray(Column[]::new);
    return marked.select(columns);
  }

  private static Column hourIs(Dataset<Row> hours, Dataset<Row> marked, String suffix) {
    return hours
        .col(SourceTables.OUTLET_CODE.name())
        .equalTo(marked.col("_outlet" + suffix))
        .and(hours.col(HOUR_START.name()).equalTo(marked.col("_hour" + suffix)));
  }
}
