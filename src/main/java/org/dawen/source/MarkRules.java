package org.dawen.source;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;
import static org.dawen.intake.ReceivedTables.HOUR_START;
import static org.dawen.registry.RegistryTables.ENDS_AT;
import static org.dawen.registry.RegistryTables.STARTS_AT;

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
   * Adds {@code mark_kind}, and takes the oxygen away from hours for which the enterprise has
   * marked the oxygen itself: nothing can be converted with the gas of a calibration.
   *
   * @param marks rows of {@code registry.mark}
   * @param days the bounded days of the hours; a mark still open reaches to their end
   */
  static Dataset<Row> attachMark(Dataset<Row> hours, Dataset<Row> marks, DaySet days) {
    if (days.isEmpty()) {
      return hours.withColumn(SourceTables.MARK_KIND.name(), lit(null).cast("string"));
    }
    Dataset<Row> marked = markedHours(marks, days);
    Column sameHour =
        hours
            .col(SourceTables.OUTLET_CODE.name())
            .equalTo(marked.col("_marked_outlet"))
            .and(hours.col(HOUR_START.name()).equalTo(marked.col("_marked_hour")));
    Column own = try_element_at(col("_kinds"), SourceTables.POLLUTANT_CODE.col());
    Column ofAll = try_element_at(col("_kinds"), lit(EVERY_POLLUTANT));
    return hours
        .join(broadcast(marked), sameHour, "left")
        .withColumn(SourceTables.MARK_KIND.name(), coalesce(own, ofAll))
        .withColumn(
            SourceTables.O2_PERCENT.name(),
            when(
                try_element_at(col("_kinds"), lit(PacketRules.OXYGEN)).isNull(),
                SourceTables.O2_PERCENT.col()));
  }

  /** A code of 2017 in whatever case means the one in small letters. */
  private static Column pollutant() {
    Column code = trim(RegistryTables.POLLUTANT_CODE.col());
    return when(code.rlike("^[A-Z][0-9]{5}$"), lower(code)).otherwise(code);
  }

  /** One row per outlet and hour touched: pollutant ("" = all) to the kind of its first mark. */
  private static Dataset<Row> markedHours(Dataset<Row> marks, DaySet days) {
    // Stretch by stretch: a mark without an end has no hours between days that are years apart.
    Column[] stretches =
        days.stretches().ranges().stream()
            .map(
                r ->
                    struct(
                        lit(r.from().atStartOfDay()).as("first"),
                        lit(r.to().plusDays(1).atStartOfDay()).as("end")))
            .toArray(Column[]::new);
    Column first = col("_stretch.first");
    Column end = col("_stretch.end");
    return marks
        .withColumn("_stretch", explode(array(stretches)))
        .select(
            SourceTables.OUTLET_CODE.col().as("_marked_outlet"),
            coalesce(pollutant(), lit(EVERY_POLLUTANT)).as("_marked_pollutant"),
            RegistryTables.MARK_KIND.col().as("_kind"),
            STARTS_AT.col().as("_starts_at"),
            greatest(STARTS_AT.col(), first).as("_from"),
            least(coalesce(ENDS_AT.col(), end), end).as("_to"))
        .where(col("_from").lt(col("_to")))
        .withColumn(
            "_marked_hour",
            explode(
                expr(
                    """
                    sequence(
                      _from - make_dt_interval(
                        0, 0, extract(MINUTE FROM _from), extract(SECOND FROM _from)),
                      _to - INTERVAL '0.000001' SECOND,
                      INTERVAL '1' HOUR)\
                    """)))
        .groupBy(col("_marked_outlet"), col("_marked_hour"), col("_marked_pollutant"))
        .agg(min(struct(col("_starts_at"), col("_kind"))).as("_first"))
        .groupBy(col("_marked_outlet"), col("_marked_hour"))
        .agg(
            map_from_entries(collect_list(struct(col("_marked_pollutant"), col("_first._kind"))))
                .as("_kinds"));
  }
}
