package org.dawen.power;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;
import org.dawen.registry.ResponsePlan;
import org.dawen.run.References;

/** What the meters that plans name drew: energy hour by hour, and when they ran. */
final class PlanMeters {
  private record MeterOnDay(String meter, LocalDate day) {}

  private final Set<String> named;
  private final ResponseThresholds thresholds;
  private final TreeSet<LocalDate> delivered = new TreeSet<>();
  private final Map<MeterOnDay, List<long[]>> energies = new HashMap<>();
  private final Map<MeterOnDay, List<RunningInterval>> running = new HashMap<>();

  /**
   * Holds what concerns these meters.
   *
   * @param named codes of meters
   */
  PlanMeters(Set<String> named, ResponseThresholds thresholds) {
    this.named = named;
    this.thresholds = thresholds;
  }

  /** Of all plans. */
  static PlanMeters of(References references, ResponseThresholds thresholds) {
    Set<String> named = new HashSet<>();
    references.forEach(ResponsePlan.class, plan -> named.addAll(Answer.metersOf(plan)));
    PlanMeters meters = new PlanMeters(named, thresholds);
    references.forEach(DayEnergies.class, meters::add);
    references.forEach(RunningInterval.class, meters::add);
    return meters;
  }

  void add(DayEnergies day) {
    delivered.add(day.dataDay());
    if (named.contains(day.meterCode())) {
      energies
          .computeIfAbsent(new MeterOnDay(day.meterCode(), day.dataDay()), k -> new ArrayList<>(1))
          .add(day.hours().hours().stream().mapToLong(Units::ofMillionths).toArray());
    }
  }

  void add(RunningInterval interval) {
    if (named.contains(interval.meterCode()) && interval.isAbove(thresholds.runningPercent())) {
      running
          .computeIfAbsent(
              new MeterOnDay(interval.meterCode(), interval.dataDay()), k -> new ArrayList<>())
          .add(interval);
    }
  }

  /** Days of which any meter has a row. */
  Set<LocalDate> delivered() {
    return delivered;
  }

  /**
   * Energy of an hour of all these meters together, 0.000001 kWh; {@link MeterSeries#MISSING}: one
   * of them has no complete hour.
   */
  long energy(List<String> meters, LocalDate day, int hour) {
    long[] known =
        meters.stream()
            .flatMap(m -> energies.getOrDefault(new MeterOnDay(m, day), List.of()).stream())
            .mapToLong(hours -> hours[hour])
            .filter(energy -> energy != MeterSeries.MISSING)
            .toArray();
    return known.length == 0 || known.length != meters.size()
        ? MeterSeries.MISSING
        : Arrays.stream(known).reduce(0, Math::addExact);
  }

  /** Intervals of a day in which a meter ran. */
  List<RunningInterval> running(String meter, LocalDate day) {
    return running.getOrDefault(new MeterOnDay(meter, day), List.of());
  }

  /** The energy of a meter hour by hour, from {@code power.meter_day}. */
  record DayEnergies(String meterCode, LocalDate dataDay, HourEnergies hours) {}

  /** What tells whether a meter ran, from {@code power.meter_interval}. */
  record RunningInterval(
      String meterCode,
      LocalDate dataDay,
      LocalDateTime intervalStart,
      LocalDateTime intervalEnd,
      @Digits(value = 12, scale = 6) BigDecimal intervalMinutes,
      @Nullable @Digits(value = 18, scale = 4) BigDecimal meanPowerKw,
      @Nullable @Digits(value = 12, scale = 3) BigDecimal ratedKw,
      Quality quality) {
    private static final BigDecimal LONGEST_PART_COUNTED = BigDecimal.valueOf(60);

    /** Its power counts and is above a share of the rated power. */
    boolean isAbove(BigDecimal percentOfRated) {
      return quality.isUsable()
          && meanPowerKw != null
          && ratedKw != null
          && meanPowerKw.movePointRight(2).compareTo(ratedKw.multiply(percentOfRated)) > 0;
    }

    /**
     * A part of it may count: one that lasts longer than an hour, such as between two readings of a
     * register, counts only altogether, for its energy may be that of the time before or after.
     */
    boolean isDivisible() {
      return intervalMinutes.compareTo(LONGEST_PART_COUNTED) <= 0;
    }
  }
}
