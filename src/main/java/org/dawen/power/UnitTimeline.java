package org.dawen.power;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dawen.registry.MeterRole;

/**
 * A treatment unit (治理设施) beside the production lines that depend on it, cut into pieces in which
 * nothing changes, so that meters with intervals of different lengths fit together. Powers are
 * 0.0001 kW, times civil seconds.
 *
 * <p>A line or unit measured by several meters has the sum of their powers. A meter without a
 * usable interval makes the whole unknown, unless it was put in or taken out that day.
 */
final class UnitTimeline {
  final List<MeterFacts> treatmentMeters;
  final List<String> lines;
  private final List<List<MeterFacts>> lineMeters;

  /** Piece i is from {@code time[i]} to {@code time[i + 1]}. */
  final long[] time;

  final int pieces;

  /** Sum of the lines that are on; 0 if none is. */
  final long[] production;

  /** Power of the unit, or {@link MeterSeries#MISSING}. */
  final long[] treatment;

  /** 1: a line is on; 0: all are off; −1: not known. */
  final byte[] productionOn;

  /** 1: the unit is off; 0: it is not; −1: not known. */
  final byte[] treatmentOff;

  /** Which lines were on, as bits; lines beyond the 64th share the last bit. */
  final long[] linesOn;

  private UnitTimeline(
      List<MeterFacts> treatmentMeters,
      List<String> lines,
      List<List<MeterFacts>> lineMeters,
      long[] time) {
    this.treatmentMeters = treatmentMeters;
    this.lines = lines;
    this.lineMeters = lineMeters;
    this.time = time;
    this.pieces = Math.max(0, time.length - 1);
    this.production = new long[pieces];
    this.treatment = new long[pieces];
    this.productionOn = new byte[pieces];
    this.treatmentOff = new byte[pieces];
    this.linesOn = new long[pieces];
  }

  /** Treatment facilities of an enterprise that have meters and lines that depend on them. */
  static List<String> units(List<MeterFacts> meters) {
    return meters.stream()
        .filter(m -> m.role() == MeterRole.TREATMENT && m.facility() != null)
        .map(MeterFacts::facility)
        .filter(f -> meters.stream().anyMatch(m -> m.isLineOf(f)))
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * The timeline of a unit.
   *
   * @param meters the enterprise's meters as the registry has them on the day
   * @param from start of the window
   * @param to end of the window, not included
   */
  static UnitTimeline of(
      String unit,
      List<MeterFacts> meters,
      Map<String, MeterSeries> series,
      long day,
      long from,
      long to,
      ScreeningThresholds thresholds) {
    List<MeterFacts> treatmentMeters = meters.stream().filter(m -> m.isTreatmentOf(unit)).toList();
    Map<String, List<MeterFacts>> byLine = new TreeMap<>();
    for (MeterFacts m : meters) {
      if (m.isLineOf(unit)) {
        String line = m.facility() == null ? m.code() : m.facility();
        byLine.computeIfAbsent(line, l -> new ArrayList<>()).add(m);
      }
    }
    List<MeterFacts> all = new ArrayList<>(treatmentMeters);
    byLine.values().forEach(all::addAll);
    UnitTimeline timeline =
        new UnitTimeline(
            treatmentMeters,
            List.copyOf(byLine.keySet()),
            List.copyOf(byLine.values()),
            changes(all, series, from, to));
    timeline.fill(series, day, thresholds);
    return timeline;
  }

  /** All times at which an interval of one of the meters begins or ends, in order. */
  private static long[] changes(
      List<MeterFacts> meters, Map<String, MeterSeries> series, long from, long to) {
    long[] times = new long[2];
    times[0] = from;
    times[1] = to;
    int n = 2;
    for (MeterFacts m : meters) {
      MeterSeries s = series.get(m.code());
      if (s == null) {
        continue;
      }
      for (int i = s.firstEndingAfter(from); i < s.count && s.start[i] < to; i++) {
        if (n + 2 > times.length) {
          times = Arrays.copyOf(times, Math.max(256, 2 * times.length));
        }
        times[n++] = Math.max(from, s.start[i]);
        times[n++] = Math.min(to, s.end[i]);
      }
    }
    Arrays.sort(times, 0, n);
    int kept = 0;
    for (int i = 0; i < n; i++) {
      if (kept == 0 || times[i] != times[kept - 1]) {
        times[kept++] = times[i];
      }
    }
    return Arrays.copyOf(times, kept);
  }

  private void fill(Map<String, MeterSeries> series, long day, ScreeningThresholds thresholds) {
    Walker unit = new Walker(treatmentMeters, series, day, time[0]);
    List<Walker> walkers = new ArrayList<>();
    lineMeters.forEach(meters -> walkers.add(new Walker(meters, series, day, time[0])));
    for (int i = 0; i < pieces; i++) {
      boolean isAnyUnknown = false;
      for (int l = 0; l < walkers.size(); l++) {
        Walker line = walkers.get(l);
        line.moveTo(time[i]);
        if (line.power == MeterSeries.MISSING) {
          isAnyUnknown = true;
        } else if (thresholds.isProductionOn(line.power, line.rated)) {
          production[i] += line.power;
          linesOn[i] |= 1L << Math.min(l, 63);
        }
      }
      productionOn[i] = (byte) (linesOn[i] != 0 ? 1 : isAnyUnknown ? -1 : 0);
      unit.moveTo(time[i]);
      treatment[i] = unit.power;
      treatmentOff[i] =
          (byte)
              (unit.power == MeterSeries.MISSING
                  ? -1
                  : thresholds.isTreatmentOff(unit.power, unit.rated) ? 1 : 0);
    }
  }

  /** Codes of the meters of lines that were on in some of these pieces. */
  List<String> productionMetersOn(int firstPiece, int lastPiece) {
    long on = 0;
    for (int i = firstPiece; i <= lastPiece; i++) {
      on |= linesOn[i];
    }
    List<String> codes = new ArrayList<>();
    for (int l = 0; l < lines.size(); l++) {
      if ((on & 1L << Math.min(l, 63)) != 0) {
        lineMeters.get(l).forEach(m -> codes.add(m.code()));
      }
    }
    return codes;
  }

  /** The sum of the powers of several meters as time goes on. */
  private static final class Walker {
    private final MeterSeries[] series;
    private final int[] next;
    private final long[] ratedOf;
    private final boolean[] mayBeSilent;
    private long power;
    private long rated;

    Walker(List<MeterFacts> meters, Map<String, MeterSeries> all, long day, long from) {
      int n = meters.size();
      series = new MeterSeries[n];
      next = new int[n];
      ratedOf = new long[n];
      mayBeSilent = new boolean[n];
      for (int m = 0; m < n; m++) {
        series[m] = all.get(meters.get(m).code());
        next[m] = series[m] == null ? 0 : series[m].firstEndingAfter(from);
        ratedOf[m] = meters.get(m).rated();
        mayBeSilent[m] = meters.get(m).beginsOrEndsOn(day);
      }
    }

    void moveTo(long time) {
      power = 0;
      rated = 0;
      int seen = 0;
      boolean isUnknown = false;
      for (int m = 0; m < series.length; m++) {
        MeterSeries s = series[m];
        while (s != null && next[m] < s.count && isPassed(s, next[m], time)) {
          next[m]++;
        }
        boolean isThere =
            s != null
                && next[m] < s.count
                && s.start[next[m]] <= time
                && s.isUsable(next[m])
                && ratedOf[m] > 0;
        if (isThere) {
          power += s.power[next[m]];
          rated += ratedOf[m];
          seen++;
        } else if (!mayBeSilent[m]) {
          isUnknown = true;
        }
      }
      if (isUnknown || seen == 0) {
        power = MeterSeries.MISSING;
      }
    }

    /** It has ended, or says nothing while the next has begun: the two may overlap. */
    private static boolean isPassed(MeterSeries s, int i, long time) {
      return s.end[i] <= time || !s.isUsable(i) && i + 1 < s.count && s.start[i + 1] <= time;
    }
  }
}
