package org.dawen.power;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a day says about the meters of one enterprise, plain Java: energy hour by hour, and for a
 * treatment unit how it ran while production was on. Energies are 0.000001 kWh.
 */
final class DayProfiles {
  private static final long DAY = 86_400;
  private static final int HOUR = 3_600;

  private final ScreeningThresholds thresholds;
  private final Map<String, MeterSeries> series = new HashMap<>();
  private final Map<String, Profile> profiles = new HashMap<>();

  DayProfiles(ScreeningThresholds thresholds) {
    this.thresholds = thresholds;
  }

  /** A meter's day. */
  static final class Profile {
    final long[] hourEnergy = new long[24];
    private final int[] hourSeconds = new int[24];
    int intervals;
    long energy;
    long covered;
    long lastEnd = MeterSeries.MISSING;

    /** The hour has a usable power throughout. */
    boolean isComplete(int hour) {
      return hourSeconds[hour] >= HOUR;
    }

    private void add(long day, long from, long to, long intervalEnergy, boolean isUsable) {
      intervals++;
      lastEnd = Math.max(lastEnd, to);
      if (!isUsable || intervalEnergy == MeterSeries.MISSING) {
        return;
      }
      energy += intervalEnergy;
      long lasting = to - from;
      long spent = 0;
      long midnight = day * DAY;
      for (long at = from; at < to; ) {
        long hourEnds = Math.min(to, Math.floorDiv(at, HOUR) * HOUR + HOUR);
        // The last part takes what rounding has left, so that hours add up to the interval.
        long share =
            hourEnds == to
                ? intervalEnergy - spent
                : java.math.BigInteger.valueOf(intervalEnergy)
                    .multiply(java.math.BigInteger.valueOf(hourEnds - at))
                    .divide(java.math.BigInteger.valueOf(lasting))
                    .longValue();
        spent += share;
        if (at >= midnight && at < midnight + DAY) {
          int hour = (int) ((at - midnight) / HOUR);
          hourEnergy[hour] += share;
          hourSeconds[hour] += (int) (hourEnds - at);
          covered += hourEnds - at;
        }
        at = hourEnds;
      }
    }
  }

  /**
   * How a treatment unit ran while a line that depends on it was on.
   *
   * @param productionOnSeconds a line was on and the unit's power is known
   * @param treatmentOnSeconds of these, the unit was not off
   * @param ratio treatment / production over that time, in 10⁻⁸; missing: production was never on
   * @param lowestHour smallest ratio of a clock hour throughout which both ran
   * @param meanPower mean power of the unit over that time; missing: production was never on
   */
  record Together(
      long productionOnSeconds,
      long treatmentOnSeconds,
      long ratio,
      long lowestHour,
      long meanPower) {}

  /** Adds an interval of the day, in the order of time. */
  void add(String meter, long day, long from, long to, long power, long energy, int flags) {
    MeterSeries s = series.computeIfAbsent(meter, MeterSeries::new);
    s.add(from, to, power, MeterSeries.MISSING, flags);
    profiles
        .computeIfAbsent(meter, m -> new Profile())
        .add(day, from, to, energy, s.isUsable(s.count - 1));
  }

  /** The meter's day; one without intervals if it sent none. */
  Profile profile(String meter) {
    return profiles.getOrDefault(meter, new Profile());
  }

  /** How the unit of a treatment meter ran; null if no line depends on it. */
  Together together(MeterFacts treatment, List<MeterFacts> meters, long day) {
    if (!UnitTimeline.units(meters).contains(treatment.facility())) {
      return null;
    }
    UnitTimeline t =
        UnitTimeline.of(
            treatment.facility(), meters, series, day, day * DAY, (day + 1) * DAY, thresholds);
    long on = 0;
    long treated = 0;
    Sums whole = new Sums();
    Sums[] hours = new Sums[24];
    for (int i = 0; i < t.pieces; i++) {
      if (t.productionOn[i] != 1 || t.treatmentOff[i] < 0) {
        continue;
      }
      long lasting = t.time[i + 1] - t.time[i];
      on += lasting;
      treated += t.treatmentOff[i] == 0 ? lasting : 0;
      if (t.treatmentOff[i] == 0) {
        whole.add(t.treatment[i], t.production[i], lasting);
        for (long at = t.time[i]; at < t.time[i + 1]; ) {
          long ends = Math.min(t.time[i + 1], Math.floorDiv(at, HOUR) * HOUR + HOUR);
          int hour = (int) ((at - day * DAY) / HOUR);
          hours[hour] = hours[hour] == null ? new Sums() : hours[hour];
          hours[hour].add(t.treatment[i], t.production[i], ends - at);
          at = ends;
        }
      }
    }
    long lowest = MeterSeries.MISSING;
    for (Sums hour : hours) {
      if (hour != null && hour.seconds == HOUR) {
        lowest = lowest == MeterSeries.MISSING ? hour.ratio() : Math.min(lowest, hour.ratio());
      }
    }
    return new Together(
        on,
        treated,
        whole.seconds == 0 ? MeterSeries.MISSING : whole.ratio(),
        lowest,
        whole.seconds == 0 ? MeterSeries.MISSING : whole.treatment / whole.seconds);
  }

  /** Energies of treatment and production over the same time, in 0.0001 kW · s. */
  private static final class Sums {
    private long treatment;
    private long production;
    private long seconds;

    void add(long treatmentPower, long productionPower, long lasting) {
      treatment += treatmentPower * lasting;
      production += productionPower * lasting;
      seconds += lasting;
    }

    long ratio() {
      return UnitScreening.ratio(treatment, production);
    }
  }
}
