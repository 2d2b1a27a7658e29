package org.dawen.power;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.dawen.intake.ReceivedTables.DATA_DAY;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.dawen.lake.TableRow;
import org.dawen.registry.RegistryTables;

/** How the day of a meter follows from its intervals. */
final class MeterDayRules {
  private MeterDayRules() {}

  /** Rows of {@code power.meter_day} for the days of the intervals. */
  static Dataset<Row> meterDays(
      Dataset<Row> intervals,
      Dataset<Row> meters,
      PowerThresholds powerThresholds,
      ScreeningThresholds thresholds) {
    Dataset<Row> rows =
        EnterpriseRows.ofIntervals(intervals, true, powerThresholds, thresholds)
            .unionByName(everyEnterprise(intervals, meters));
    return EnterpriseRows.through(
        rows,
        PowerTables.METER_DAY,
        new Profiling(MeterRegister.of(meters), thresholds),
        col(EnterpriseRows.ENTERPRISE),
        col(EnterpriseRows.DAY),
        col(EnterpriseRows.METER));
  }

  /** A row for each enterprise and day on which anybody sent anything: silence counts too. */
  private static Dataset<Row> everyEnterprise(Dataset<Row> intervals, Dataset<Row> meters) {
    return meters
        .where(RegistryTables.ENTERPRISE_CODE.col().isNotNull())
        .select(RegistryTables.ENTERPRISE_CODE.col().as("enterprise"))
        .distinct()
        .crossJoin(broadcast(intervals.select(DATA_DAY.col()).distinct()))
        .select(
            EnterpriseRows.withoutIntervals(
                col("enterprise"),
                lit(""),
                expr("CAST(unix_date(data_day) AS BIGINT)"),
                lit(EnterpriseRows.PRESENCE)));
  }

  /** Turns the rows of an enterprise and day into the days of its meters. */
  private static final class Profiling implements MapPartitionsFunction<Row, Row> {
    private static final long serialVersionUID = 1L;
    private final MeterRegister register;
    private final ScreeningThresholds thresholds;

    Profiling(MeterRegister register, ScreeningThresholds thresholds) {
      this.register = register;
      this.thresholds = thresholds;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
      return new ByDay(rows, register, thresholds);
    }
  }

  private static final class ByDay extends EnterpriseRows.Groups {
    private final MeterRegister register;
    private final ScreeningThresholds thresholds;
    private final IntervalBook book = new IntervalBook();
    private String enterprise;
    private String meter;
    private long day;
    private DayProfiles profiles;

    ByDay(Iterator<Row> rows, MeterRegister register, ScreeningThresholds thresholds) {
      super(rows);
      this.register = register;
      this.thresholds = thresholds;
    }

    @Override
    void take(TableRow row, ArrayDeque<Row> results) {
      String nextEnterprise = row.textAt(0);
      long nextDay = row.wholeAt(2);
      if (!nextEnterprise.equals(enterprise) || nextDay != day) {
        finish(results);
        enterprise = nextEnterprise;
        day = nextDay;
        profiles = new DayProfiles(thresholds);
      }
      if (row.wholeAt(3) == EnterpriseRows.INTERVAL) {
        if (!row.textAt(1).equals(meter)) {
          closeMeter();
          meter = row.textAt(1);
        }
        IntervalBytes.read(row.bytesAt(4), book);
      }
    }

    private void closeMeter() {
      if (meter != null) {
        book.giveTo(
            (start, end, power, energy, flags) ->
                profiles.add(meter, day, start, end, power, energy, flags));
      }
      meter = null;
    }

    @Override
    void finish(ArrayDeque<Row> results) {
      if (enterprise == null) {
        return;
      }
      closeMeter();
      List<MeterFacts> meters = register.on(enterprise, day);
      for (MeterFacts meter : meters) {
        results.add(row(meter, meters));
      }
      enterprise = null;
    }

    private Row row(MeterFacts meter, List<MeterFacts> meters) {
      DayProfiles.Profile p = profiles.profile(meter.code());
      Object[] v = new Object[PowerTables.METER_DAY.columns().size()];
      int i = 0;
      v[i++] = meter.code();
      v[i++] = LocalDate.ofEpochDay(day);
      v[i++] = meter.enterprise();
      v[i++] = meter.role();
      v[i++] = meter.facility();
      v[i++] =
          meter.rated() == 0
              ? null
              : BigDecimal.valueOf(meter.rated(), 4).setScale(3, RoundingMode.DOWN);
      v[i++] = p.intervals;
      v[i++] =
          p.lastEnd == MeterSeries.MISSING
              ? null
              : LocalDateTime.ofEpochSecond(p.lastEnd, 0, ZoneOffset.UTC);
      v[i++] =
          BigDecimal.valueOf(Math.min(86_400, p.covered) * 100)
              .divide(BigDecimal.valueOf(86_400), 4, RoundingMode.HALF_UP);
      v[i++] = p.covered == 0 ? null : BigDecimal.valueOf(p.energy, 6);
      for (int hour = 0; hour < 24; hour++) {
        v[i++] = p.isComplete(hour) ? BigDecimal.valueOf(p.hourEnergy[hour], 6) : null;
      }
      DayProfiles.Together together =
          MeterFacts.TREATMENT.equals(meter.role()) ? profiles.together(meter, meters, day) : null;
      if (together != null) {
        v[i++] = minutes(together.productionOnSeconds());
        v[i++] = minutes(together.treatmentOnSeconds());
        v[i++] = ratio(together.ratio());
        v[i++] = ratio(together.lowestHour());
        v[i++] = power(together.meanPower());
      }
      return RowFactory.create(v);
    }
  }

  static BigDecimal minutes(long seconds) {
    return BigDecimal.valueOf(seconds).divide(BigDecimal.valueOf(60), 6, RoundingMode.HALF_UP);
  }

  static BigDecimal ratio(long ratio) {
    return ratio == MeterSeries.MISSING ? null : BigDecimal.valueOf(ratio, 8);
  }

  static BigDecimal power(long power) {
    return power == MeterSeries.MISSING ? null : BigDecimal.valueOf(power, 4);
  }
}
