package org.dawen.power;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import org.dawen.lake.DaySet;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;

/**
 * How findings follow from intervals and days; the rules themselves: {@link EnterpriseScreening}.
 */
final class Anomalies {
  private final IntervalFlags flags;
  private final ScreeningThresholds thresholds;
  private final SortedMap<Long, Long> deliveredUntil;
  private final DaySet days;

  /**
   * Judges by these.
   *
   * @param deliveredUntil the last moment of each delivered day for which any meter has data, by
   *     day since 1970
   * @param days the days wanted
   */
  Anomalies(
      PowerThresholds powerThresholds,
      ScreeningThresholds thresholds,
      SortedMap<Long, Long> deliveredUntil,
      DaySet days) {
    this.flags = new IntervalFlags(powerThresholds, thresholds);
    this.thresholds = thresholds;
    this.deliveredUntil = deliveredUntil;
    this.days = days;
  }

  /**
   * The findings of an enterprise on the days wanted.
   *
   * @param intervals from two days before each of them to one day after it, in the order of time
   * @param meterDays from 30 days before each of them to one day after it
   */
  List<Anomaly> of(
      String enterprise,
      MeterRegister meters,
      List<ScreenedInterval> intervals,
      List<ScreenedDay> meterDays) {
    EnterpriseScreening screening = new EnterpriseScreening(thresholds, deliveredUntil);
    for (ScreenedInterval i : intervals) {
      screening
          .series(i.meterCode())
          .add(
              Units.seconds(i.intervalStart()),
              Units.seconds(i.intervalEnd()),
              Units.ofPower(i.meanPowerKw()),
              Units.ofMillionths(i.phases().currentA()),
              flags.of(i));
    }
    for (ScreenedDay d : meterDays) {
      if (d.lowestHourLoadRatio() != null) {
        screening.addUsual(
            d.meterCode(),
            d.dataDay().toEpochDay(),
            Units.ofRatio(d.loadRatio()),
            Units.ofRatio(d.lowestHourLoadRatio()),
            Units.ofPower(d.treatmentMeanKw()));
      }
    }
    List<Anomaly> anomalies = new ArrayList<>();
    for (long delivered : deliveredUntil.keySet()) {
      LocalDate day = LocalDate.ofEpochDay(delivered);
      if (days.contains(day)) {
        for (Finding f : screening.findings(meters.on(delivered), delivered)) {
          anomalies.add(Anomaly.of(enterprise, day, f));
        }
      }
    }
    return anomalies;
  }

  /**
   * How a treatment unit ran on a day, from {@code power.meter_day}; null: not beside production.
   */
  record ScreenedDay(
      String meterCode,
      String enterpriseCode,
      LocalDate dataDay,
      @Nullable @Digits(value = 18, scale = 8) BigDecimal loadRatio,
      @Nullable @Digits(value = 18, scale = 8) BigDecimal lowestHourLoadRatio,
      @Nullable @Digits(value = 18, scale = 4) BigDecimal treatmentMeanKw) {}

  /** What screening needs of an interval, from {@code power.meter_interval}. */
  record ScreenedInterval(
      String meterCode,
      @Nullable String enterpriseCode,
      LocalDateTime intervalStart,
      LocalDateTime intervalEnd,
      @Digits(value = 12, scale = 6) BigDecimal intervalMinutes,
      @Nullable @Digits(value = 16, scale = 6) BigDecimal registerKwh,
      @Nullable @Digits(value = 18, scale = 4) BigDecimal meanPowerKw,
      @Nullable @Digits(value = 12, scale = 3) BigDecimal ratedKw,
      Quality quality,
      Phases phases) {
    static final Comparator<ScreenedInterval> BY_TIME =
        Comparator.comparing(ScreenedInterval::intervalStart)
            .thenComparing(ScreenedInterval::intervalEnd);
  }
}
