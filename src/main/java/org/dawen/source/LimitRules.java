package org.dawen.source;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.instr;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.negative;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.dawen.intake.ReceivedTables.DATA_DAY;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.dawen.registry.RegistryTables;
import org.dawen.standard.Confidence;

/**
 * Which limit is in force for an outlet and pollutant on a day: that of the permit, else of the
 * local standard, else of the national one; within a level the strictest. Standards apply by
 * medium, industry, kind of source and control zone of the outlet.
 */
final class LimitRules {
  /** Reference oxygen of the day limit, %; null: as measured, or no day limit. */
  static final String DAY_REFERENCE_O2 = "_day_reference_o2";

  /** Whether the unit of the hour limit could be converted to that of the values; null: no limit. */
  static final String HAS_UNIT_OF_VALUES = "_has_unit_of_values";

  /** As {@link #HAS_UNIT_OF_VALUES}, for the day limit. */
  static final String DAY_HAS_UNIT_OF_VALUES = "_day_has_unit_of_values";

  private static final Column FROM_EVER = lit(LocalDate.of(1, 1, 1));
  private static final Column FOR_EVER = lit(LocalDate.of(9999, 12, 31));

  /** Above every value a packet can carry. */
  private static final Column NO_UPPER_LIMIT = lit(new BigDecimal("9999999999.99999999"));

  private static final String WEAKNESS =
      StandardLimits.BY_WEAKNESS.stream().map(Confidence::letter).collect(Collectors.joining());

  private LimitRules() {}

  /**
   * Adds hour and day limit in force and {@code unit}.
   *
   * @param outlets rows of {@code registry.outlet}
   * @param permits rows of {@code registry.limit}
   */
  static Dataset<Row> attachLimitInForce(
      Dataset<Row> hours, Dataset<Row> outlets, Dataset<Row> permits) {
    Dataset<Row> limits = limitsInForce(outlets, permits);
    return Units.attachFactorUnit(hours, SourceTables.POLLUTANT_CODE.col())
        .transform(
            h ->
                h.join(
                    broadcast(limits),
                    h.col(SourceTables.OUTLET_CODE.name())
                        .equalTo(limits.col("_outlet"))
                        .and(
                            h.col(SourceTables.POLLUTANT_CODE.name())
                                .equalTo(limits.col("_pollutant")))
                        .and(
                            h.col(DATA_DAY.name())
                                .between(limits.col("_from"), limits.col("_to"))),
                    "left"))
        .withColumn(
            SourceTables.UNIT.name(), coalesce(col("_factor_unit"), col("_unit_of_limit")))
        .drop("_outlet", "_pollutant", "_from", "_to", "_factor_unit", "_unit_of_limit");
  }

  /** One row per outlet, pollutant and period {@code _from} to {@code _to} with one verdict. */
  static Dataset<Row> limitsInForce(Dataset<Row> outlets, Dataset<Row> permits) {
    return limitsOfPermits(permits)
        .unionByName(limitsOfStandards(outlets))
        .transform(LimitRules::cutIntoPeriods)
        .transform(LimitRules::takeReferenceOfProcess)
        .transform(limits -> Units.attachFactorUnit(limits, col("_pollutant")))
        .transform(LimitRules::convertToUnitOfValues)
        .transform(LimitRules::keepFirstOfEachPeriod);
  }

  private static Dataset<Row> limitsOfPermits(Dataset<Row> permits) {
    Column id =
        concat_ws(
            "/",
            lit("permit"),
            coalesce(RegistryTables.DOCUMENT_NO.col(), lit("-")),
            SourceTables.OUTLET_CODE.col(),
            RegistryTables.POLLUTANT_CODE.col(),
            RegistryTables.LIMIT_PERIOD.col());
    return permits
        .where(
            RegistryTables.LIMIT_VALUE
                .col()
                .isNotNull()
                .or(RegistryTables.LOWER_LIMIT_VALUE.col().isNotNull()))
        .select(
            SourceTables.OUTLET_CODE.col().as("_outlet"),
            RegistryTables.POLLUTANT_CODE.col().as("_pollutant"),
            RegistryTables.LIMIT_PERIOD.col().as("_period"),
            lit("permit").as("_level"),
            lit(0).as("_level_rank"),
            lit(false).as("_takes_reference"),
            RegistryTables.LIMIT_VALUE.col().as("_limit_value"),
            RegistryTables.LOWER_LIMIT_VALUE.col().as("_lower_limit_value"),
            RegistryTables.UNIT.col().as("_limit_unit"),
            RegistryTables.REFERENCE_O2_PERCENT.col().as("_reference_o2"),
            lit(Confidence.VERIFIED.letter()).as("_confidence"),
            id.as("_limit_id"),
            coalesce(RegistryTables.VALID_FROM.col(), FROM_EVER).as("_from"),
            coalesce(RegistryTables.VALID_TO.col(), FOR_EVER).as("_to"));
  }

  /** The rows of standards that apply to an outlet while both are valid. */
  private static Dataset<Row> limitsOfStandards(Dataset<Row> outlets) {
    Dataset<Row> standards = StandardLimits.rows(outlets.sparkSession());
    Dataset<Row> places =
        outlets.select(
            SourceTables.OUTLET_CODE.col().as("_outlet"),
            SourceTables.MEDIUM.col().as("_outlet_medium"),
            RegistryTables.INDUSTRY_CODE.col().as("_industry"),
            RegistryTables.SOURCE_TYPE.col().as("_source_type"),
            RegistryTables.ZONE_CODE.col().as("_outlet_zone"),
            coalesce(RegistryTables.VALID_FROM.col(), FROM_EVER).as("_outlet_from"),
            coalesce(RegistryTables.VALID_TO.col(), FOR_EVER).as("_outlet_to"));
    Column anyIndustry = size(col("_industry_codes")).equalTo(0);
    Column anySource = size(col("_source_types")).equalTo(0);
    Column applies =
        col("_medium")
            .equalTo(col("_outlet_medium"))
            .and(anyIndustry.or(array_contains(col("_industry_codes"), col("_industry"))))
            .and(anySource.or(array_contains(col("_source_types"), col("_source_type"))))
            .and(col("_zone_code").isNull().or(col("_zone_code").equalTo(col("_outlet_zone"))));
    Column from = greatest(col("_outlet_from"), col("_standard_from"));
    Column to = least(col("_outlet_to"), coalesce(col("_standard_to"), FOR_EVER));
    return places
        .join(
            broadcast(
                standards
                    .withColumnRenamed("_from", "_standard_from")
                    .withColumnRenamed("_to", "_standard_to")),
            applies)
        .where(from.leq(to))
        .select(
            col("_outlet"),
            col("_pollutant"),
            col("_period"),
            col("_level"),
            when(col("_level").equalTo("local"), 1).otherwise(2).as("_level_rank"),
            anyIndustry.and(col("_medium").equalTo("gas")).as("_takes_reference"),
            col("_limit_value"),
            col("_lower_limit_value"),
            col("_limit_unit"),
            col("_reference_o2"),
            col("_confidence"),
            col("_limit_id"),
            from.as("_from"),
            to.as("_to"));
  }

  /** Each limit once for every period in which the set of limits stays the same. */
  private static Dataset<Row> cutIntoPeriods(Dataset<Row> limits) {
    Dataset<Row> starts =
        limits
            .select(col("_outlet"), col("_pollutant"), col("_from"))
            .union(
                limits
                    .where(col("_to").lt(FOR_EVER))
                    .select(col("_outlet"), col("_pollutant"), date_add(col("_to"), 1)))
            .distinct();
    WindowSpec inOrder =
        Window.partitionBy(col("_outlet"), col("_pollutant")).orderBy(col("_from"));
    Dataset<Row> periods =
        starts
            .withColumn(
                "_period_to", coalesce(date_sub(lead(col("_from"), 1).over(inOrder), 1), FOR_EVER))
            .select(
                col("_outlet").as("_period_outlet"),
                col("_pollutant").as("_period_pollutant"),
                col("_from").as("_period_from"),
                col("_period_to"));
    return limits
        .join(
            periods,
            col("_outlet")
                .equalTo(col("_period_outlet"))
                .and(col("_pollutant").equalTo(col("_period_pollutant")))
                .and(col("_period_from").between(col("_from"), col("_to"))))
        .drop("_period_outlet", "_period_pollutant", "_from", "_to")
        .withColumnRenamed("_period_from", "_from")
        .withColumnRenamed("_period_to", "_to");
  }

  /**
   * A regional limit of flue gas (DB37/2376-2019) names no reference oxygen: that of the process
   * holds, which is the one of the outlet's first limit by industry. Recalled, text not checked.
   */
  private static Dataset<Row> takeReferenceOfProcess(Dataset<Row> limits) {
    WindowSpec alternatives =
        Window.partitionBy(col("_outlet"), col("_pollutant"), col("_period"), col("_from"));
    Column ofProcess =
        min(
                when(
                    col("_reference_o2").isNotNull().and(col("_level_rank").gt(0)),
                    struct(
                        col("_level_rank"),
                        col("_limit_value"),
                        col("_limit_id"),
                        col("_reference_o2"),
                        col("_confidence"))))
            .over(alternatives);
    Column takes =
        col("_takes_reference")
            .and(col("_reference_o2").isNull())
            .and(col("_process").isNotNull());
    Column isWeaker =
        instr(lit(WEAKNESS), col("_process._confidence"))
            .gt(instr(lit(WEAKNESS), col("_confidence")));
    return limits
        .withColumn("_process", ofProcess)
        .withColumn(
            "_confidence",
            when(takes.and(isWeaker), col("_process._confidence")).otherwise(col("_confidence")))
        .withColumn(
            "_reference_o2",
            when(takes, col("_process._reference_o2")).otherwise(col("_reference_o2")))
        .drop("_process", "_takes_reference");
  }

  private static Dataset<Row> convertToUnitOfValues(Dataset<Row> limits) {
    return limits
        .withColumn("_factor", Units.toFactorUnit(col("_limit_unit"), col("_factor_unit")))
        .withColumn("_has_unit", col("_factor").isNotNull())
        .withColumn("_limit_value", converted("_limit_value"))
        .withColumn("_lower_limit_value", converted("_lower_limit_value"));
  }

  /** A limit that cannot be converted stands as it is; nothing is judged by it. */
  private static Column converted(String limit) {
    Column factor = coalesce(col("_factor"), lit(BigDecimal.ONE)).cast("decimal(20,12)");
    Column product = col(limit).cast("decimal(18,6)").multiply(factor);
    return when(product.gt(NO_UPPER_LIMIT), NO_UPPER_LIMIT).otherwise(product).cast("decimal(18,8)");
  }

  /** The limit in force per kind of mean: by level, then strictness; then the name decides. */
  private static Dataset<Row> keepFirstOfEachPeriod(Dataset<Row> limits) {
    Column order =
        struct(
            col("_level_rank"),
            coalesce(col("_limit_value"), NO_UPPER_LIMIT).as("_strictness"),
            negative(coalesce(col("_lower_limit_value"), lit(BigDecimal.ZERO)))
                .as("_lower_strictness"),
            col("_reference_o2").isNull().as("_has_no_reference"),
            col("_limit_id"),
            col("_limit_value"),
            col("_lower_limit_value"),
            col("_reference_o2"),
            col("_level"),
            col("_confidence"),
            col("_has_unit"),
            Units.spelled(col("_limit_unit")).as("_unit"));
    return limits
        .groupBy(col("_outlet"), col("_pollutant"), col("_from"), col("_to"))
        .agg(
            min(when(col("_period").equalTo("hour"), order)).as("_hour"),
            min(when(col("_period").equalTo("day"), order)).as("_day"))
        .select(
            col("_outlet"),
            col("_pollutant"),
            col("_from"),
            col("_to"),
            col("_hour._limit_value").as(SourceTables.LIMIT_VALUE.name()),
            col("_hour._lower_limit_value").as(SourceTables.LOWER_LIMIT_VALUE.name()),
            when(col("_hour").isNotNull(), "hour").as(SourceTables.LIMIT_PERIOD.name()),
            col("_hour._reference_o2").as(SourceTables.REFERENCE_O2_PERCENT.name()),
            col("_hour._limit_id").as(SourceTables.LIMIT_ID.name()),
            col("_hour._level").as(SourceTables.LIMIT_LEVEL.name()),
            col("_hour._confidence").as(SourceTables.LIMIT_CONFIDENCE.name()),
            col("_hour._confidence")
                .notEqual(Confidence.VERIFIED.letter())
                .as(SourceTables.IS_PROVISIONAL.name()),
            col("_hour._has_unit").as(HAS_UNIT_OF_VALUES),
            col("_day._limit_value").as(SourceTables.DAY_LIMIT_VALUE.name()),
            col("_day._lower_limit_value").as(SourceTables.DAY_LOWER_LIMIT_VALUE.name()),
            col("_day._limit_id").as(SourceTables.DAY_LIMIT_ID.name()),
            col("_day._reference_o2").as(DAY_REFERENCE_O2),
            col("_day._has_unit").as(DAY_HAS_UNIT_OF_VALUES),
            coalesce(col("_hour._unit"), col("_day._unit")).as("_unit_of_limit"));
  }
}
