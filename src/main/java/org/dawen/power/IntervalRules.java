package org.dawen.power;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.last;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.dawen.intake.ReceivedTables.CURRENT_A;
import static org.dawen.intake.ReceivedTables.DATA_DAY;
import static org.dawen.intake.ReceivedTables.ENERGY_KWH;
import static org.dawen.intake.ReceivedTables.IA_A;
import static org.dawen.intake.ReceivedTables.IB_A;
import static org.dawen.intake.ReceivedTables.IC_A;
import static org.dawen.intake.ReceivedTables.INTERVAL_END;
import static org.dawen.intake.ReceivedTables.INTERVAL_START_SENT;
import static org.dawen.intake.ReceivedTables.POWER_KW;
import static org.dawen.intake.ReceivedTables.REGISTER_KWH;
import static org.dawen.intake.ReceivedTables.UA_V;
import static org.dawen.intake.ReceivedTables.UB_V;
import static org.dawen.intake.ReceivedTables.UC_V;
import static org.dawen.intake.ReceivedTables.VOLTAGE_V;
import static org.dawen.power.PowerTables.IS_PLAUSIBLE;
import static org.dawen.power.PowerTables.MEAN_POWER_KW;
import static org.dawen.power.PowerTables.METER_CODE;
import static org.dawen.power.PowerTables.RATED_KW;
import static org.dawen.power.ReadingRules.IS_SEED;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.dawen.intake.Revisions;
import org.dawen.power.PowerTables.Quality;
import org.dawen.registry.RegistryTables;

/** How the intervals of meters follow from what was received. */
final class IntervalRules {
  private static final String SECONDS = "_seconds";

  private IntervalRules() {}

  /**
   * Rows of {@code power.meter_interval}.
   *
   * @param readings as {@link ReadingRules#withRegistersBefore} gives them
   */
  static Dataset<Row> meterIntervals(
      Dataset<Row> readings, Dataset<Row> meters, PowerThresholds thresholds) {
    return readings
        .transform(IntervalRules::keepRevisionInForce)
        .transform(IntervalRules::attachNeighbours)
        .transform(intervals -> attachLength(intervals, thresholds))
        .transform(intervals -> MeterRules.attachRegistration(intervals, meters))
        .transform(intervals -> attachRegisterEnergy(intervals, thresholds))
        .transform(intervals -> attachMeanPower(intervals, thresholds))
        .transform(intervals -> attachPlausibility(intervals, thresholds))
        .transform(IntervalRules::attachQuality)
        .transform(IntervalRules::attachCoverage)
        .select(
            PowerTables.METER_INTERVAL.columns().stream()
                .map(org.dawen.lake.Column::col)
                .toArray(Column[]::new));
  }

  /**
   * One row per meter and end of interval: the latest record whole, because what a meter says of an
   * interval was measured together. A record without energy and register takes neither back; one
   * without power, and voltage and current of a phase, no power either.
   */
  static Dataset<Row> keepRevisionInForce(Dataset<Row> readings) {
    Column weight =
        when(ENERGY_KWH.col().isNotNull().or(REGISTER_KWH.col().isNotNull()), 2)
            .when(POWER_KW.col().isNotNull().or(hasPhase()), 1)
            .otherwise(0);
    // By meter and day, so that the neighbours of an interval need no second shuffle.
    return Revisions.keepWholeInForce(
        readings.repartition(METER_CODE.col(), DATA_DAY.col()),
        List.of(METER_CODE.col(), DATA_DAY.col(), INTERVAL_END.col(), col(IS_SEED)),
        weight,
        Stream.of(ENERGY_KWH, REGISTER_KWH, POWER_KW, CURRENT_A, VOLTAGE_V, INTERVAL_START_SENT)
            .map(org.dawen.lake.Column::col)
            .toList());
  }

  /** Adds the ends before and after within the day, in seconds, and the register before. */
  static Dataset<Row> attachNeighbours(Dataset<Row> intervals) {
    WindowSpec ofDay =
        Window.partitionBy(METER_CODE.col(), DATA_DAY.col())
            .orderBy(INTERVAL_END.col(), col(IS_SEED));
    WindowSpec before = ofDay.rowsBetween(Window.unboundedPreceding(), -1);
    return intervals
        .withColumn("_end", secondsOf(INTERVAL_END.name()))
        .withColumn("_last", lag(col("_end"), 1).over(ofDay))
        .withColumn("_last_but_one", lag(col("_end"), 2).over(ofDay))
        .withColumn("_next", lead(col("_end"), 1).over(ofDay))
        .withColumn("_register_before", last(REGISTER_KWH.col(), true).over(before))
        .withColumn(
            "_register_read",
            last(when(REGISTER_KWH.col().isNotNull(), col("_end")), true).over(before))
        .where(col(IS_SEED).equalTo(0));
  }

  /** Seconds of a civil time since 1970, without a time zone in between. */
  static Column secondsOf(String civilTime) {
    return expr(
        "unix_date(CAST(%1$s AS DATE)) * 86400L + hour(%1$s) * 3600 + minute(%1$s) * 60 + second(%1$s)"
            .formatted(civilTime));
  }

  /**
   * Adds length and start. A register reading closes the time since the reading before. Where the
   * start was sent it counts. Else the length is the distance to the end before if that equals the
   * distance before it (a steady grid); else the smaller distance to a neighbour, because a gap can
   * only make a distance larger. Where both neighbours are missing or too far away, the default
   * holds. Ours, not a rule.
   */
  static Dataset<Row> attachLength(Dataset<Row> intervals, PowerThresholds thresholds) {
    Column sinceLast = col("_end").minus(col("_last"));
    Column nearer = least(sinceLast, col("_next").minus(col("_end")));
    long longest = 60L * thresholds.longestIntervalMinutes();
    long usual = 60L * thresholds.defaultIntervalMinutes();
    Column isSteady =
        sinceLast
            .equalTo(col("_last").minus(col("_last_but_one")))
            .and(sinceLast.between(1, longest));
    Column inferred =
        when(isSteady, sinceLast).when(nearer.between(1, longest), nearer).otherwise(lit(usual));
    Column sinceReading =
        when(REGISTER_KWH.col().isNotNull(), col("_end").minus(col("_register_read")));
    return intervals
        .withColumn(
            SECONDS,
            coalesce(
                col("_end").minus(secondsOf(INTERVAL_START_SENT.name())), sinceReading, inferred))
        .withColumn(
            PowerTables.INTERVAL_START.name(),
            expr("interval_end - make_dt_interval(0, 0, 0, CAST(_seconds AS DECIMAL(18, 6)))"))
        .withColumn(
            PowerTables.INTERVAL_MINUTES.name(),
            col(SECONDS).cast("decimal(10,0)").divide(lit(60)).cast("decimal(12,6)"));
  }

  /**
   * Energy between two register readings. A register that went back has started again from zero if
   * the energy that follows from that is plausible: it rolls over at the reading the registry
   * names, else at the next power of ten, from its last tenth. Otherwise there is no energy.
   */
  static Dataset<Row> attachRegisterEnergy(Dataset<Row> intervals, PowerThresholds thresholds) {
    Column moved = REGISTER_KWH.col().minus(col("_register_before"));
    Column nextPowerOfTen =
        expr(
            "CAST(rpad('1', length(CAST(floor(_register_before) AS STRING)) + 1, '0')"
                + " AS DECIMAL(20,6))");
    Column guessed =
        when(
            col("_register_before").geq(nextPowerOfTen.multiply(lit("0.9").cast("decimal(2,1)"))),
            nextPowerOfTen);
    Column rolled =
        moved.plus(coalesce(RegistryTables.ROLLS_OVER_AT_KWH.col(), guessed)).cast("decimal(16,6)");
    Column most =
        RATED_KW
            .col()
            .multiply(lit(thresholds.plausibleTimesRated()))
            .multiply(col(SECONDS).cast("decimal(10,0)"))
            .divide(lit(3600));
    return intervals
        .withColumn("_moved", moved.cast("decimal(16,6)"))
        .withColumn(
            "_rolled", when(col("_moved").lt(0).and(rolled.geq(0)).and(rolled.leq(most)), rolled))
        .withColumn(
            ENERGY_KWH.name(),
            coalesce(ENERGY_KWH.col(), when(col("_moved").geq(0), col("_moved")), col("_rolled")));
  }

  /**
   * Adds the mean power: energy · 3600 s/h / length; without energy the power the meter gave;
   * without that, of voltages and currents of its phases times the power factor of the settings.
   */
  static Dataset<Row> attachMeanPower(Dataset<Row> intervals, PowerThresholds thresholds) {
    Column ofEnergy =
        ENERGY_KWH
            .col()
            .multiply(lit(3600))
            .divide(col(SECONDS).cast("decimal(10,0)"))
            .cast("decimal(18,4)");
    Column apparent = ofPhase(UA_V, IA_A).plus(ofPhase(UB_V, IB_A)).plus(ofPhase(UC_V, IC_A));
    Column ofCurrents =
        when(
            hasPhase(),
            apparent
                .multiply(lit(thresholds.powerFactor()))
                .divide(lit(1000))
                .cast("decimal(18,4)"));
    return intervals.withColumn(
        MEAN_POWER_KW.name(), coalesce(ofEnergy, POWER_KW.col().cast("decimal(18,4)"), ofCurrents));
  }

  /** True where voltage and current of a phase are known, so that a power follows from them. */
  private static Column hasPhase() {
    return both(UA_V, IA_A).or(both(UB_V, IB_A)).or(both(UC_V, IC_A));
  }

  private static Column both(org.dawen.lake.Column voltage, org.dawen.lake.Column current) {
    return voltage.col().isNotNull().and(current.col().isNotNull());
  }

  private static Column ofPhase(org.dawen.lake.Column voltage, org.dawen.lake.Column current) {
    return coalesce(
        voltage.col().multiply(current.col()).cast("decimal(24,6)"), lit(0).cast("decimal(24,6)"));
  }

  /** Adds whether the mean power is at most the rated power times the factor. Ours, not a rule. */
  static Dataset<Row> attachPlausibility(Dataset<Row> intervals, PowerThresholds thresholds) {
    Column most = RATED_KW.col().multiply(lit(thresholds.plausibleTimesRated()));
    return intervals.withColumn(IS_PLAUSIBLE.name(), MEAN_POWER_KW.col().leq(most));
  }

  /** Adds what the interval is good for. */
  static Dataset<Row> attachQuality(Dataset<Row> intervals) {
    Column isRegister = REGISTER_KWH.col().isNotNull();
    Column hasBefore = col("_register_before").isNotNull();
    Column quality =
        when(isRegister.and(hasBefore).and(ENERGY_KWH.col().isNull()), name(Quality.REGISTER_BACK))
            .when(
                isRegister.and(hasBefore).and(not(IS_PLAUSIBLE.col())), name(Quality.REGISTER_JUMP))
            .when(isRegister.and(not(hasBefore)), name(Quality.FIRST_READING))
            .when(
                not(isRegister).and(col("_end").minus(col(SECONDS)).lt(col("_last"))),
                name(Quality.OVERLAPPING))
            .when(MEAN_POWER_KW.col().isNull(), name(Quality.ENERGY_MISSING))
            .when(not(IS_PLAUSIBLE.col()), name(Quality.IMPLAUSIBLE))
            .when(col("_rolled").isNotNull(), name(Quality.ROLLED_OVER))
            .when(ENERGY_KWH.col().isNotNull(), name(Quality.GOOD))
            .when(POWER_KW.col().isNotNull(), name(Quality.POWER_ONLY))
            .otherwise(name(Quality.POWER_OF_CURRENTS));
    return intervals.withColumn(PowerTables.QUALITY.name(), quality);
  }

  private static Column name(Quality quality) {
    return lit(quality.name());
  }

  /** Adds the share of the day for which the meter has a power; overlaps count once. */
  static Dataset<Row> attachCoverage(Dataset<Row> intervals) {
    Column midnight = expr("unix_date(data_day) * 86400L");
    Column inDay =
        when(
                MEAN_POWER_KW
                    .col()
                    .isNotNull()
                    .and(PowerTables.QUALITY.col().notEqual(Quality.OVERLAPPING.name())),
                greatest(
                    lit(0L),
                    col("_end").minus(greatest(col("_end").minus(col(SECONDS)), midnight))))
            .otherwise(lit(0L));
    Column share =
        sum(inDay)
            .over(Window.partitionBy(METER_CODE.col(), DATA_DAY.col()))
            .cast("decimal(12,0)")
            .multiply(lit(100))
            .divide(lit(86_400));
    return intervals.withColumn(
        PowerTables.DAY_COVERAGE_PERCENT.name(), least(share, lit(100)).cast("decimal(9,4)"));
  }
}
