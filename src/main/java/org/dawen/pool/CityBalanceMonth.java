package org.dawen.pool;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dawen.lake.Components;
import org.dawen.lake.Constraint;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/** The city pool as a month ends, by county of origin and in all. */
@OfTable(
    name = "pool.city_balance_month",
    grain =
        "One row per county of origin, pollutant and month, and one in all (ALL): the city pool"
            + " as the month ends; masses are totals from the beginning.",
    sources = {"received.pool", "registry.pool_closing", "registry.pool_validity"})
public record CityBalanceMonth(
    @Key String originCountyCode,
    @Key String pollutantCode,
    @Key @Day LocalDate dataDay,
    LocalDate monthEnd,
    @Digits(value = 18, scale = 4) BigDecimal pooledT,
    @Digits(value = 18, scale = 4) BigDecimal allocatedT,
    @Digits(value = 18, scale = 4) BigDecimal returnedT,
    @Digits(value = 18, scale = 4) BigDecimal expiredT,
    @Digits(value = 18, scale = 4) BigDecimal shortfallT,
    @Digits(value = 18, scale = 4) BigDecimal balanceT,
    @Nullable Integer nextExpiryDays) {
  /** Origin county of the rows that add up the whole city pool. */
  static final String ALL_COUNTIES = "ALL";

  static void constraints(Components of) {
    of.holds(
        "pool_adds_up",
        Constraint.addsUp(
            of.all("pooledT"),
            of.all("balanceT", "allocatedT", "expiredT"),
            of.all("returnedT", "shortfallT")));
    of.holds(
        "never_below_zero", Constraint.neverNegative(of.all("balanceT", "shortfallT", "expiredT")));
  }

  static CityBalanceMonth of(CityMonth m) {
    return new CityBalanceMonth(
        m.originCounty() == null ? ALL_COUNTIES : m.originCounty(),
        m.pollutant(),
        m.month().atDay(1),
        m.month().atEndOfMonth(),
        Tonnes.of(m.pooled()),
        Tonnes.of(m.allocated()),
        Tonnes.of(m.returned()),
        Tonnes.of(m.expired()),
        Tonnes.of(m.shortfall()),
        Tonnes.of(m.balance()),
        BalanceMonth.days(m.month().atEndOfMonth(), m.nextExpiry()));
  }
}
