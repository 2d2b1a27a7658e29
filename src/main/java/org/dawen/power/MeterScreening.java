package org.dawen.power;

import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.dawen.power.Finding.Rule;
import org.dawen.registry.MeterRole;

/** The rules on a meter by itself, of one day. */
final class MeterScreening {
  private static final long NONE = MeterSeries.MISSING;

  private static final Map<Rule, Integer> FLAGGED =
      Map.of(
          Rule.PHASE_LOSS, MeterSeries.IS_PHASE_LOST,
          Rule.REGISTER_BACK, MeterSeries.IS_REGISTER_BACK,
          Rule.REGISTER_JUMP, MeterSeries.IS_REGISTER_JUMP,
          Rule.IMPLAUSIBLE_POWER, MeterSeries.IS_IMPLAUSIBLE,
          Rule.UNCOVERED_ENERGY, MeterSeries.IS_UNCOVERED_ENERGY);

  private final ScreeningThresholds thresholds;
  private final MeterFacts meter;
  private final MeterSeries s;
  private final long day;
  private final List<Finding> found;

  /**
   * Screens a day.
   *
   * @param series what the meter sent
   * @param found where findings go
   */
  MeterScreening(
      ScreeningThresholds thresholds,
      MeterFacts meter,
      MeterSeries series,
      long day,
      List<Finding> found) {
    this.thresholds = thresholds;
    this.meter = meter;
    this.s = series;
    this.day = day;
    this.found = found;
  }

  void find() {
    findConstantCurrent();
    findNightProduction();
    FLAGGED.forEach(
        (rule, flag) ->
            findRuns(
                rule,
                i -> s.is(i, flag),
                (first, next) -> true,
                rule == Rule.PHASE_LOSS ? thresholds.phaseLossSeconds : 1));
  }

  private void findConstantCurrent() {
    if (!meter.isConstantLoad() && meter.rated() != 0) {
      findRuns(
          Rule.CONSTANT_CURRENT,
          this::isOnAtCurrent,
          (first, next) -> s.current[first] == s.current[next],
          thresholds.constantCurrentSeconds);
    }
  }

  /**
   * Finds what lasts over intervals.
   *
   * @param holds of each interval
   * @param isLike whether a later interval continues the first; short gaps are bridged
   */
  private void findRuns(Rule rule, IntPredicate holds, IsLike isLike, long atLeast) {
    long from = FindingDays.from(day);
    long to = FindingDays.to(day);
    int i = s.firstEndingAfter(from);
    while (i < s.count && s.start[i] < to) {
      int last = i;
      while (holds.test(i)
          && last + 1 < s.count
          && s.start[last + 1] < to
          && holds.test(last + 1)
          && isLike.test(i, last + 1)
          && s.start[last + 1] - s.end[last] <= thresholds.bridgeSeconds) {
        last++;
      }
      long begins = Math.max(from, s.start[i]);
      long ends = Math.min(to, s.end[last]);
      if (holds.test(i) && ends - begins >= atLeast) {
        addOfMeter(rule, i, last, begins, ends);
      }
      i = last + 1;
    }
  }

  private interface IsLike {
    boolean test(int first, int next);
  }

  private boolean isOnAtCurrent(int i) {
    return s.current[i] != MeterSeries.MISSING
        && s.current[i] > 0
        && s.isUsable(i)
        && thresholds.isProductionOn(s.power[i], meter.rated());
  }

  private void addOfMeter(Rule rule, int first, int last, long begins, long ends) {
    long[] part = FindingDays.partOf(day, begins, ends);
    if (part == null) {
      return;
    }
    TimeMean mean = new TimeMean();
    long seconds = 0;
    for (int i = first; i <= last; i++) {
      long within = Math.min(part[1], s.end[i]) - Math.max(part[0], s.start[i]);
      if (within > 0) {
        seconds += within;
        if (s.power[i] != MeterSeries.MISSING) {
          mean.add(s.power[i], within);
        }
      }
    }
    found.add(
        new Finding(
            rule,
            meter.code(),
            List.of(meter.code()),
            part[0],
            part[1],
            FindingDays.isOpen(day, ends, part),
            seconds,
            NONE,
            mean.value(),
            NONE,
            NONE));
  }

  /** The night that begins on the day, held against the hours of the day before it. */
  private void findNightProduction() {
    if (!meter.isNightShutdown() || meter.role() != MeterRole.PRODUCTION) {
      return;
    }
    long dayFrom = day * FindingDays.DAY + thresholds.nightEndsHour * 3600L;
    long nightFrom = day * FindingDays.DAY + thresholds.nightBeginsHour * 3600L;
    long nightTo = (day + 1) * FindingDays.DAY + thresholds.nightEndsHour * 3600L;
    TimeMean ofDay = mean(dayFrom, nightFrom);
    TimeMean ofNight = mean(nightFrom, nightTo);
    if (ofDay.isEmpty()
        || ofNight.isEmpty()
        || !thresholds.isRunning(ofNight.value(), meter.rated())
        || !ScreeningThresholds.isAbove(ofNight.value(), thresholds.night, ofDay.value())) {
      return;
    }
    long from = NONE;
    long to = NONE;
    long seconds = 0;
    for (int i = s.firstEndingAfter(nightFrom); i < s.count && s.start[i] < nightTo; i++) {
      if (s.isUsable(i)
          && thresholds.isRunning(s.power[i], meter.rated())
          && ScreeningThresholds.isAbove(s.power[i], thresholds.night, ofDay.value())) {
        long begins = Math.max(nightFrom, s.start[i]);
        long ends = Math.min(nightTo, s.end[i]);
        from = from == NONE ? begins : from;
        to = ends;
        seconds += ends - begins;
      }
    }
    found.add(
        new Finding(
            Rule.NIGHT_PRODUCTION,
            meter.code(),
            List.of(meter.code()),
            from,
            to,
            false,
            seconds,
            ofDay.value(),
            ofNight.value(),
            NONE,
            NONE));
  }

  private TimeMean mean(long from, long to) {
    TimeMean mean = new TimeMean();
    for (int i = s.firstEndingAfter(from); i < s.count && s.start[i] < to; i++) {
      if (s.isUsable(i)) {
        mean.add(s.power[i], Math.min(to, s.end[i]) - Math.max(from, s.start[i]));
      }
    }
    return mean;
  }
}
