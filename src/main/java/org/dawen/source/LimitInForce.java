package org.dawen.source;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.dawen.codec.hj212.Factors;
import org.dawen.registry.Limit;
import org.dawen.standard.Confidence;
import org.dawen.standard.EmissionLimit;

/**
 * A limit that binds one outlet from one day to another, before it is known whether another goes
 * first.
 *
 * @param level where it comes from
 * @param pollutantCode factor
 * @param period {@code hour} or {@code day}: the mean it judges
 * @param upper upper limit; null: only a lower one
 * @param lower lower limit (pH); null: none
 * @param unit unit of both, as written
 * @param referenceO2Percent reference oxygen, %; null: judged as measured
 * @param takesReferenceOfProcess a regional limit of flue gas that names no reference oxygen
 * @param confidence how well limit and reference oxygen are known
 * @param limitId name
 * @param temperature water temperature at which it holds
 * @param from first day
 * @param to last day
 */
record LimitInForce(
    Level level,
    String pollutantCode,
    String period,
    BigDecimal upper,
    BigDecimal lower,
    String unit,
    BigDecimal referenceO2Percent,
    boolean takesReferenceOfProcess,
    Confidence confidence,
    String limitId,
    Temperature temperature,
    LocalDate from,
    LocalDate to) {

  /** Water temperature at which a limit holds (氨氮, GB 18918-2002 table 1 note). */
  enum Temperature {
    ANY,
    ABOVE_12,
    UP_TO_12;

    static Temperature of(String condition) {
      if (condition == null) {
        return ANY;
      }
      return switch (condition) {
        case "water_temperature_above_12" -> ABOVE_12;
        case "water_temperature_12_or_below" -> UP_TO_12;
        default -> ANY;
      };
    }
  }

  static final LocalDate FROM_EVER = LocalDate.of(1, 1, 1);
  static final LocalDate FOR_EVER = LocalDate.of(9999, 12, 31);

  /** In the order in which they go first. */
  enum Level {
    PERMIT,
    LOCAL,
    NATIONAL;

    /** The word in tables. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** From well known to badly known. */
  private static final List<Confidence> BY_WEAKNESS =
      List.of(Confidence.VERIFIED, Confidence.RECALLED, Confidence.CHOSEN, Confidence.UNSURE);

  /**
   * Permit before local before national; then one whose unit can be compared with the values; then
   * the stricter: the smaller upper, the larger lower limit, in one unit. Equal ones differ in the
   * evidence shown only, so a reference oxygen and the name decide.
   */
  static final Comparator<LimitInForce> FIRST =
      Comparator.comparing(LimitInForce::level)
          .thenComparing(l -> l.inCommonUnit(BigDecimal.ONE) == null)
          .thenComparing(
              l -> l.inCommonUnit(l.upper), Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(
              l -> l.inCommonUnit(l.lower), Comparator.nullsLast(Comparator.reverseOrder()))
          .thenComparing(
              LimitInForce::referenceO2Percent, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(LimitInForce::limitId)
          .thenComparing(LimitInForce::unit);

  /** From the registry; its permits count as verified. */
  static LimitInForce ofPermit(Limit permit) {
    String pollutant = Factors.canonical(permit.pollutantCode());
    return new LimitInForce(
        Level.PERMIT,
        pollutant,
        permit.period(),
        permit.limitValue(),
        permit.lowerLimitValue(),
        permit.unit(),
        permit.referenceO2Percent(),
        false,
        Confidence.VERIFIED,
        String.join(
            "/",
            "permit",
            permit.documentNo() == null ? "-" : permit.documentNo(),
            permit.outletCode(),
            pollutant,
            permit.period()),
        Temperature.ANY,
        orElse(permit.validity().validFrom(), FROM_EVER),
        orElse(permit.validity().validTo(), FOR_EVER));
  }

  /** A limit of a standard on the days on which it and the outlet's registry row are valid. */
  static LimitInForce ofStandard(EmissionLimit limit, LocalDate outletFrom, LocalDate outletTo) {
    LocalDate from = limit.provision().validFrom();
    LocalDate to = orElse(limit.provision().validTo(), FOR_EVER);
    return new LimitInForce(
        limit.level().equals("local") ? Level.LOCAL : Level.NATIONAL,
        limit.pollutantCode(),
        limit.period(),
        limit.limitValue(),
        limit.lowerLimitValue(),
        limit.unit(),
        limit.referenceO2Percent(),
        limit.medium().equals("gas")
            && limit.industryCodes().isEmpty()
            && limit.referenceO2Percent() == null,
        weaker(limit.provision().confidence(), limit.referenceO2Confidence()),
        limit.limitId(),
        Temperature.of(limit.condition()),
        from.isAfter(outletFrom) ? from : outletFrom,
        to.isBefore(outletTo) ? to : outletTo);
  }

  /** A limit in the unit of the factor, or of its kind where that is not known; null: cannot be. */
  BigDecimal inCommonUnit(BigDecimal value) {
    String common = Units.ofFactor(pollutantCode);
    if (common == null) {
      String spelled = Units.spelled(unit);
      common = spelled.endsWith("/m3") ? "mg/m3" : spelled.endsWith("/L") ? "mg/L" : unit;
    }
    BigDecimal factor = Units.toFactorUnit(unit, common);
    return factor == null || value == null ? null : value.multiply(factor);
  }

  boolean isNever() {
    return from.isAfter(to);
  }

  /** The same limit with the reference oxygen of another; the weaker confidence stands. */
  LimitInForce withReferenceOf(LimitInForce process) {
    return new LimitInForce(
        level,
        pollutantCode,
        period,
        upper,
        lower,
        unit,
        process.referenceO2Percent,
        false,
        weaker(confidence, process.confidence),
        limitId,
        temperature,
        from,
        to);
  }

  static LocalDate orElse(LocalDate day, LocalDate open) {
    return day == null ? open : day;
  }

  private static Confidence weaker(Confidence one, Confidence other) {
    return other == null || BY_WEAKNESS.indexOf(other) <= BY_WEAKNESS.indexOf(one) ? one : other;
  }
}
