package org.dawen.lead;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;
import org.dawen.lake.SqlGuard;
import org.dawen.lake.Trouble;

/** How leads follow from evidence and work orders. All of it is ours. */
final class LeadRules {
  /** Reasons in words name so many pieces of evidence, the first ones; the rest is counted. */
  private static final int MOST_REASONS = 8;

  private LeadRules() {}

  /**
   * Rows of {@code lead.lead}.
   *
   * @param areas enterprise, name and county
   */
  static Dataset<Row> leads(
      Dataset<Row> evidence, Dataset<Row> workOrders, Dataset<Row> areas, LeadSettings settings) {
    return evidence
        .transform(rows -> attachEpisode(rows, settings.continuesWithinDays()))
        .transform(rows -> joinEvidence(rows, settings))
        .transform(rows -> attachWorkOrder(rows, workOrders, settings.continuesWithinDays()))
        .join(broadcast(areas), new String[] {"enterprise_code"}, "left")
        .transform(rows -> attachScore(rows, settings.score()))
        .select(
            LeadTables.LEAD.columns().stream()
                .map(c -> c.col().cast(c.type()).as(c.name()))
                .toArray(Column[]::new));
  }

  /**
   * Evidence of one enterprise and matter goes on with the same lead unless more than so many days
   * lie between.
   */
  static Dataset<Row> attachEpisode(Dataset<Row> evidence, int continuesWithinDays) {
    WindowSpec ofMatter = Window.partitionBy("enterprise_code", "matter").orderBy(col("data_day"));
    Column isNew =
        when(
                functions
                    .datediff(col("data_day"), lag(col("data_day"), 1).over(ofMatter))
                    .leq(continuesWithinDays),
                0)
            .otherwise(1);
    return evidence
        .withColumn("_is_new", isNew)
        .withColumn(
            "_episode",
            sum("_is_new")
                .over(ofMatter.rangeBetween(Window.unboundedPreceding(), Window.currentRow())))
        .drop("_is_new");
  }

  private static Dataset<Row> joinEvidence(Dataset<Row> evidence, LeadSettings settings) {
    Column severity = null;
    for (EvidenceKind kind : EvidenceKind.values()) {
      Column is = col("evidence_kind").equalTo(kind.name());
      severity =
          severity == null
              ? when(is, settings.severityOf(kind))
              : severity.when(is, settings.severityOf(kind));
    }
    Dataset<Row> byDay =
        evidence
            .groupBy("enterprise_code", "matter", "_episode", "data_day")
            .agg(max("lasting_minutes").as("_minutes"))
            .groupBy("enterprise_code", "matter", "_episode")
            .agg(
                sum("_minutes").as("lasting_minutes"),
                count(lit(1)).cast("int").as("evidence_day_count"));
    return evidence
        .withColumn("_severity", severity)
        .groupBy("enterprise_code", "matter", "_episode")
        .agg(
            min("data_day").as("data_day"),
            max("data_day").as("last_day"),
            max("_severity").as("severity"),
            functions.bool_or(coalesce(col("is_provisional"), lit(false))).as("is_provisional"),
            count(lit(1)).cast("int").as("evidence_count"),
            countDistinct("evidence_kind").cast("int").as("evidence_kind_count"),
            array_join(array_sort(collect_set(col("evidence_kind"))), ";").as("evidence_kinds"),
            inWords("reason", "; ", " … %s pieces of evidence in all"),
            inWords("reason_zh", "；", " ……共%s条证据"))
        .join(byDay, new String[] {"enterprise_code", "matter", "_episode"});
  }

  /** The first pieces of evidence in words, in the order of time. */
  private static Column inWords(String reason, String between, String more) {
    Column all =
        array_sort(
            collect_list(struct(col("starts_at"), col("evidence_kind"), col(reason).as("words"))));
    return concat(
            array_join(
                functions.slice(
                    functions.transform(all, x -> x.getField("words")), 1, MOST_REASONS),
                between),
            when(
                    count(lit(1)).gt(MOST_REASONS),
                    functions.format_string(more, count(lit(1)).cast("string")))
                .otherwise(""))
        .as(reason);
  }

  /**
   * Adds id, work order and status. An id is enterprise, matter and first day; a work order pins
   * the id it was opened for, as long as that day lies within the lead, or no more days before it
   * than a lead may pause, for corrected data may take the evidence of its first day away: of
   * several the one opened first.
   */
  static Dataset<Row> attachWorkOrder(
      Dataset<Row> leads, Dataset<Row> workOrders, int continuesWithinDays) {
    Dataset<Row> orders =
        workOrders.selectExpr(
            "lead_id AS _lead_id",
            "substring_index(lead_id, '/', size(split(lead_id, '/')) - 2) AS _enterprise",
            "element_at(split(lead_id, '/'), greatest(1, size(split(lead_id, '/')) - 1)) AS"
                + " _matter",
            "try_cast(element_at(split(lead_id, '/'), -1) AS DATE) AS _day",
            "opened_day",
            "due_day",
            "closed_day",
            "result");
    Dataset<Row> pinned =
        leads
            .select("enterprise_code", "matter", "_episode", "data_day", "last_day")
            .join(
                broadcast(orders),
                expr(
                    "enterprise_code = _enterprise AND matter = _matter AND _day BETWEEN"
                        + " date_sub(data_day, %d) AND last_day".formatted(continuesWithinDays)))
            .groupBy("enterprise_code", "matter", "_episode")
            .agg(
                min(struct(
                        col("opened_day"),
                        col("_lead_id"),
                        col("due_day"),
                        col("closed_day"),
                        col("result")))
                    .as("_order"),
                array_sort(collect_set(col("_lead_id"))).as("_all"));
    Column ownId =
        functions.concat_ws(
            "/", col("enterprise_code"), col("matter"), col("data_day").cast("string"));
    return leads
        .join(broadcast(pinned), new String[] {"enterprise_code", "matter", "_episode"}, "left")
        .withColumn("lead_id", coalesce(col("_order._lead_id"), ownId))
        .withColumn("opened_day", col("_order.opened_day"))
        .withColumn("due_day", col("_order.due_day"))
        .withColumn("closed_day", col("_order.closed_day"))
        .withColumn("result", col("_order.result"))
        .withColumn(
            "other_lead_ids",
            expr("nullif(array_join(filter(_all, x -> x <> _order._lead_id), ';'), '')"))
        .withColumn(
            "status",
            when(col("opened_day").isNull(), LeadTables.Status.NEW.name())
                .when(col("closed_day").isNull(), LeadTables.Status.OPEN.name())
                .when(
                    col("last_day").gt(col("closed_day")),
                    LeadTables.Status.GOES_ON_AFTER_CLOSING.name())
                .otherwise(LeadTables.Status.CLOSED.name()));
  }

  /** What the formula of the score may name, and the functions it may call: of values alone. */
  private static final Set<String> SCORED =
      Set.of(
          "severity",
          "evidence_kind_count",
          "evidence_count",
          "evidence_day_count",
          "lasting_hours");

  private static final Set<String> SCORE_FUNCTIONS =
      Set.of(
          "abs",
          "ceil",
          "coalesce",
          "exp",
          "floor",
          "greatest",
          "if",
          "ifnull",
          "least",
          "ln",
          "log10",
          "mod",
          "nullif",
          "pow",
          "power",
          "round",
          "sign",
          "sqrt");

  /**
   * Adds the score by the formula of the settings.
   *
   * @throws Trouble exit code 2 if it is none
   */
  static Dataset<Row> attachScore(Dataset<Row> leads, String formula) {
    Dataset<Row> known = leads.withColumn("lasting_hours", expr("lasting_minutes / 60"));
    try {
      return known.withColumn(
          "score", SqlGuard.formula(known, formula, "decimal(9,2)", SCORED, SCORE_FUNCTIONS));
    } catch (Trouble e) {
      throw e.in("The setting 'lead.score'");
    }
  }

  /**
   * Enterprise, name and county: as its outlets say, else its meters, else the vehicles it owns;
   * the first in order.
   */
  static Dataset<Row> areas(Dataset<Row> outlets, Dataset<Row> meters, Dataset<Row> vehicles) {
    return outlets
        .selectExpr("1 AS _rank", "enterprise_code", "enterprise_name", "county_code")
        .unionByName(
            meters.selectExpr(
                "2 AS _rank",
                "enterprise_code",
                "CAST(NULL AS STRING) AS enterprise_name",
                "county_code"))
        .unionByName(
            FleetRules.fleets(vehicles, outlets)
                .selectExpr(
                    "3 AS _rank", "enterprise_code", "owner AS enterprise_name", "county_code"))
        .where("enterprise_code IS NOT NULL")
        .groupBy("enterprise_code")
        .agg(
            min(when(col("enterprise_name").isNotNull(), struct("_rank", "enterprise_name")))
                .getField("enterprise_name")
                .as("enterprise_name"),
            min(when(col("county_code").isNotNull(), struct("_rank", "county_code")))
                .getField("county_code")
                .as("county_code"));
  }
}
