package org.dawen.source;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dawen.registry.Limit;
import org.dawen.registry.Outlet;
import org.dawen.source.LimitInForce.Temperature;
import org.dawen.standard.EmissionLimit;

/**
 * Which limits are in force for an outlet and pollutant, period by period: that of the permit, else
 * of the local standard, else of the national one; within a level the strictest. Standards apply by
 * medium, industry, kind of source and control zone. Policy is left out, because no exceedance
 * follows from it.
 */
final class LimitsInForce {
  static final String FILE = "emission_limits.csv";

  private static final Set<EmissionLimit> STRICTER_TWINS = stricterTwins();

  /**
   * The limits of one period in which nothing changes.
   *
   * @param from first day
   * @param to last day
   * @param hour limit of hour means; null: none
   * @param day limit of day means, the most lenient of those that depend on the water temperature;
   *     null: none
   * @param warmDay limit of day means while the water is warmer than 12 °C; null: the same
   */
  record Period(
      String outletCode,
      String pollutantCode,
      LocalDate from,
      LocalDate to,
      LimitInForce hour,
      LimitInForce day,
      LimitInForce warmDay) {}

  private LimitsInForce() {}

  /** Periods without a limit are left out; the others of one outlet and pollutant don't overlap. */
  static List<Period> of(Collection<Outlet> outlets, Collection<Limit> permits) {
    SortedMap<String, Map<String, List<LimitInForce>>> byOutlet = new TreeMap<>();
    for (Outlet outlet : outlets) {
      ofLaw(outlet).forEach(limit -> add(byOutlet, outlet.outletCode(), limit));
    }
    for (Limit permit : permits) {
      LimitInForce limit = LimitInForce.ofPermit(permit);
      if (limit.upper() != null || limit.lower() != null) {
        add(byOutlet, permit.outletCode(), limit);
      }
    }
    List<Period> periods = new ArrayList<>();
    byOutlet.forEach(
        (outlet, byPollutant) ->
            byPollutant.forEach(
                (pollutant, limits) -> cutIntoPeriods(outlet, pollutant, limits, periods)));
    return periods;
  }

  private static void add(
      Map<String, Map<String, List<LimitInForce>>> byOutlet,
      String outletCode,
      LimitInForce limit) {
    if (!limit.isNever()) {
      byOutlet
          .computeIfAbsent(outletCode, k -> new HashMap<>())
          .computeIfAbsent(limit.pollutantCode(), k -> new ArrayList<>())
          .add(limit);
    }
  }

  /** The limits of national and local standards for an outlet on the days its row is valid. */
  static List<LimitInForce> ofLaw(Outlet outlet) {
    return EmissionLimit.applicable(
            outlet.medium().toString(),
            outlet.industryCode(),
            outlet.sourceType(),
            outlet.zoneCode())
        .stream()
        .filter(limit -> !STRICTER_TWINS.contains(limit))
        .map(
            limit ->
                LimitInForce.ofStandard(
                    limit,
                    LimitInForce.orElse(outlet.period().validFrom(), LimitInForce.FROM_EVER),
                    LimitInForce.orElse(outlet.period().validTo(), LimitInForce.FOR_EVER)))
        .toList();
  }

  /**
   * Goes from day to day on which a limit begins or has ended, carrying along which are in force: a
   * registry of many permits that overlap costs no more than to sort them.
   */
  private static void cutIntoPeriods(
      String outlet, String pollutant, List<LimitInForce> limits, List<Period> periods) {
    List<LimitInForce> firstFirst = limits.stream().sorted(LimitInForce.FIRST).toList();
    TreeMap<LocalDate, List<Integer>> changes = new TreeMap<>();
    for (int i = 0; i < firstFirst.size(); i++) {
      LimitInForce limit = firstFirst.get(i);
      changes.computeIfAbsent(limit.from(), k -> new ArrayList<>()).add(i);
      if (limit.to().isBefore(LimitInForce.FOR_EVER)) {
        changes.computeIfAbsent(limit.to().plusDays(1), k -> new ArrayList<>()).add(i);
      }
    }
    Map<String, BitSet> inForce = new HashMap<>();
    changes.forEach(
        (from, changed) -> {
          changed.forEach(
              i -> inForce.computeIfAbsent(firstFirst.get(i).period(), k -> new BitSet()).flip(i));
          LimitInForce hour = first(firstFirst, inForce.get("hour"), Temperature.UP_TO_12);
          LimitInForce day = first(firstFirst, inForce.get("day"), Temperature.UP_TO_12);
          LimitInForce warmDay = first(firstFirst, inForce.get("day"), Temperature.ABOVE_12);
          if (hour != null || day != null) {
            LocalDate next = changes.higherKey(from);
            LocalDate to = next == null ? LimitInForce.FOR_EVER : next.minusDays(1);
            periods.add(
                new Period(
                    outlet,
                    pollutant,
                    from,
                    to,
                    hour,
                    day,
                    Objects.equals(day, warmDay) ? null : warmDay));
          }
        });
  }

  private static LimitInForce first(
      List<LimitInForce> firstFirst, BitSet inForce, Temperature water) {
    if (inForce == null) {
      return null;
    }
    Predicate<LimitInForce> isMeant =
        l -> l.temperature() == Temperature.ANY || l.temperature() == water;
    return inForce.stream()
        .mapToObj(firstFirst::get)
        .filter(isMeant)
        .findFirst()
        .map(
            limit ->
                limit.takesReferenceOfProcess()
                    ? withReferenceOfProcess(
                        limit, inForce.stream().mapToObj(firstFirst::get).filter(isMeant).toList())
                    : limit)
        .orElse(null);
  }

  /**
   * A regional limit of flue gas (DB37/2376-2019) names no reference oxygen: that of the process
   * holds, which is the one of the outlet's first standard by industry. Recalled, text not checked.
   */
  static LimitInForce withReferenceOfProcess(LimitInForce limit, List<LimitInForce> candidates) {
    if (!limit.takesReferenceOfProcess()) {
      return limit;
    }
    return candidates.stream()
        .filter(l -> l.level() != LimitInForce.Level.PERMIT && l.referenceO2Percent() != null)
        .min(LimitInForce.FIRST)
        .map(limit::withReferenceOf)
        .orElse(limit);
  }

  private static Set<EmissionLimit> stricterTwins() {
    List<EmissionLimit> law =
        EmissionLimit.all().stream().filter(limit -> !limit.level().equals("policy")).toList();
    return law.stream()
        .filter(limit -> law.stream().anyMatch(other -> isLenientTwin(limit, other)))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Whether another row sets the same limit under another condition and is more lenient. Nobody
   * reports the condition (year of building), so the most lenient is taken: a hit then holds
   * whatever the condition was. The water temperature is reported, so both rows are kept.
   */
  private static boolean isLenientTwin(EmissionLimit limit, EmissionLimit other) {
    return limit.condition() != null
        && other.condition() != null
        && Temperature.of(limit.condition()) == Temperature.ANY
        && limit.provision().standard().equals(other.provision().standard())
        && limit.medium().equals(other.medium())
        && limit.industryCodes().equals(other.industryCodes())
        && limit.sourceTypes().equals(other.sourceTypes())
        && Objects.equals(limit.zoneCode(), other.zoneCode())
        && limit.pollutantCode().equals(other.pollutantCode())
        && limit.period().equals(other.period())
        && limit.provision().overlaps(other.provision())
        && other.limitValue().compareTo(limit.limitValue()) > 0;
  }
}
