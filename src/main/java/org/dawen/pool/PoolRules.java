package org.dawen.pool;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Locale;
import org.dawen.lake.Trouble;
import org.dawen.registry.PoolClosing;
import org.dawen.registry.PoolMultiplier;
import org.dawen.registry.PoolValidity;
import org.dawen.standard.IndicatorPool;

/** Rules of the ledger as standards and registry tell them. */
public final class PoolRules {
  private PoolRules() {}

  /**
   * Rules of standards and registry.
   *
   * @throws Trouble if the registry says something no ledger can be kept by
   */
  public static LedgerRules of(PoolRegister register) {
    return ofStandards()
        .withMultipliers(register.multipliers().stream().map(PoolRules::multiplier).toList())
        .withValidities(register.validities().stream().map(PoolRules::validity).toList())
        .withClosings(register.closings().stream().map(PoolRules::closing).toList());
  }

  /** Rules of the standards alone. */
  static LedgerRules ofStandards() {
    return LedgerRules.of(
        IndicatorPool.rules(IndicatorPool.CITY_SHARE_RATIO).stream()
            .map(
                r ->
                    new LedgerRules.Ratio(
                        r.provision().validFrom(), r.provision().validTo(), r.value()))
            .toList(),
        IndicatorPool.rules(IndicatorPool.ALLOWED_MULTIPLIER).stream()
            .map(IndicatorPool.Rule::value)
            .toList(),
        IndicatorPool.rules(IndicatorPool.DEFAULT_MULTIPLIER).get(0).value(),
        IndicatorPool.pollutants());
  }

  private static LedgerRules.Multiplier multiplier(PoolMultiplier m) {
    if (!isAllowed(m.multiplier())) {
      throw Trouble.refused("pool.no-multiplier", m.fileId(), m.recordNo(), m.multiplier());
    }
    return new LedgerRules.Multiplier(
        m.cityCode(),
        named(m.pollutantCode()),
        m.year(),
        m.period().validFrom(),
        m.period().validTo(),
        m.multiplier().stripTrailingZeros());
  }

  private static boolean isAllowed(BigDecimal multiplier) {
    return IndicatorPool.rules(IndicatorPool.ALLOWED_MULTIPLIER).stream()
        .anyMatch(a -> a.value().compareTo(multiplier) == 0);
  }

  private static LedgerRules.Validity validity(PoolValidity v) {
    if (v.validityMonths() < 1) {
      throw Trouble.refused("pool.no-validity", v.fileId(), v.recordNo());
    }
    return new LedgerRules.Validity(
        v.pollutantCode() == null ? null : named(v.pollutantCode()),
        v.validityMonths(),
        v.period().validFrom(),
        v.period().validTo());
  }

  private static LedgerRules.Closing closing(PoolClosing c) {
    try {
      String digits = c.month().replaceFirst("^(\\d{4})[-/]?(\\d{1,2})$", "$1-0$2");
      return new LedgerRules.Closing(
          YearMonth.parse(digits.replaceFirst("-0(\\d\\d)$", "-$1")), c.lastEntryNo());
    } catch (DateTimeException e) {
      throw Trouble.refused("pool.no-month", c.fileId(), c.recordNo(), c.month());
    }
  }

  private static String named(String pollutant) {
    return IndicatorPool.pollutants().getOrDefault(pollutant.toLowerCase(Locale.ROOT), pollutant);
  }
}
