package org.dawen.water;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dawen.standard.WaterItem;
import org.dawen.standard.WaterMethod;
import org.dawen.water.ScreenReason.Effect;

/**
 * Which values of a section are doubted, and why. Each rule is one function. What a value is judged
 * by lies before it, so that a later day changes no verdict of an earlier one.
 */
final class Screening {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /** Items that an analyser measures, cycle by cycle; the others are probes. */
  private static final Set<WaterItem> ANALYSED =
      EnumSet.of(WaterItem.CODMN, WaterItem.NH3N, WaterItem.TP, WaterItem.TN);

  private final ScreeningRules rules;

  Screening(ScreeningRules rules) {
    this.rules = rules;
  }

  /**
   * The findings on readings; one without any has no entry.
   *
   * @param readings of one section, of any days
   */
  Map<Reading, Set<ScreenReason>> of(List<Reading> readings) {
    Map<Reading, Set<ScreenReason>> findings = new IdentityHashMap<>();
    Map<LocalDateTime, BigDecimal> nitrogen = nitrogen(readings);
    for (Reading reading : readings) {
      if (reading.used() != null) {
        alone(reading, nitrogen, findings);
      }
    }
    series(readings).forEach(series -> judgeSeries(series, findings));
    return findings;
  }

  /** Automatic total nitrogen by time. */
  private static Map<LocalDateTime, BigDecimal> nitrogen(List<Reading> readings) {
    Map<LocalDateTime, BigDecimal> nitrogen = new HashMap<>();
    for (Reading reading : readings) {
      if (reading.item() == WaterItem.TN && isAutomaticValue(reading)) {
        nitrogen.put(reading.observedAt(), reading.used());
      }
    }
    return nitrogen;
  }

  private static boolean isAutomaticValue(Reading reading) {
    return reading.method() == WaterMethod.AUTOMATIC && reading.used() != null;
  }

  /** What a value tells without its neighbours in time. */
  private void alone(
      Reading reading,
      Map<LocalDateTime, BigDecimal> nitrogen,
      Map<Reading, Set<ScreenReason>> findings) {
    note(findings, reading, ScreenReason.IMPOSSIBLE_VALUE, isImpossible(reading));
    note(findings, reading, ScreenReason.OUT_OF_PHYSICS, isOutOfPhysics(reading));
    if (reading.method() == WaterMethod.AUTOMATIC) {
      note(findings, reading, ScreenReason.TOO_MANY_DECIMALS, hasTooManyDecimals(reading));
      note(findings, reading, ScreenReason.NH3N_ABOVE_TN, isAboveNitrogen(reading, nitrogen));
    }
  }

  private void note(
      Map<Reading, Set<ScreenReason>> findings,
      Reading reading,
      ScreenReason reason,
      boolean isFound) {
    if (isFound && rules.effectOf(reason) != Effect.OFF) {
      findings.computeIfAbsent(reading, r -> EnumSet.noneOf(ScreenReason.class)).add(reason);
    }
  }

  /** Only temperature may be 0 or less. */
  private boolean isImpossible(Reading reading) {
    return reading.item() != WaterItem.WATER_TEMP && reading.used().signum() <= 0
        || !isOfPhysics(reading.item()) && isAboveCeiling(reading);
  }

  private boolean isOutOfPhysics(Reading reading) {
    return isOfPhysics(reading.item()) && isAboveCeiling(reading);
  }

  private static boolean isOfPhysics(WaterItem item) {
    return item == WaterItem.PH || item == WaterItem.DO;
  }

  private boolean isAboveCeiling(Reading reading) {
    BigDecimal ceiling = rules.ceilings().get(reading.item());
    return ceiling != null && reading.used().compareTo(ceiling) > 0;
  }

  /** Of a value as sent; half a limit of detection is none. */
  private boolean hasTooManyDecimals(Reading reading) {
    Measured measured = reading.versions().inForce().measured();
    return !measured.isBelowDetection()
        && measured.measuredValue().scale() > rules.mostDecimals()
        && measured
                .measuredValue()
                .setScale(rules.mostDecimals(), RoundingMode.DOWN)
                .compareTo(measured.measuredValue())
            != 0;
  }

  private boolean isAboveNitrogen(Reading reading, Map<LocalDateTime, BigDecimal> nitrogen) {
    BigDecimal total = reading.item() == WaterItem.NH3N ? nitrogen.get(reading.observedAt()) : null;
    return total != null && reading.used().compareTo(total.multiply(rules.nh3nOverTnShare())) > 0;
  }

  /** Automatic values item by item, in order of time. */
  private static List<List<Reading>> series(List<Reading> readings) {
    Map<WaterItem, List<Reading>> series = new EnumMap<>(WaterItem.class);
    for (Reading reading : readings) {
      if (isAutomaticValue(reading)) {
        series.computeIfAbsent(reading.item(), i -> new ArrayList<>()).add(reading);
      }
    }
    series.values().forEach(s -> s.sort(Comparator.comparing(Reading::observedAt)));
    return List.copyOf(series.values());
  }

  private void judgeSeries(List<Reading> series, Map<Reading, Set<ScreenReason>> findings) {
    Deque<Earlier> before = new ArrayDeque<>();
    for (Reading reading : series) {
      LocalDateTime from = reading.dataDay().minusDays(rules.lookBackDays()).atStartOfDay();
      while (!before.isEmpty() && before.peekFirst().reading.observedAt().isBefore(from)) {
        before.removeFirst();
      }
      Earlier now =
          new Earlier(reading, exclusion(findings.getOrDefault(reading, Set.of())) != null);
      note(findings, reading, ScreenReason.FLAT_LINE, isFlat(reading, before));
      note(findings, reading, ScreenReason.JUMP, isJump(reading, before));
      before.addLast(now);
    }
  }

  /**
   * A value that later ones are held against.
   *
   * @param isExcluded by what it tells alone; a jump stays, so that a new level is one only until
   *     the days before show it, too
   */
  private record Earlier(Reading reading, boolean isExcluded) {}

  private boolean isFlat(Reading reading, Deque<Earlier> before) {
    int equal = 1;
    for (var earlier = before.descendingIterator(); earlier.hasNext(); equal++) {
      if (earlier.next().reading.used().compareTo(reading.used()) != 0) {
        break;
      }
    }
    return equal >= rules.flatLineValues();
  }

  private boolean isJump(Reading reading, Deque<Earlier> before) {
    if (!ANALYSED.contains(reading.item()) || rules.effectOf(ScreenReason.JUMP) == Effect.OFF) {
      return false;
    }
    int count = 0;
    BigDecimal least = null;
    BigDecimal most = null;
    for (Earlier earlier : before) {
      if (!earlier.isExcluded) {
        BigDecimal value = earlier.reading.used();
        least = count == 0 || value.compareTo(least) < 0 ? value : least;
        most = count == 0 || value.compareTo(most) > 0 ? value : most;
        count++;
      }
    }
    if (count < rules.jumpValues() || !isFarFrom(least, most, reading.used())) {
      return false;
    }
    BigDecimal median =
        median(
            before.stream()
                .filter(e -> !e.isExcluded)
                .map(e -> e.reading.used())
                .sorted()
                .toList());
    return isFarFrom(median, median, reading.used());
  }

  /** Whether a value is some times the least, or as small a part of the most. */
  private boolean isFarFrom(BigDecimal least, BigDecimal most, BigDecimal value) {
    return value.compareTo(least.multiply(rules.jumpFactor())) > 0
        || most.compareTo(value.multiply(rules.jumpFactor())) > 0;
  }

  private static BigDecimal median(List<BigDecimal> sorted) {
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : sorted.get(half - 1).add(sorted.get(half)).divide(TWO);
  }

  /** The first finding that takes the value out of the screened means; null: it counts. */
  ScreenReason exclusion(Set<ScreenReason> found) {
    for (ScreenReason reason : found) {
      if (rules.effectOf(reason) == Effect.EXCLUDE) {
        return reason;
      }
    }
    return null;
  }
}
