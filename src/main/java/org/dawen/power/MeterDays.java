package org.dawen.power;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;
import org.dawen.registry.MeterRole;

/** How the days of an enterprise's meters follow from their intervals. */
final class MeterDays {
  private static final int RATED_DECIMALS = 3;

  private final PowerThresholds powerThresholds;
  private final ScreeningThresholds thresholds;

  MeterDays(PowerThresholds powerThresholds, ScreeningThresholds thresholds) {
    this.powerThresholds = powerThresholds;
    this.thresholds = thresholds;
  }

  /**
   * A day of each meter, whether it sent anything or not.
   *
   * @param meters of the enterprise, registered that day
   * @param intervals of the day, of each meter in the order of time
   */
  List<MeterDay> of(LocalDate day, List<MeterFacts> meters, List<IntervalEnergy> intervals) {
    DayProfiles profiles = new DayProfiles(thresholds);
    for (IntervalEnergy i : intervals) {
      profiles.add(
          i.meterCode(),
          day.toEpochDay(),
          Units.seconds(i.intervalStart()),
          Units.seconds(i.intervalEnd()),
          Units.ofPower(i.meanPowerKw()),
          Units.ofMillionths(i.energyOrOfPower()),
          powerThresholds.isUsable(i.quality(), i.intervalMinutes()) ? MeterSeries.IS_USABLE : 0);
    }
    List<MeterDay> days = new ArrayList<>();
    for (MeterFacts meter : meters) {
      DayProfiles.Together together =
          meter.role() == MeterRole.TREATMENT
              ? profiles.together(meter, meters, day.toEpochDay())
              : null;
      days.add(row(day, meter, profiles.profile(meter.code()), together));
    }
    return days;
  }

  private static MeterDay row(
      LocalDate day, MeterFacts meter, DayProfiles.Profile p, DayProfiles.Together together) {
    return new MeterDay(
        meter.code(),
        day,
        meter.enterprise(),
        meter.role(),
        meter.facility(),
        meter.rated() == 0
            ? null
            : Units.power(meter.rated()).setScale(RATED_DECIMALS, RoundingMode.DOWN),
        p.intervals,
        p.lastEnd == MeterSeries.MISSING ? null : Units.time(p.lastEnd),
        Units.percentOfDay(p.covered),
        p.covered == 0 ? null : Units.energy(p.energy),
        HourEnergies.of(hour -> p.isComplete(hour) ? Units.energy(p.hourEnergy[hour]) : null),
        MeterDay.BesideProduction.of(together));
  }

  /** What a day of a meter needs of an interval, from {@code power.meter_interval}. */
  record IntervalEnergy(
      String meterCode,
      @Nullable String enterpriseCode,
      LocalDate dataDay,
      LocalDateTime intervalStart,
      LocalDateTime intervalEnd,
      @Digits(value = 12, scale = 6) BigDecimal intervalMinutes,
      @Nullable @Digits(value = 16, scale = 6) BigDecimal energyKwh,
      @Nullable @Digits(value = 18, scale = 4) BigDecimal meanPowerKw,
      Quality quality) {
    private static final int ENERGY_DECIMALS = 6;

    static final Comparator<IntervalEnergy> BY_TIME =
        Comparator.comparing(IntervalEnergy::intervalStart)
            .thenComparing(IntervalEnergy::intervalEnd);

    /** The energy, else that of the mean power, kWh; null: neither is known. */
    BigDecimal energyOrOfPower() {
      return energyKwh != null || meanPowerKw == null
          ? energyKwh
          : meanPowerKw
              .multiply(
                  BigDecimal.valueOf(Units.seconds(intervalEnd) - Units.seconds(intervalStart)))
              .divide(BigDecimal.valueOf(3_600), ENERGY_DECIMALS, RoundingMode.HALF_UP);
    }
  }
}
