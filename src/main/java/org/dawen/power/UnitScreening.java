package org.dawen.power;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dawen.power.Finding.Rule;

/** The rules on a treatment unit beside the production lines that depend on it, of one day. */
final class UnitScreening {
  private static final long RATIO_UNITS = 100_000_000;
  private static final long LARGEST_OF_RATIO = Long.MAX_VALUE / RATIO_UNITS;

  private final ScreeningThresholds thresholds;
  private final Map<String, TreeMap<Long, long[]>> ratios;
  private final long day;
  private final List<Finding> found;

  /**
   * Screens a day.
   *
   * @param ratios by meter and day what {@link EnterpriseScreening#addUsual} says
   * @param found where findings go
   */
  UnitScreening(
      ScreeningThresholds thresholds,
      Map<String, TreeMap<Long, long[]>> ratios,
      long day,
      List<Finding> found) {
    this.thresholds = thresholds;
    this.ratios = ratios;
    this.day = day;
    this.found = found;
  }

  void findTreatmentOff(String unit, UnitTimeline t) {
    byte[] holds = new byte[t.pieces];
    for (int i = 0; i < t.pieces; i++) {
      boolean isOff = t.productionOn[i] == 0 || t.treatmentOff[i] == 0;
      boolean isHit = t.productionOn[i] == 1 && t.treatmentOff[i] == 1;
      holds[i] = (byte) (isHit ? 1 : isOff ? 0 : -1);
    }
    for (Run run : runs(t.time, holds, t.pieces)) {
      Rule rule = ruleOf(run, t);
      if (rule != null) {
        add(rule, unit, t, run, holds, MeterSeries.MISSING);
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

  void findUnderLoad(String unit, UnitTimeline t) {
    long[] usual = usual(t);
    if (usual == null) {
      return;
    }
    byte[] holds = new byte[t.pieces];
    for (int i = 0; i < t.pieces; i++) {
      if (t.productionOn[i] == 1 && t.treatmentOff[i] == 0) {
        long ratio = ratio(t.treatment[i], t.production[i]);
        // A unit of constant power has a low ratio at every peak: its own power must be low, too,
        // or the ratio lower than in any usual hour.
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
        add(Rule.UNDER_LOAD, unit, t, run, holds, usual[0]);
      }
    }
  }

  /**
   * The median of the ratios of the 30 days before; the lowest hour that is usual, which is the
   * lowest tenth of the days' lowest hours; and the median of the unit's power. Null: too few days.
   */
  private long[] usual(UnitTimeline t) {
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

  private void add(Rule rule, String unit, UnitTimeline t, Run run, byte[] holds, long usualRatio) {
    long[] part = FindingDays.partOf(day, run.from, run.to);
    if (part == null) {
      return;
    }
    long seconds = 0;
    TimeMean production = new TimeMean();
    TimeMean treatment = new TimeMean();
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
            FindingDays.isOpen(day, run.to, part),
            seconds,
            production.value(),
            treatment.value(),
            ratio(treatment.value(), production.value()),
            usualRatio));
  }

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
}
