package org.dawen.pool;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.dawen.lake.Components;
import org.dawen.lake.Constraint;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/** A county's own account as a month ends. */
@OfTable(
    name = "pool.balance_month",
    grain =
        "One row per county, pollutant and month: the county's own account as the month ends;"
            + " masses are totals from the beginning.",
    sources = {"received.pool", "registry.pool_closing", "registry.pool_validity"})
public record BalanceMonth(
    @Key String countyCode,
    @Key String pollutantCode,
    @Key @Day LocalDate dataDay,
    LocalDate monthEnd,
    @Digits(value = 18, scale = 4) BigDecimal certifiedT,
    @Digits(value = 18, scale = 4) BigDecimal adjustedT,
    @Digits(value = 18, scale = 4) BigDecimal pooledT,
    @Digits(value = 18, scale = 4) BigDecimal retainedT,
    @Digits(value = 18, scale = 4) BigDecimal allocatedT,
    @Digits(value = 18, scale = 4) BigDecimal returnedT,
    @Digits(value = 18, scale = 4) BigDecimal transferredT,
    @Digits(value = 18, scale = 4) BigDecimal expiredT,
    @Digits(value = 18, scale = 4) BigDecimal shortfallT,
    @Digits(value = 18, scale = 4) BigDecimal balanceT,
    @Nullable Integer nextExpiryDays,
    OfOrigin ofOrigin) {

  /** Where everything this county certified is now, whoever holds it. */
  record OfOrigin(
      @Digits(value = 18, scale = 4) BigDecimal originBalanceT,
      @Digits(value = 18, scale = 4) BigDecimal originUsedT,
      @Digits(value = 18, scale = 4) BigDecimal originExpiredT,
      @Digits(value = 18, scale = 4) BigDecimal originShortfallT) {}

  static void constraints(Components of) {
    of.holds(
        "shares_add_up",
        Constraint.addsUp(
            of.all("certifiedT", "adjustedT"), of.all("pooledT", "retainedT"), of.all()));
    of.holds(
        "account_adds_up",
        Constraint.addsUp(
            of.all("balanceT"),
            of.all("retainedT", "transferredT", "returnedT", "shortfallT"),
            of.all("allocatedT", "expiredT")));
    of.holds(
        "certified_is_balances_used_expired_less_shortfall",
        Constraint.addsUp(
            of.all("certifiedT", "adjustedT"),
            of.all("originBalanceT", "originUsedT", "originExpiredT"),
            of.all("originShortfallT")));
    of.holds(
        "never_below_zero", Constraint.neverNegative(of.all("balanceT", "shortfallT", "expiredT")));
  }

  static BalanceMonth of(CountyMonth m) {
    return new BalanceMonth(
        m.county(),
        m.pollutant(),
        m.month().atDay(1),
        m.month().atEndOfMonth(),
        Tonnes.of(m.certified()),
        Tonnes.of(m.adjusted()),
        Tonnes.of(m.pooled()),
        Tonnes.of(m.retained()),
        Tonnes.of(m.allocated()),
        Tonnes.of(m.returned()),
        Tonnes.of(m.transferred()),
        Tonnes.of(m.expired()),
        Tonnes.of(m.shortfall()),
        Tonnes.of(m.balance()),
        days(m.month().atEndOfMonth(), m.nextExpiry()),
        new OfOrigin(
            Tonnes.of(m.originBalance()),
            Tonnes.of(m.originUsed()),
            Tonnes.of(m.originExpired()),
            Tonnes.of(m.originShortfall())));
  }

  /** Days from a month's end to the next expiry; null: nothing expires. */
  static Integer days(LocalDate monthEnd, LocalDate expiry) {
    return expiry == null ? null : (int) ChronoUnit.DAYS.between(monthEnd, expiry);
  }
}
