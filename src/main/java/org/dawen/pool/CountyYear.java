package org.dawen.pool;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/** What a county certified for a year, at the end of the ledger, against the year's task. */
@OfTable(
    name = "pool.county_year",
    grain = "One row per county, pollutant and year: certified against the year's task.",
    withoutDay = "the year named, at the end of the ledger; replaced whole",
    sources = {"received.pool", "registry.reduction_task"})
public record CountyYear(
    @Key String countyCode,
    @Key String pollutantCode,
    @Key int year,
    @Nullable @Digits(value = 18, scale = 4) BigDecimal taskT,
    @Digits(value = 18, scale = 4) BigDecimal certifiedT,
    @Digits(value = 18, scale = 4) BigDecimal pooledT,
    @Digits(value = 18, scale = 4) BigDecimal retainedT,
    @Nullable @Digits(value = 18, scale = 4) BigDecimal remainingT,
    @Nullable @Digits(value = 18, scale = 4) BigDecimal donePercent,
    @Nullable Boolean isTaskMet) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int PERCENT_DECIMALS = 4;

  /**
   * A year with or without a task; masses in 0.0001 t.
   *
   * @param task the reduction to reach; null: none is set
   */
  static CountyYear of(
      String county,
      String pollutant,
      int year,
      Long task,
      long certified,
      long pooled,
      long retained) {
    return new CountyYear(
        county,
        pollutant,
        year,
        task == null ? null : Tonnes.of(task),
        Tonnes.of(certified),
        Tonnes.of(pooled),
        Tonnes.of(retained),
        task == null ? null : Tonnes.of(Math.max(0, task - certified)),
        task == null || task <= 0 ? null : percent(certified, task),
        task == null ? null : certified >= task);
  }

  private static BigDecimal percent(long certified, long task) {
    return Tonnes.of(certified)
        .multiply(HUNDRED)
        .divide(Tonnes.of(task), PERCENT_DECIMALS, RoundingMode.HALF_EVEN);
  }
}
