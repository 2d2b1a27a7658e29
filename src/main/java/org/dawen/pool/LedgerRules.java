package org.dawen.pool;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The dated rules a ledger is computed by: ratio of the city's share, multipliers, validity,
 * closings. Immutable; each {@code with…} returns a new one. Nothing is assumed that the law and
 * the registry leave open: without a validity nothing expires, without a closing no month is
 * closed.
 *
 * @param pollutants lower-case code or name to the pollutant's name in the pool
 */
public record LedgerRules(
    List<Ratio> ratios,
    List<BigDecimal> allowedMultipliers,
    BigDecimal defaultMultiplier,
    Map<String, String> pollutants,
    List<Multiplier> multipliers,
    List<Validity> validities,
    List<Closing> closings) {
  /** The ratio (市级统筹比例) of certifications of these days; null ends are open. */
  public record Ratio(LocalDate from, LocalDate to, BigDecimal value) {}

  /** What projects must draw per tonne of need (倍量替代): by city, pollutant and year. */
  public record Multiplier(
      String city, String pollutant, int year, LocalDate from, LocalDate to, BigDecimal value) {}

  /** Months of validity of what is certified on these days; null pollutant: all. */
  public record Validity(String pollutant, int months, LocalDate from, LocalDate to) {}

  /** A closed month: entries with a higher number no longer change it. */
  public record Closing(YearMonth month, long lastEntryNo) {}

  /** Keeps copies; the latest closing comes first. */
  public LedgerRules {
    ratios = List.copyOf(ratios);
    allowedMultipliers = List.copyOf(allowedMultipliers);
    pollutants = Map.copyOf(pollutants);
    multipliers = List.copyOf(multipliers);
    validities = List.copyOf(validities);
    closings = closings.stream().sorted(Comparator.comparing(Closing::month).reversed()).toList();
  }

  /** Rules without registry. */
  public static LedgerRules of(
      List<Ratio> ratios,
      List<BigDecimal> allowedMultipliers,
      BigDecimal defaultMultiplier,
      Map<String, String> pollutants) {
    return new LedgerRules(
        ratios, allowedMultipliers, defaultMultiplier, pollutants, List.of(), List.of(), List.of());
  }

  public LedgerRules withMultipliers(List<Multiplier> rows) {
    return new LedgerRules(
        ratios, allowedMultipliers, defaultMultiplier, pollutants, rows, validities, closings);
  }

  public LedgerRules withValidities(List<Validity> rows) {
    return new LedgerRules(
        ratios, allowedMultipliers, defaultMultiplier, pollutants, multipliers, rows, closings);
  }

  public LedgerRules withClosings(List<Closing> rows) {
    return new LedgerRules(
        ratios, allowedMultipliers, defaultMultiplier, pollutants, multipliers, validities, rows);
  }

  /** Another ratio from a day on, before any other row: what-if. */
  public LedgerRules withRatioFrom(LocalDate from, BigDecimal ratio) {
    List<Ratio> changed = new ArrayList<>();
    changed.add(new Ratio(from, null, ratio));
    changed.addAll(ratios);
    return new LedgerRules(
        changed,
        allowedMultipliers,
        defaultMultiplier,
        pollutants,
        multipliers,
        validities,
        closings);
  }

  /** The name in the pool of a pollutant given by name or factor code; empty if unknown. */
  Optional<String> pollutant(String asReceived) {
    return Optional.ofNullable(pollutants.get(asReceived.toLowerCase(java.util.Locale.ROOT)));
  }

  Optional<BigDecimal> ratioOn(LocalDate day) {
    return ratios.stream().filter(r -> isIn(day, r.from(), r.to())).map(Ratio::value).findFirst();
  }

  /** The city's share of a mass: rounded half-even to 0.0001 t; the county keeps the rest. */
  static long cityShare(long mass, BigDecimal ratio) {
    return ratio
        .multiply(BigDecimal.valueOf(mass))
        .setScale(0, RoundingMode.HALF_EVEN)
        .longValueExact();
  }

  /**
   * The multiplier of an allocation; empty if what was typed is not allowed. A rule of city,
   * pollutant and year decides, one of the city before one of any city, and of two that name the
   * pollutant differently the larger; where there is none, any allowed multiplier may be typed, and
   * none typed means the default.
   */
  Optional<BigDecimal> multiplier(
      String county, String pollutant, LocalDate day, BigDecimal typed) {
    BigDecimal ruled =
        multipliers.stream()
            .filter(m -> m.city() == null || m.city().equals(cityOf(county)))
            .filter(m -> m.pollutant().equals(pollutant) && m.year() == day.getYear())
            .filter(m -> isIn(day, m.from(), m.to()))
            .min(
                Comparator.comparing((Multiplier m) -> m.city() == null)
                    .thenComparing(Multiplier::value, Comparator.reverseOrder()))
            .map(Multiplier::value)
            .orElse(null);
    if (ruled != null) {
      return typed == null || typed.compareTo(ruled) == 0 ? Optional.of(ruled) : Optional.empty();
    }
    if (typed == null) {
      return Optional.of(defaultMultiplier);
    }
    return allowedMultipliers.stream().filter(m -> m.compareTo(typed) == 0).findFirst();
  }

  /** City of a county or zone: its first four digits and 00, GB/T 2260. */
  static String cityOf(String county) {
    return county.length() < 4 ? county : county.substring(0, 4) + "00";
  }

  /**
   * Last day on which a certification of this day may be drawn from: the corresponding day after
   * the months of validity, or the month's last (Civil Code art. 201, 202); null: no end. A
   * validity of the pollutant goes before one of all, and of two that name it differently the
   * shorter.
   */
  LocalDate lastValidDay(String pollutant, LocalDate certified) {
    return validities.stream()
        .filter(v -> v.pollutant() == null || v.pollutant().equals(pollutant))
        .filter(v -> isIn(certified, v.from(), v.to()))
        .min(
            Comparator.comparing((Validity v) -> v.pollutant() == null)
                .thenComparing(Validity::months))
        .map(v -> certified.plusMonths(v.months()))
        .orElse(null);
  }

  /** The day on which an entry is posted: its own, or the first after the months closed to it. */
  LocalDate postingDay(long entryNo, LocalDate day) {
    for (Closing c : closings) {
      LocalDate end = c.month().atEndOfMonth();
      if (end.isBefore(day)) {
        break;
      }
      if (entryNo > c.lastEntryNo()) {
        return end.plusDays(1);
      }
    }
    return day;
  }

  /** The latest closed month; empty if none is closed. */
  Optional<YearMonth> lastClosed() {
    return closings.stream().map(Closing::month).findFirst();
  }

  /** Without the closings of months after this one: they are not in force yet. */
  LedgerRules closedUpTo(YearMonth last) {
    return withClosings(closings.stream().filter(c -> !c.month().isAfter(last)).toList());
  }

  private static boolean isIn(LocalDate day, LocalDate from, LocalDate to) {
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }
}
