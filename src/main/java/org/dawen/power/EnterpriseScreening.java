package org.dawen.power;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dawen.power.Finding.Rule;
import org.dawen.registry.MeterRole;

/**
 * The screening rules on the meters of one enterprise, plain Java. A finding belongs to the day on
 * which it begins and is followed to the end of the next day; one that lasts longer goes on with
 * one finding a day. So a day's findings follow from two days before it to one day after it, and
 * nothing is found twice.
 */
final class EnterpriseScreening {
  static final int DAYS_BEFORE = 2;
  static final int DAYS_AFTER = 1;
  private static final long DAY = 86_400;
  private static final long NONE = MeterSeries.MISSING;
  private static final long RATIO_UNITS = 100_000_000;
  private static final long LARGEST_OF_RATIO = Long.MAX_VALUE / RATIO_UNITS;

  private final ScreeningThresholds thresholds;

  /** Last moment a delivered day has data of any meter, by day since 1970. */
  private final SortedMap<Long, Long> deliveredUntil;

  private final Map<String, MeterSeries> series = new HashMap<>();
  private final Map<String, TreeMap<Long, long[]>> ratios = new HashMap<>();

  EnterpriseScreening(ScreeningThresholds thresholds, SortedMap<Long, Long> deliveredUntil) {
    this.thresholds = thresholds;
    this.deliveredUntil = deliveredUntil;
  }

  /** Intervals of a meter, to be filled in the order of time. */
  MeterSeries series(String meter) {
    return series.computeIfAbsent(meter, MeterSeries::new);
  }

  /**
   * What a treatment meter's day before said: ratio to production and lowest hour, in 10⁻⁸, and
   * mean power of its unit while both ran.
   */
  void addUsual(String meter, long day, long ratio, long lowestHour, long meanPower) {
    ratios
        .computeIfAbsent(meter, m -> new TreeMap<>())
        .put(day, new long[] {ratio, lowestHour, meanPower});
  }

  /** Findings of one day, by the registry as it stands that day. */
  List<Finding> findings(List<MeterFacts> meters, long day) {
    List<Finding> found = new ArrayList<>();
    for (String unit : UnitTimeline.units(meters)) {
      UnitTimeline timeline =
          UnitTimeline.of(
              unit,
              meters,
              series,
              day,
              (day - DAYS_BEFORE) * DAY,
              (day + 1 + DAYS_AFTER) * DAY,
              thresholds);
      findTreatmentOff(unit, timeline, day, found);
      findUnderLoad(unit, timeline, day, found);
    }
    for (MeterFacts meter : meters) {
      MeterSeries s = series.get(meter.code());
      if (s != null) {
        findConstantCurrent(meter, s, day, found);
        findNightProduction(meter, s, day, found);
        for (Map.Entry<Rule, Integer> flagged : FLAGGED.entrySet()) {
          long atLeast = flagged.getKey() == Rule.PHASE_LOSS ? thresholds.phaseLossSeconds : 1;
          findFlagged(meter, s, day, flagged.getKey(), flagged.getValue(), atLeast, found);
        }
      }
      findOffline(meter, s, day, found);
    }
    return found;
  }

  private static final Map<Rule, Integer> FLAGGED =
      Map.of(
          Rule.PHASE_LOSS, MeterSeries.IS_PHASE_LOST,
          Rule.REGISTER_BACK, MeterSeries.IS_REGISTER_BACK,
          Rule.REGISTER_JUMP, MeterSeries.IS_REGISTER_JUMP,
          Rule.IMPLAUSIBLE_POWER, MeterSeries.IS_IMPLAUSIBLE,
          Rule.UNCOVERED_ENERGY, MeterSeries.IS_UNCOVERED_ENERGY);

  // ---------------------------------------------------------------- treatment beside production

  private void findTreatmentOff(String unit, UnitTimeline t, long day, List<Finding> found) {
    byte[] holds = new byte[t.pieces];
    for (int i = 0; i < t.pieces; i++) {
      boolean isOff = t.productionOn[i] == 0 || t.treatmentOff[i] == 0;
      boolean isHit = t.productionOn[i] == 1 && t.treatmentOff[i] == 1;
      holds[i] = (byte) (isHit ? 1 : isOff ? 0 : -1);
    }
    for (Run run : runs(t.time, holds, t.pieces)) {
      Rule rule = ruleOf(run, t);
      if (rule != null) {
        add(rule, unit, t, run, holds, day, NONE, found);
      }
    }
  }

  /** Late start, early stop, or treatment off; null if too short for any. */
  private Rule ruleOf(Run run, UnitTimeline t) {
    boolean ranBefore = run.first > 0 && isOnWithTreatment(t, run.first - 1);
    boolean runsAfter = run.last + 1 < t.pieces && isOnWithTreatment(t, run.last + 1);
    boolean stoodBefore = run.first > 0 && t.productionOn[run.first - 1] == 0;
    boolean standsAfter = run.last + 1 < t.pieces && t.productionOn[run.last + 1] == 0;
    long lasting = run.to - run.from;
    if (lasting <= thresholds.lateOrEarlyAtMostSeconds) {
      if (stoodBefore && runsAfter && lasting > thresholds.lateStartSeconds) {
        return Rule.LATE_START;
      }
      if (ranBefore && standsAfter && lasting > thresholds.earlyStopSeconds) {
        return Rule.EARLY_STOP;
      }
    }
    return lasting >= thresholds.treatmentOffSeconds ? Rule.TREATMENT_OFF : null;
  }

  private static boolean isOnWithTreatment(UnitTimeline t, int piece) {
    return t.productionOn[piece] == 1 && t.treatmentOff[piece] == 0;
  }

  private void findUnderLoad(String unit, UnitTimeline t, long day, List<Finding> found) {
    long[] usual = usual(t, day);
    if (usual == null) {
      return;
    }
    byte[] holds = new byte[t.pieces];
    for (int i = 0; i < t.pieces; i++) {
      if (t.productionOn[i] == 1 && t.treatmentOff[i] == 0) {
        long ratio = ratio(t.treatment[i], t.production[i]);
        // A unit of constant power has a low ratio at every peak: its own power must be low, too,
        // or
        // the ratio lower than in any usual hour.
        boolean isUnusual =
            ScreeningThresholds.isBelow(ratio, thresholds.underLoadUsualLowest, usual[1])
                || ScreeningThresholds.isBelow(
                    t.treatment[i], thresholds.underLoadOwnPower, usual[2]);
        boolean isLow =
            isUnusual && ScreeningThresholds.isBelow(ratio, thresholds.underLoad, usual[0]);
        holds[i] = (byte) (isLow ? 1 : 0);
      } else {
        // A unit that is off is no unit under its load: that is the other rule's finding.
        holds[i] = (byte) (t.productionOn[i] == 0 || t.treatmentOff[i] == 1 ? 0 : -1);
      }
    }
    for (Run run : runs(t.time, holds, t.pieces)) {
      if (run.to - run.from >= thresholds.underLoadSeconds) {
        add(Rule.UNDER_LOAD, unit, t, run, holds, day, usual[0], found);
      }
    }
  }

  /**
   * The median of the ratios of the 30 days before; the lowest hour that is usual, which is the
   * lowest tenth of the days' lowest hours; and the median of the unit's power. Null: too few days.
   */
  private long[] usual(UnitTimeline t, long day) {
    for (MeterFacts meter : t.treatmentMeters) {
      TreeMap<Long, long[]> ofMeter = ratios.get(meter.code());
      if (ofMeter == null) {
        continue;
      }
      long[][] before =
          ofMeter
              .subMap(day - ScreeningThresholds.USUAL_DAYS, true, day - 1, true)
              .values()
              .toArray(long[][]::new);
      if (before.length >= Math.max(1, thresholds.underLoadFewestDays)) {
        long[] lowest = Arrays.stream(before).mapToLong(r -> r[1]).sorted().toArray();
        return new long[] {median(before, 0), lowest[(lowest.length - 1) / 10], median(before, 2)};
      }
      return null;
    }
    return null;
  }

  private static long median(long[][] days, int what) {
    long[] sorted = Arrays.stream(days).mapToLong(d -> d[what]).sorted().toArray();
    int n = sorted.length;
    return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
  }

  /** Treatment / production in 10⁻⁸, rounded down. */
  static long ratio(long treatment, long production) {
    return treatment < LARGEST_OF_RATIO
        ? treatment * RATIO_UNITS / production
        : BigInteger.valueOf(treatment)
            .multiply(BigInteger.valueOf(RATIO_UNITS))
            .divide(BigInteger.valueOf(production))
            .longValue();
  }

  private void add(
      Rule rule,
      String unit,
      UnitTimeline t,
      Run run,
      byte[] holds,
      long day,
      long usualRatio,
      List<Finding> found) {
    long[] part = partOf(day, run.from, run.to);
    if (part == null) {
      return;
    }
    long seconds = 0;
    Mean production = new Mean();
    Mean treatment = new Mean();
    int first = -1;
    int last = -1;
    for (int i = run.first; i <= run.last; i++) {
      long from = Math.max(part[0], t.time[i]);
      long to = Math.min(part[1], t.time[i + 1]);
      if (holds[i] == 1 && from < to) {
        seconds += to - from;
        production.add(t.production[i], to - from);
        treatment.add(t.treatment[i], to - from);
        first = first < 0 ? i : first;
        last = i;
      }
    }
    if (first < 0) {
      return;
    }
    Set<String> meters = new LinkedHashSet<>(t.productionMetersOn(first, last));
    t.treatmentMeters.forEach(m -> meters.add(m.code()));
    found.add(
        new Finding(
            rule,
            unit,
            List.copyOf(meters),
            part[0],
            part[1],
            isOpen(day, run.to, part),
            seconds,
            production.value(),
            treatment.value(),
            ratio(treatment.value(), production.value()),
            usualRatio));
  }

  // ---------------------------------------------------------------- single meters

  private void findConstantCurrent(MeterFacts meter, MeterSeries s, long day, List<Finding> found) {
    if (meter.isConstantLoad() || meter.rated() == 0) {
      return;
    }
    long from = (day - DAYS_BEFORE) * DAY;
    long to = (day + 1 + DAYS_AFTER) * DAY;
    int i = s.firstEndingAfter(from);
    while (i < s.count && s.start[i] < to) {
      int last = i;
      while (isOnAtCurrent(meter, s, i)
          && last + 1 < s.count
          && s.start[last + 1] < to
          && s.current[last + 1] == s.current[i]
          && isOnAtCurrent(meter, s, last + 1)
          && s.start[last + 1] - s.end[last] <= thresholds.bridgeSeconds) {
        last++;
      }
      long begins = Math.max(from, s.start[i]);
      long ends = Math.min(to, s.end[last]);
      if (isOnAtCurrent(meter, s, i) && ends - begins >= thresholds.constantCurrentSeconds) {
        addOfMeter(Rule.CONSTANT_CURRENT, meter, s, i, last, begins, ends, day, found);
      }
      i = last + 1;
    }
  }

  private boolean isOnAtCurrent(MeterFacts meter, MeterSeries s, int i) {
    return s.current[i] != MeterSeries.MISSING
        && s.current[i] > 0
        && s.isUsable(i)
        && thresholds.isProductionOn(s.power[i], meter.rated());
  }

  private void findFlagged(
      MeterFacts meter,
      MeterSeries s,
      long day,
      Rule rule,
      int flag,
      long atLeast,
      List<Finding> found) {
    long from = (day - DAYS_BEFORE) * DAY;
    long to = (day + 1 + DAYS_AFTER) * DAY;
    int i = s.firstEndingAfter(from);
    while (i < s.count && s.start[i] < to) {
      int last = i;
      while (s.is(i, flag)
          && last + 1 < s.count
          && s.start[last + 1] < to
          && s.is(last + 1, flag)
          && s.start[last + 1] - s.end[last] <= thresholds.bridgeSeconds) {
        last++;
      }
      long begins = Math.max(from, s.start[i]);
      long ends = Math.min(to, s.end[last]);
      if (s.is(i, flag) && ends - begins >= atLeast) {
        addOfMeter(rule, meter, s, i, last, begins, ends, day, found);
      }
      i = last + 1;
    }
  }

  private void addOfMeter(
      Rule rule,
      MeterFacts meter,
      MeterSeries s,
      int first,
      int last,
      long begins,
      long ends,
      long day,
      List<Finding> found) {
    long[] part = partOf(day, begins, ends);
    if (part == null) {
      return;
    }
    Mean mean = new Mean();
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
            isOpen(day, ends, part),
            seconds,
            NONE,
            mean.value(),
            NONE,
            NONE));
  }

  /** The night that begins on the day, held against the hours of the day before it. */
  private void findNightProduction(MeterFacts meter, MeterSeries s, long day, List<Finding> found) {
    if (!meter.isNightShutdown() || meter.role() != MeterRole.PRODUCTION) {
      return;
    }
    long dayFrom = day * DAY + thresholds.nightEndsHour * 3600L;
    long nightFrom = day * DAY + thresholds.nightBeginsHour * 3600L;
    long nightTo = (day + 1) * DAY + thresholds.nightEndsHour * 3600L;
    Mean ofDay = mean(s, dayFrom, nightFrom);
    Mean ofNight = mean(s, nightFrom, nightTo);
    if (ofDay.seconds == 0
        || ofNight.seconds == 0
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

  private static Mean mean(MeterSeries s, long from, long to) {
    Mean mean = new Mean();
    for (int i = s.firstEndingAfter(from); i < s.count && s.start[i] < to; i++) {
      if (s.isUsable(i)) {
        mean.add(s.power[i], Math.min(to, s.end[i]) - Math.max(from, s.start[i]));
      }
    }
    return mean;
  }

  private void findOffline(MeterFacts meter, MeterSeries s, long day, List<Finding> found) {
    List<long[]> silent = new ArrayList<>();
    for (long d = day - DAYS_BEFORE; d <= day + DAYS_AFTER; d++) {
      if (!deliveredUntil.containsKey(d) || d < meter.fromDay() || d > meter.toDay()) {
        continue;
      }
      boolean isNextDelivered = d < day + DAYS_AFTER && deliveredUntil.containsKey(d + 1);
      long until = isNextDelivered ? (d + 1) * DAY : deliveredUntil.get(d);
      addSilence(meter, s, d, Math.min(until, (d + 1) * DAY), silent);
    }
    for (long[] gap : silent) {
      if (gap[1] - gap[0] > thresholds.offlineSeconds) {
        long[] part = partOf(day, gap[0], gap[1]);
        if (part != null) {
          found.add(
              new Finding(
                  Rule.METER_OFFLINE,
                  meter.code(),
                  List.of(meter.code()),
                  part[0],
                  part[1],
                  isOpen(day, gap[1], part) || part[1] == lastDelivered(day),
                  part[1] - part[0],
                  NONE,
                  NONE,
                  NONE,
                  NONE));
        }
      }
    }
  }

  private long lastDelivered(long day) {
    SortedMap<Long, Long> until = deliveredUntil.headMap(day + DAYS_AFTER + 1);
    return until.isEmpty() ? NONE : until.get(until.lastKey());
  }

  /** Adds the times of a day without an interval, joined with those that end where it begins. */
  private static void addSilence(
      MeterFacts meter, MeterSeries s, long d, long until, List<long[]> silent) {
    boolean isEdge = meter.beginsOrEndsOn(d);
    long at = d * DAY;
    boolean hasAny = false;
    for (int i = s == null ? 0 : s.firstEndingAfter(at);
        s != null && i < s.count && s.start[i] < until;
        i++) {
      if (s.isSilent(i)) {
        continue;
      }
      boolean isHead = !hasAny && isEdge && meter.fromDay() == d;
      if (s.start[i] > at && !isHead) {
        join(silent, at, s.start[i]);
      }
      at = Math.max(at, s.end[i]);
      hasAny = true;
    }
    boolean isTail = isEdge && meter.toDay() == d;
    if (at < until && !isTail) {
      join(silent, at, until);
    }
  }

  private static void join(List<long[]> silent, long from, long to) {
    if (!silent.isEmpty() && silent.get(silent.size() - 1)[1] == from) {
      silent.get(silent.size() - 1)[1] = to;
    } else {
      silent.add(new long[] {from, to});
    }
  }

  // ---------------------------------------------------------------- runs and days

  /** Pieces in a row in which a condition holds; first and last piece are hits. */
  private record Run(int first, int last, long from, long to) {}

  /** Runs of pieces that hold; unknown pieces between are bridged if they are short. */
  private List<Run> runs(long[] time, byte[] holds, int pieces) {
    List<Run> runs = new ArrayList<>();
    int i = 0;
    while (i < pieces) {
      if (holds[i] != 1) {
        i++;
        continue;
      }
      int last = i;
      int next = i + 1;
      while (next < pieces && holds[next] != 0) {
        if (holds[next] == 1) {
          if (time[next] - time[last + 1] > thresholds.bridgeSeconds) {
            break;
          }
          last = next;
        }
        next++;
      }
      runs.add(new Run(i, last, time[i], time[last + 1]));
      i = last + 1;
    }
    return runs;
  }

  /**
   * The part of something lasting that belongs to a day: from its beginning to the end of the next
   * day if it begins that day; the day itself if it began two days before or earlier; else null.
   */
  static long[] partOf(long day, long from, long to) {
    long midnight = day * DAY;
    if (from >= midnight && from < midnight + DAY) {
      return new long[] {from, Math.min(to, midnight + 2 * DAY)};
    }
    if (from < midnight - DAY && to > midnight) {
      return new long[] {midnight, Math.min(to, midnight + DAY)};
    }
    return null;
  }

  /** It goes on after the part, or as far as the day can see. */
  private static boolean isOpen(long day, long to, long[] part) {
    return to > part[1] || to >= (day + 1 + DAYS_AFTER) * DAY;
  }

  /** A mean weighted by time. */
  private static final class Mean {
    /** Times a window of four days this still fits into a whole number of the machine. */
    private static final long LARGEST_PLAIN = 5_000_000_000_000L;

    private BigInteger sum = BigInteger.ZERO;
    private long part;
    private long seconds;

    void add(long power, long lasting) {
      seconds += lasting;
      if (power > LARGEST_PLAIN) {
        sum = sum.add(BigInteger.valueOf(power).multiply(BigInteger.valueOf(lasting)));
        return;
      }
      part += power * lasting;
      if (part > Long.MAX_VALUE / 4) {
        sum = sum.add(BigInteger.valueOf(part));
        part = 0;
      }
    }

    /** Rounded down; {@link MeterSeries#MISSING} of nothing. */
    long value() {
      return seconds == 0
          ? MeterSeries.MISSING
          : sum.add(BigInteger.valueOf(part)).divide(BigInteger.valueOf(seconds)).longValue();
    }
  }
}
