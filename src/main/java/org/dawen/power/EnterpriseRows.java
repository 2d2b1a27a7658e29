package org.dawen.power;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.dawen.intake.ReceivedTables.CURRENT_A;
import static org.dawen.intake.ReceivedTables.DATA_DAY;
import static org.dawen.intake.ReceivedTables.ENERGY_KWH;
import static org.dawen.intake.ReceivedTables.IA_A;
import static org.dawen.intake.ReceivedTables.IB_A;
import static org.dawen.intake.ReceivedTables.IC_A;
import static org.dawen.intake.ReceivedTables.INTERVAL_END;
import static org.dawen.intake.ReceivedTables.REGISTER_KWH;
import static org.dawen.intake.ReceivedTables.UA_V;
import static org.dawen.intake.ReceivedTables.UB_V;
import static org.dawen.intake.ReceivedTables.UC_V;

import java.util.ArrayDeque;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.dawen.lake.BareRows;
import org.dawen.lake.Table;
import org.dawen.lake.TableRow;
import org.dawen.power.PowerTables.Quality;

/**
 * Brings the rows of each enterprise together, in the order of day or meter and time, and gives
 * them to plain Java. An interval is one of millions: a meter's day comes as one row, its intervals
 * in bytes (docs/decisions/0050).
 */
final class EnterpriseRows {
  static final long INTERVAL = 0;
  static final long RATIO = 1;
  static final long PRESENCE = 2;

  /** Columns of the rows, in this order. */
  static final String ENTERPRISE = "enterprise";

  static final String METER = "meter";

  /** Days since 1970. */
  static final String DAY = "day";

  /** One of {@link #INTERVAL}, {@link #RATIO}, {@link #PRESENCE}. */
  static final String KIND = "kind";

  /** Of intervals: as {@link IntervalBytes} writes them. */
  static final String INTERVALS = "intervals";

  /** Of a ratio: treatment / production of the day, in 10⁻⁸. */
  static final String RATIO_OF_DAY = "ratio";

  /** Of a ratio: that of the lowest hour, in 10⁻⁸. */
  static final String LOWEST_RATIO = "lowest";

  /** Of a ratio: mean power of the unit, in 0.0001 kW. */
  static final String OWN_POWER = "power";

  /** Enough parts that one fits into memory, whatever the batch of days. */
  private static final int PARTS = 16;

  private EnterpriseRows() {}

  /**
   * Intervals folded to a row a meter and day. What is read of each interval: start and end, power,
   * current or energy, flags.
   */
  static Dataset<Row> ofIntervals(
      Dataset<Row> intervals,
      boolean wantsEnergy,
      PowerThresholds powerThresholds,
      ScreeningThresholds thresholds) {
    Column energy =
        coalesce(
            ENERGY_KWH.col(),
            PowerTables.MEAN_POWER_KW
                .col()
                .multiply(PowerTables.INTERVAL_MINUTES.col())
                .divide(lit(60))
                .cast(ENERGY_KWH.type()));
    // The digits of these decimals are 0.0001 kW, 0.000001 kWh and 0.000001 A.
    Dataset<Row> read =
        intervals
            .where(PowerTables.ENTERPRISE_CODE.col().isNotNull())
            .select(
                PowerTables.ENTERPRISE_CODE.col(),
                PowerTables.METER_CODE.col(),
                DATA_DAY.col(),
                PowerTables.INTERVAL_START.col(),
                INTERVAL_END.col(),
                PowerTables.MEAN_POWER_KW.col(),
                wantsEnergy ? energy : CURRENT_A.col(),
                flags(powerThresholds, thresholds));
    return BareRows.through(read, IntervalFold.FOLDED, new IntervalFold());
  }

  /** A row without intervals; its columns in the order of the folded ones. */
  static Column[] withoutIntervals(
      Column enterprise, Column meter, Column day, Column kind, Column... ratioLowestAndPower) {
    Column none = lit(null).cast("bigint");
    boolean hasRatio = ratioLowestAndPower.length > 0;
    return new Column[] {
      enterprise.as(ENTERPRISE),
      meter.as(METER),
      day.as(DAY),
      kind.as(KIND),
      lit(null).cast("binary").as(INTERVALS),
      (hasRatio ? ratioLowestAndPower[0] : none).as(RATIO_OF_DAY),
      (hasRatio ? ratioLowestAndPower[1] : none).as(LOWEST_RATIO),
      (hasRatio ? ratioLowestAndPower[2] : none).as(OWN_POWER)
    };
  }

  /** What {@link MeterSeries} calls flags. */
  private static Column flags(PowerThresholds powerThresholds, ScreeningThresholds thresholds) {
    Column isUsable =
        PowerTables.QUALITY
            .col()
            .isin(Quality.usable().toArray())
            .and(
                PowerTables.INTERVAL_MINUTES
                    .col()
                    .leq(lit(powerThresholds.longestIntervalMinutes())));
    return bit(isUsable, MeterSeries.IS_USABLE)
        .plus(bit(isPhaseLost(thresholds), MeterSeries.IS_PHASE_LOST))
        .plus(bit(is(Quality.REGISTER_BACK), MeterSeries.IS_REGISTER_BACK))
        .plus(bit(is(Quality.REGISTER_JUMP), MeterSeries.IS_REGISTER_JUMP))
        .plus(bit(is(Quality.IMPLAUSIBLE), MeterSeries.IS_IMPLAUSIBLE))
        .plus(bit(isLateReading(thresholds), MeterSeries.IS_LATE_READING))
        .plus(bit(isUncoveredEnergy(thresholds), MeterSeries.IS_UNCOVERED_ENERGY));
  }

  private static Column is(Quality quality) {
    return PowerTables.QUALITY.col().equalTo(quality.name());
  }

  private static Column bit(Column condition, int bit) {
    return when(condition, lit((long) bit)).otherwise(lit(0L));
  }

  /**
   * One phase has too little voltage while another has enough, or no current while both others have
   * more than a share of the rated current, which is that of the rated power at nominal voltage.
   */
  private static Column isPhaseLost(ScreeningThresholds thresholds) {
    Column low =
        lit(thresholds.nominalPhaseVoltageV.multiply(thresholds.phaseLossVoltagePercent))
            .divide(lit(100));
    Column voltages =
        least(UA_V.col(), UB_V.col(), UC_V.col())
            .lt(low)
            .and(greatest(UA_V.col(), UB_V.col(), UC_V.col()).geq(low));
    Column middle =
        IA_A.col()
            .plus(IB_A.col())
            .plus(IC_A.col())
            .minus(greatest(IA_A.col(), IB_A.col(), IC_A.col()))
            .minus(least(IA_A.col(), IB_A.col(), IC_A.col()));
    Column rated =
        PowerTables.RATED_KW
            .col()
            .multiply(lit(1000))
            .divide(lit(thresholds.nominalPhaseVoltageV.multiply(java.math.BigDecimal.valueOf(3))));
    Column currents =
        least(IA_A.col(), IB_A.col(), IC_A.col())
            .equalTo(0)
            .and(
                middle
                    .multiply(lit(100))
                    .gt(rated.multiply(lit(thresholds.phaseLossCurrentPercent))));
    return coalesce(voltages, lit(false)).or(coalesce(currents, lit(false)));
  }

  /** The register was read after longer than a meter may be silent. */
  private static Column isLateReading(ScreeningThresholds thresholds) {
    return REGISTER_KWH
        .col()
        .isNotNull()
        .and(PowerTables.INTERVAL_MINUTES.col().multiply(lit(60)).gt(thresholds.offlineSeconds));
  }

  /** The register moved on, by more than standing still would, over a time nobody was told of. */
  private static Column isUncoveredEnergy(ScreeningThresholds thresholds) {
    return isLateReading(thresholds)
        .and(
            PowerTables.MEAN_POWER_KW
                .col()
                .multiply(lit(100_000))
                .gt(PowerTables.RATED_KW.col().multiply(lit(thresholds.running))));
  }

  /** Rows of one enterprise stand together, in this order; each part goes through the function. */
  static Dataset<Row> through(
      Dataset<Row> rows, Table result, MapPartitionsFunction<Row, Row> function, Column... order) {
    return rows.repartition(PARTS, col(ENTERPRISE))
        .sortWithinPartitions(order)
        .mapPartitions(function, Encoders.row(result.rowSchema()));
  }

  /** Gives rows on as soon as the group of rows they come from is over. */
  abstract static class Groups implements Iterator<Row> {
    private final Iterator<Row> rows;
    private final ArrayDeque<Row> ready = new ArrayDeque<>();
    private boolean isOver;

    Groups(Iterator<Row> rows) {
      this.rows = rows;
    }

    /** Takes a row; those of an earlier group are turned into results first. */
    abstract void take(TableRow row, ArrayDeque<Row> results);

    /** Turns the last group into results. */
    abstract void finish(ArrayDeque<Row> results);

    @Override
    public boolean hasNext() {
      while (ready.isEmpty() && !isOver) {
        if (rows.hasNext()) {
          take(new TableRow(rows.next()), ready);
        } else {
          isOver = true;
          finish(ready);
        }
      }
      return !ready.isEmpty();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new java.util.NoSuchElementException();
      }
      return ready.poll();
    }
  }
}
