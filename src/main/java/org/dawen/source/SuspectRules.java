package org.dawen.source;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.dawen.intake.ReceivedTables.AVG_VALUE;
import static org.dawen.intake.ReceivedTables.COU_VALUE;
import static org.dawen.intake.ReceivedTables.DATA_DAY;
import static org.dawen.intake.ReceivedTables.DATA_FLAG;
import static org.dawen.intake.ReceivedTables.HOUR_START;
import static org.dawen.intake.ReceivedTables.ZS_AVG_VALUE;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.dawen.source.SourceTables.SuspectRule;

/**
 * Screening for made-up series (弄虚作假筛查). Every rule looks at one pollutant with a limit on one day:
 * its hours are gathered into an array, in order, and each rule selects the hours that trip it. A
 * hit is a reason to look, not a finding.
 */
final class SuspectRules {
  /** Hours of the day with what the rules need, in order of time. */
  private static final String HOURS = "_h";

  /** Of these, with flag N and a mean above zero. */
  private static final String NORMAL = "_n";

  /** Hours of the evening before, in order of time: what a run over midnight began with. */
  private static final String EVENING = "_evening";

  private SuspectRules() {}

  /**
   * Rows of {@code source.suspect_series}.
   *
   * @param hours rows of {@code source.outlet_hour} of the days and of those compared with
   */
  static Dataset<Row> suspects(Dataset<Row> hours, SuspectThresholds t) {
    Dataset<Row> days = gather(hours).transform(d -> attachEvening(d, t));
    Dataset<Row> withCopies = days.transform(d -> attachCopiedHours(d, t));
    return withCopies
        .withColumn(
            "_hits",
            expr(
                "filter(array(%s), r -> size(r._hours) >= r._least)"
                    .formatted(String.join(", ", rules(t)))))
        .select(
            SourceTables.OUTLET_CODE.col(),
            SourceTables.POLLUTANT_CODE.col(),
            DATA_DAY.col(),
            SourceTables.ENTERPRISE_CODE.col(),
            SourceTables.COUNTY_CODE.col(),
            expr("explode(_hits)").as("_hit"))
        .select(
            SourceTables.OUTLET_CODE.col(),
            SourceTables.POLLUTANT_CODE.col(),
            DATA_DAY.col(),
            col("_hit._rule").as(SourceTables.SUSPECT_RULE.name()),
            SourceTables.ENTERPRISE_CODE.col(),
            SourceTables.COUNTY_CODE.col(),
            expr("array_min(_hit._hours)").as(SourceTables.FIRST_HOUR.name()),
            expr("array_max(_hit._hours)").as(SourceTables.LAST_HOUR.name()),
            expr("CAST(size(_hit._hours) AS BIGINT)").as(SourceTables.SUSPECT_HOURS.name()),
            col("_hit._figures").as(SourceTables.SUSPECT_FIGURES.name()));
  }

  /** One row per outlet, pollutant with a limit, and day. */
  private static Dataset<Row> gather(Dataset<Row> hours) {
    WindowSpec ofHour = Window.partitionBy(SourceTables.OUTLET_CODE.col(), HOUR_START.col());
    Column isNormal = coalesce(DATA_FLAG.col().equalTo(PacketRules.NORMAL), lit(false));
    Column code = SourceTables.POLLUTANT_CODE.col();
    Dataset<Row> limited =
        hours
            .withColumn(
                "_flow",
                max(when(code.isin("a00000", "w00000").and(isNormal), COU_VALUE.col()))
                    .over(ofHour))
            .withColumn(
                "_tn",
                max(when(code.equalTo("w21001").and(isNormal), AVG_VALUE.col())).over(ofHour))
            .where(
                coalesce(SourceTables.LIMIT_ID.col(), SourceTables.DAY_LIMIT_ID.col()).isNotNull());
    return limited
        .groupBy(SourceTables.OUTLET_CODE.col(), SourceTables.POLLUTANT_CODE.col(), DATA_DAY.col())
        .agg(
            max(SourceTables.ENTERPRISE_CODE.col()).as(SourceTables.ENTERPRISE_CODE.name()),
            max(SourceTables.COUNTY_CODE.col()).as(SourceTables.COUNTY_CODE.name()),
            sort_array(
                    collect_list(
                        struct(
                            HOUR_START.col().as("at"),
                            coalesce(DATA_FLAG.col(), lit("")).as("flag"),
                            AVG_VALUE.col().as("v"),
                            ZS_AVG_VALUE.col().as("zs"),
                            SourceTables.JUDGED_VALUE.col().as("j"),
                            coalesce(
                                    SourceTables.LIMIT_VALUE.col(),
                                    SourceTables.DAY_LIMIT_VALUE.col())
                                .as("lim"),
                            SourceTables.O2_PERCENT.col().as("o2"),
                            coalesce(
                                    SourceTables.REFERENCE_O2_PERCENT.col(),
                                    SourceTables.DAY_REFERENCE_O2_PERCENT.col())
                                .as("ref"),
                            COU_VALUE.col().as("cou"),
                            Units.massInKilograms(code, COU_VALUE.col()).as("kg"),
                            Units.kilogramsPerCubicMetre(SourceTables.UNIT.col()).as("per"),
                            col("_flow").as("flow"),
                            col("_tn").as("tn"))))
                .as(HOURS))
        .withColumn(NORMAL, expr("filter(_h, x -> x.flag = 'N' AND x.v > 0)"))
        .withColumn("_means", expr("array_sort(transform(_n, x -> x.v))"))
        .withColumn(
            "_oxygens", expr("array_sort(transform(filter(_n, x -> x.o2 IS NOT NULL), x -> x.o2))"))
        .withColumn("_median", expr("get(_means, CAST((size(_means) - 1) div 2 AS INT))"))
        .withColumn("_median_o2", expr("get(_oxygens, CAST((size(_oxygens) - 1) div 2 AS INT))"))
        .withColumn("_own_line", expr(LONGEST_LINE.formatted(NORMAL)))
        .withColumn("_under", expr("filter(_n, x -> x.j IS NOT NULL AND x.lim > 0)"));
  }

  /**
   * Adds the evening before, and the longest run of equal means: of the day alone, or, where the
   * day before has none long enough of its own, begun in its last hours.
   */
  private static Dataset<Row> attachEvening(Dataset<Row> days, SuspectThresholds t) {
    WindowSpec inOrder =
        Window.partitionBy(SourceTables.OUTLET_CODE.col(), SourceTables.POLLUTANT_CODE.col())
            .orderBy(DATA_DAY.col());
    Column isDayBefore = lag(DATA_DAY.col(), 1).over(inOrder).equalTo(date_sub(DATA_DAY.col(), 1));
    return days.withColumn("_before", when(isDayBefore, lag(col(HOURS), 1).over(inOrder)))
        .withColumn(
            "_has_line_before",
            coalesce(
                lag(size(col("_own_line")), 1).over(inOrder).geq(lit(t.flatLineHours())),
                lit(false)))
        .withColumn(
            EVENING,
            expr(
                "filter(coalesce(_before, slice(_h, 1, 0)), x -> x.at >= CAST(data_day AS"
                    + " TIMESTAMP_NTZ) - make_dt_interval(0, %d))"
                        .formatted(Math.max(1, t.flatLineHours() - 1))))
        .withColumn(
            "_night",
            expr("concat(filter(_evening, x -> x.flag = 'N' AND x.v > 0), %s)".formatted(NORMAL)))
        .withColumn(
            "_line",
            when(
                    col("_has_line_before").or(size(col("_night")).equalTo(size(col(NORMAL)))),
                    col("_own_line"))
                .otherwise(expr(LONGEST_LINE.formatted("_night"))))
        .drop("_before", "_has_line_before", "_own_line", "_night");
  }

  /** The longest run of equal means: begins at, value, hours. Gaps of flagged hours end it. */
  private static final String LONGEST_LINE =
      """
      aggregate(
        %s,
        named_struct(
          'best', CAST(array() AS ARRAY<TIMESTAMP_NTZ>),
          'run', CAST(array() AS ARRAY<TIMESTAMP_NTZ>),
          'v', CAST(NULL AS DECIMAL(18,8))),
        (s, x) -> named_struct(
          'best',
            CASE WHEN size(s.best) >=
                CASE WHEN s.v <=> x.v AND try_element_at(s.run, -1) = x.at - INTERVAL '1' HOUR
                  THEN size(s.run) + 1 ELSE 1 END
              THEN s.best
              WHEN s.v <=> x.v AND try_element_at(s.run, -1) = x.at - INTERVAL '1' HOUR
              THEN concat(s.run, array(x.at))
              ELSE array(x.at) END,
          'run',
            CASE WHEN s.v <=> x.v AND try_element_at(s.run, -1) = x.at - INTERVAL '1' HOUR
              THEN concat(s.run, array(x.at)) ELSE array(x.at) END,
          'v', x.v),
        s -> s.best)""";

  /**
   * Adds the earlier day most alike. Hour and mean are compared as one hash: numbers are looked up,
   * structures would be compared each with each.
   */
  private static Dataset<Row> attachCopiedHours(Dataset<Row> days, SuspectThresholds t) {
    Column hourAndMean = expr("transform(_n, x -> xxhash64(extract(HOUR FROM x.at), x.v))");
    Dataset<Row> earlier =
        days.where(expr("size(_n) >= %d".formatted(t.copiedHours())))
            .select(
                SourceTables.OUTLET_CODE.col().as("_o"),
                SourceTables.POLLUTANT_CODE.col().as("_p"),
                DATA_DAY.col().as("_earlier"),
                hourAndMean.as("_series"));
    Dataset<Row> copies =
        days.where(expr("size(_n) >= %d".formatted(t.copiedHours())))
            .select(
                SourceTables.OUTLET_CODE.col().as("_co"),
                SourceTables.POLLUTANT_CODE.col().as("_cp"),
                DATA_DAY.col().as("_cd"),
                hourAndMean.as("_today"),
                expr("size(array_distinct(_means))").as("_distinct"))
            .join(
                earlier,
                col("_co")
                    .equalTo(col("_o"))
                    .and(col("_cp").equalTo(col("_p")))
                    .and(col("_earlier").lt(col("_cd")))
                    .and(date_add(col("_earlier"), t.copiedDaysBack()).geq(col("_cd"))))
            .withColumn("_same", expr("array_intersect(_today, _series)"))
            .where(
                expr(
                    "size(_same) >= %d AND _distinct > %d"
                        .formatted(t.copiedHours(), t.quantisedValues())))
            .groupBy(col("_co"), col("_cp"), col("_cd"))
            .agg(max(struct(expr("size(_same)").as("n"), col("_earlier"))).as("_copy"));
    return days.join(
            copies,
            SourceTables.OUTLET_CODE
                .col()
                .equalTo(col("_co"))
                .and(SourceTables.POLLUTANT_CODE.col().equalTo(col("_cp")))
                .and(DATA_DAY.col().equalTo(col("_cd"))),
            "left")
        .drop("_co", "_cp", "_cd");
  }

  /** One expression a rule: its name, the hours that trip it, how many it takes, the figures. */
  private static java.util.List<String> rules(SuspectThresholds t) {
    return java.util.List.of(
        rule(
            SuspectRule.FLAT_LINE,
            "_line",
            t.flatLineHours(),
            "concat(size(_line), ' hours in a row with the same mean')"),
        rule(
            SuspectRule.FLAT_TOP,
            flatTop(t),
            t.flatTopHours(),
            "concat('hours from %s of the limit up to it, none above, spread at most %s of it')"
                .formatted(t.flatTopShare(), t.flatTopSpread())),
        rule(
            SuspectRule.COPIED_DAY,
            "CASE WHEN _copy IS NOT NULL THEN transform(_n, x -> x.at) ELSE array() END",
            t.copiedHours(),
            "concat(_copy.n, ' hours have the mean of the same hour of ', _copy._earlier)"),
        rule(
            SuspectRule.QUANTISED,
            "CASE WHEN size(array_distinct(_means)) BETWEEN 2 AND %d THEN transform(_n, x -> x.at) ELSE array() END"
                .formatted(t.quantisedValues()),
            t.quantisedHours(),
            "concat(size(_n), ' hours with ', size(array_distinct(_means)), ' distinct means: ',"
                + " array_join(CAST(array_distinct(_means) AS ARRAY<STRING>), ', '))"),
        rule(
            SuspectRule.DILUTION,
            """
            transform(filter(_n, x ->
              x.ref IS NOT NULL AND x.o2 < 21 AND x.o2 >= _median_o2 + %s AND x.v <= _median * %s),
              x -> x.at)"""
                .formatted(t.dilutionO2Points(), t.dilutionFall()),
            t.dilutionHours(),
            "concat('oxygen at least %s points above its median ', _median_o2, ' %%, mean at most %s of its median ', _median)"
                .formatted(t.dilutionO2Points(), t.dilutionFall())),
        rule(
            SuspectRule.NH3N_ABOVE_TN,
            "CASE WHEN pollutant_code = 'w21003' THEN transform(filter(_n, x -> x.v > x.tn), x -> x.at) ELSE array() END",
            t.nh3nHours(),
            "'ammonia above total nitrogen of the same hour'"),
        rule(
            SuspectRule.FLAG_COVERS_RISE,
            """
            transform(
              filter(
                transform(concat(_evening, _h), (x, i) -> struct(
                  x AS x,
                  get(concat(_evening, _h), i - 1) AS p,
                  get(concat(_evening, _h), i - 2) AS q)),
                y -> CAST(y.x.at AS DATE) = data_day AND y.x.flag IN ('C', 'M', 'D', 'S')
                  AND y.p.flag = 'N' AND y.q.flag = 'N'
                  AND y.p.at = y.x.at - INTERVAL '1' HOUR AND y.q.at = y.x.at - INTERVAL '2' HOUR
                  AND y.p.j > y.q.j AND y.p.j >= y.p.lim * %s
                  AND y.p.j + y.p.j - y.q.j > y.p.lim),
              y -> y.x.at)"""
                .formatted(t.headingShare()),
            1,
            "'a flag C, M, D or S begins where the two hours before would go on above the limit'"),
        rule(
            SuspectRule.ZS_NOT_CONSISTENT,
            """
            transform(filter(_h, x -> x.flag = 'N' AND x.v >= 0 AND
              x.ref IS NOT NULL AND x.zs IS NOT NULL AND x.o2 >= 0 AND x.o2 < 21
              AND abs(x.zs * (21 - x.o2) - x.v * (21 - x.ref)) > %s * (21 - x.o2)
              AND abs(x.zs * (21 - x.o2) - x.v * (21 - x.ref)) > %s * x.v * (21 - x.ref)),
              x -> x.at)"""
                .formatted(t.zsFloor(), t.zsShare()),
            1,
            "'converted mean off by more than %s from mean * (21 - reference) / (21 - O2)'"
                .formatted(t.zsShare())),
        rule(
            SuspectRule.MASS_NOT_CONSISTENT,
            """
            transform(filter(_h, x -> x.flag = 'N' AND x.v >= 0
              AND x.kg IS NOT NULL AND x.flow > 0 AND x.per IS NOT NULL
              AND abs(x.kg - x.v * CAST(x.flow * x.per AS DECIMAL(18,8))) > %s
              AND abs(x.kg - x.v * CAST(x.flow * x.per AS DECIMAL(18,8)))
                > %s * x.v * CAST(x.flow * x.per AS DECIMAL(18,8))),
              x -> x.at)"""
                .formatted(t.massFloor(), t.massShare()),
            t.massHours(),
            "'amount off by more than %s from mean times flow'".formatted(t.massShare())));
  }

  private static String flatTop(SuspectThresholds t) {
    return """
        CASE WHEN NOT exists(_under, x -> x.j > x.lim)
          AND array_max(transform(filter(_under, x -> x.j >= x.lim * %1$s), x -> x.j / x.lim))
            - array_min(transform(filter(_under, x -> x.j >= x.lim * %1$s), x -> x.j / x.lim)) <= %2$s
          AND size(array_distinct(transform(filter(_under, x -> x.j >= x.lim * %1$s), x -> x.j))) > 1
        THEN transform(filter(_under, x -> x.j >= x.lim * %1$s), x -> x.at) ELSE array() END"""
        .formatted(t.flatTopShare(), t.flatTopSpread());
  }

  private static String rule(SuspectRule rule, String hours, int least, String figures) {
    return "named_struct('_rule', '%s', '_hours', CAST(%s AS ARRAY<TIMESTAMP_NTZ>), '_least', %d, '_figures', CAST(%s AS STRING))"
        .formatted(rule.name(), hours, least, figures);
  }
}
