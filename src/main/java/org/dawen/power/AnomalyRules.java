package org.dawen.power;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;
import static org.dawen.intake.ReceivedTables.DATA_DAY;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.TableRow;

/**
 * How findings follow from intervals and days; the rules themselves: {@link EnterpriseScreening}.
 */
final class AnomalyRules {
  private AnomalyRules() {}

  /**
   * Rows of {@code power.anomaly}.
   *
   * @param intervals from two days before each output day to one day after it
   * @param meterDays from 30 days before each output day to one day after it
   */
  static Dataset<Row> anomalies(
      Dataset<Row> intervals,
      Dataset<Row> meterDays,
      Dataset<Row> meters,
      DaySet days,
      PowerThresholds powerThresholds,
      ScreeningThresholds thresholds) {
    Dataset<Row> rows =
        EnterpriseRows.ofIntervals(intervals, false, powerThresholds, thresholds)
            .unionByName(ratiosAndSilence(meterDays));
    return EnterpriseRows.through(
        rows,
        PowerTables.ANOMALY,
        new Screening(
            MeterRegister.of(meters),
            thresholds,
            deliveredUntil(meterDays),
            days.days().stream().mapToLong(LocalDate::toEpochDay).toArray()),
        col(EnterpriseRows.ENTERPRISE),
        col(EnterpriseRows.METER),
        col(EnterpriseRows.KIND),
        col(EnterpriseRows.DAY));
  }

  /** Days of treatment units that tell a ratio, and days on which a meter sent nothing. */
  private static Dataset<Row> ratiosAndSilence(Dataset<Row> meterDays) {
    Column isSilent = PowerTables.INTERVAL_COUNT.col().equalTo(0);
    Column hasRatio = PowerTables.LOWEST_HOUR_LOAD_RATIO.col().isNotNull();
    return meterDays
        .where(isSilent.or(hasRatio))
        .select(
            EnterpriseRows.withoutIntervals(
                PowerTables.ENTERPRISE_CODE.col(),
                PowerTables.METER_CODE.col(),
                expr("CAST(unix_date(data_day) AS BIGINT)"),
                when(hasRatio, lit(EnterpriseRows.RATIO)).otherwise(lit(EnterpriseRows.PRESENCE)),
                inRatioUnits(PowerTables.LOAD_RATIO),
                inRatioUnits(PowerTables.LOWEST_HOUR_LOAD_RATIO),
                inPowerUnits(PowerTables.TREATMENT_MEAN_KW)));
  }

  private static Column inPowerUnits(org.dawen.lake.Column power) {
    return coalesce(power.col().multiply(lit(10_000)).cast("bigint"), lit(0L));
  }

  private static Column inRatioUnits(org.dawen.lake.Column ratio) {
    return coalesce(ratio.col().multiply(lit(100_000_000)).cast("bigint"), lit(0L));
  }

  /** The last moment of each delivered day for which any meter has data. */
  private static SortedMap<Long, Long> deliveredUntil(Dataset<Row> meterDays) {
    SortedMap<Long, Long> until = new TreeMap<>();
    for (TableRow row :
        Lake.all(
            meterDays
                .groupBy(DATA_DAY.col())
                .agg(max(PowerTables.LAST_INTERVAL_END.col()).as(name())))) {
      LocalDateTime last = row.civilTime(PowerTables.LAST_INTERVAL_END);
      if (last != null) {
        until.put(row.day(DATA_DAY).toEpochDay(), last.toEpochSecond(ZoneOffset.UTC));
      }
    }
    return until;
  }

  private static String name() {
    return PowerTables.LAST_INTERVAL_END.name();
  }

  /** Turns the rows of an enterprise into its findings. */
  private static final class Screening implements MapPartitionsFunction<Row, Row> {
    private static final long serialVersionUID = 1L;
    private final MeterRegister register;
    private final ScreeningThresholds thresholds;
    private final TreeMap<Long, Long> deliveredUntil;
    private final long[] days;

    Screening(
        MeterRegister register,
        ScreeningThresholds thresholds,
        SortedMap<Long, Long> deliveredUntil,
        long[] days) {
      this.register = register;
      this.thresholds = thresholds;
      this.deliveredUntil = new TreeMap<>(deliveredUntil);
      this.days = days;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
      return new ByEnterprise(rows, this);
    }
  }

  private static final class ByEnterprise extends EnterpriseRows.Groups {
    private final Screening with;
    private final IntervalBook book = new IntervalBook();
    private String enterprise;
    private String meter;
    private EnterpriseScreening screening;

    ByEnterprise(Iterator<Row> rows, Screening with) {
      super(rows);
      this.with = with;
    }

    @Override
    void take(TableRow row, ArrayDeque<Row> results) {
      String next = row.textAt(0);
      if (!next.equals(enterprise)) {
        finish(results);
        enterprise = next;
        screening = new EnterpriseScreening(with.thresholds, with.deliveredUntil);
      }
      String nextMeter = row.textAt(1);
      if (row.wholeAt(3) == EnterpriseRows.INTERVAL) {
        if (!nextMeter.equals(meter)) {
          closeMeter();
          meter = nextMeter;
        }
        IntervalBytes.read(row.bytesAt(4), book);
      } else if (row.wholeAt(3) == EnterpriseRows.RATIO) {
        screening.addUsual(
            nextMeter, row.wholeAt(2), row.wholeAt(5), row.wholeAt(6), row.wholeAt(7));
      }
    }

    private void closeMeter() {
      if (meter != null) {
        book.giveTo(screening.series(meter)::add);
      }
      meter = null;
    }

    @Override
    void finish(ArrayDeque<Row> results) {
      if (enterprise == null) {
        return;
      }
      closeMeter();
      for (long day : with.days) {
        if (with.deliveredUntil.containsKey(day)) {
          List<MeterFacts> meters = with.register.on(enterprise, day);
          for (Finding f : screening.findings(meters, day)) {
            results.add(row(f, day));
          }
        }
      }
      enterprise = null;
    }

    private Row row(Finding f, long day) {
      return RowFactory.create(
          f.rule().name(),
          enterprise,
          f.subject(),
          String.join(";", f.meters()),
          LocalDateTime.ofEpochSecond(f.from(), 0, ZoneOffset.UTC),
          LocalDateTime.ofEpochSecond(f.to(), 0, ZoneOffset.UTC),
          LocalDate.ofEpochDay(day),
          MeterDayRules.minutes(f.seconds()),
          f.isOpen(),
          MeterDayRules.power(f.production()),
          MeterDayRules.power(f.subjectPower()),
          MeterDayRules.ratio(f.ratio()),
          MeterDayRules.ratio(f.usualRatio()),
          FindingWords.english(f),
          FindingWords.chinese(f));
    }
  }
}
