package org.dawen.source;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.dawen.intake.Provenance;
import org.dawen.registry.Medium;
import org.dawen.registry.Outlet;
import org.dawen.source.HourLimit.Letter;
import org.dawen.standard.Mean;

/**
 * The mean of a day, its verdict, and the mass.
 *
 * <p>A valid day mean of flue gas needs 20 valid hours (HJ 212-2017 annex D, HJ 75-2017), of waste
 * water 75 % of the due hours and is weighted by flow (HJ 356-2019, recalled).
 */
final class DayVerdict {
  private static final int LEAST_GAS_HOURS = 20;
  private static final BigDecimal LEAST_WATER_SHARE = new BigDecimal("0.75");

  /** Flow, pH and water temperature are never weighted by flow. */
  private static final Set<String> UNWEIGHTED = Set.of("w00000", "w01001", "w01010");

  private static final int DECIMALS_OF_MEAN = 10;
  private static final int DECIMALS_OF_MASS = 6;

  private DayVerdict() {}

  /**
   * The row of a day.
   *
   * @param due the hours that are due or were received, at least one
   */
  static OutletDay of(
      Outlet outlet,
      String pollutantCode,
      LocalDate day,
      List<DueHour> due,
      OutletDay.Substituted substituted) {
    List<HourOfOutlet> received =
        due.stream().map(DueHour::received).filter(Objects::nonNull).toList();
    OutletDay.Mean mean = mean(outlet.medium(), pollutantCode, due);
    OutletDay.Limit limit =
        new OutletDay.Limit(
            largest(received, h -> h.dayLimit().dayLimitValue(), BigDecimal::compareTo),
            largest(received, h -> h.dayLimit().dayLowerLimitValue(), BigDecimal::compareTo),
            largest(received, h -> h.dayLimit().dayLimitId(), Provenance::compareTexts),
            largest(
                received,
                h -> h.dayLimit().dayLimitConfidence(),
                Comparator.comparing(Letter::toString)));
    BigDecimal mass = mass(due);
    return new OutletDay(
        outlet.outletCode(),
        pollutantCode,
        day,
        outlet.enterpriseCode(),
        outlet.countyCode(),
        outlet.medium(),
        largest(received, HourOfOutlet::unit, Provenance::compareTexts),
        mean,
        limit,
        verdict(mean, limit, received),
        mass,
        substituted,
        total(mass, substituted.substitutedMassKg()));
  }

  /** The largest value the hours give; null: none gives one. */
  private static <T> T largest(
      List<HourOfOutlet> hours, Function<HourOfOutlet, T> value, Comparator<T> order) {
    return hours.stream().map(value).filter(Objects::nonNull).max(order).orElse(null);
  }

  private static OutletDay.Mean mean(Medium medium, String pollutantCode, List<DueHour> due) {
    List<DueHour> open = due.stream().filter(h -> !h.isShut()).toList();
    List<DueHour> valid = due.stream().filter(h -> h.dayValue() != null).toList();
    boolean isWater = medium == Medium.WATER;
    boolean isValidDay =
        isWater
            ? !valid.isEmpty()
                && BigDecimal.valueOf(valid.size())
                        .compareTo(LEAST_WATER_SHARE.multiply(BigDecimal.valueOf(open.size())))
                    >= 0
            : valid.size() >= LEAST_GAS_HOURS;
    BigDecimal weighted =
        isWater && !UNWEIGHTED.contains(pollutantCode) ? weightedMean(valid) : null;
    BigDecimal mean = !isValidDay ? null : weighted != null ? weighted : plainMean(valid);
    OutletDay.Basis basis = null;
    if (mean != null) {
      basis =
          weighted != null
              ? OutletDay.Basis.FLOW_WEIGHTED
              : valid.stream().anyMatch(DueHour::isConverted)
                  ? OutletDay.Basis.ZS_AVG
                  : OutletDay.Basis.AVG;
    }
    return new OutletDay.Mean(
        open.size(),
        open.stream().filter(DueHour::isReceived).count(),
        valid.size(),
        isValidDay,
        mean,
        basis);
  }

  private static BigDecimal plainMean(List<DueHour> valid) {
    Mean mean = new Mean();
    valid.forEach(hour -> mean.add(hour.dayValue()));
    return mean.value();
  }

  /** Null unless every valid hour has a flow and there was some. */
  private static BigDecimal weightedMean(List<DueHour> valid) {
    BigDecimal products = BigDecimal.ZERO;
    BigDecimal flows = BigDecimal.ZERO;
    for (DueHour hour : valid) {
      if (hour.flow() == null) {
        return null;
      }
      products = products.add(hour.dayValue().multiply(hour.flow()));
      flows = flows.add(hour.flow());
    }
    return flows.signum() <= 0
        ? null
        : products.divide(flows, DECIMALS_OF_MEAN, RoundingMode.HALF_UP);
  }

  private static BigDecimal mass(List<DueHour> due) {
    return due.stream()
        .filter(h -> h.dayValue() != null)
        .map(DueHour::massKg)
        .filter(Objects::nonNull)
        .reduce(BigDecimal::add)
        .map(sum -> sum.setScale(DECIMALS_OF_MASS, RoundingMode.HALF_UP))
        .orElse(null);
  }

  private static BigDecimal total(BigDecimal mass, BigDecimal substituted) {
    if (mass == null || substituted == null) {
      return mass != null ? mass : substituted;
    }
    return mass.add(substituted);
  }

  private static OutletDay.Verdict verdict(
      OutletDay.Mean mean, OutletDay.Limit limit, List<HourOfOutlet> received) {
    List<HourOfOutlet> judged = received.stream().filter(h -> h.isAboveLimit() != null).toList();
    long exceeding = judged.stream().filter(HourOfOutlet::isAboveLimit).count();
    boolean isHourProvisional =
        judged.stream().anyMatch(h -> Boolean.TRUE.equals(h.limit().isProvisional()));
    BigDecimal value = mean.dayMeanValue();
    boolean isDayJudged =
        value != null && (limit.dayLimitValue() != null || limit.dayLowerLimitValue() != null);
    boolean isDayProvisional = isDayJudged && limit.dayLimitConfidence() != Letter.V;
    Boolean isDayAbove = isDayJudged ? isOutside(value, limit) : null;
    Boolean byHours = judged.isEmpty() ? null : exceeding == 0;
    Boolean byDay = isDayAbove == null ? null : !isDayAbove;
    Boolean isCompliant = both(byHours, byDay);
    return new OutletDay.Verdict(
        isDayAbove,
        isDayJudged ? Multiple.of(value, limit.dayLimitValue(), limit.dayLowerLimitValue()) : null,
        judged.size(),
        exceeding,
        isCompliant,
        both(isHourProvisional ? null : byHours, isDayProvisional ? null : byDay),
        isCompliant == null ? null : isHourProvisional || isDayProvisional);
  }

  /** False if one is, null if neither is known. */
  private static Boolean both(Boolean one, Boolean other) {
    if (one == null || other == null) {
      return one != null ? one : other;
    }
    return one && other;
  }

  /** Above the upper limit, or below the lower one; equal complies. */
  private static boolean isOutside(BigDecimal value, OutletDay.Limit limit) {
    return limit.dayLimitValue() != null && value.compareTo(limit.dayLimitValue()) > 0
        || limit.dayLowerLimitValue() != null && value.compareTo(limit.dayLowerLimitValue()) < 0;
  }
}
