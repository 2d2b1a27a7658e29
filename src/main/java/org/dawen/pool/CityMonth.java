package org.dawen.pool;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The city pool as a month ends, in 0.0001 t from the beginning of the ledger.
 *
 * @param originCounty county of origin; null: all of them
 */
public record CityMonth(
    YearMonth month,
    String originCounty,
    String pollutant,
    long pooled,
    long allocated,
    long returned,
    long expired,
    long shortfall,
    long balance,
    LocalDate nextExpiry) {
  CityMonth ofAllCounties() {
    return new CityMonth(
        month,
        null,
        pollutant,
        pooled,
        allocated,
        returned,
        expired,
        shortfall,
        balance,
        nextExpiry);
  }

  /** The sum of a month of several counties and that of another. */
  CityMonth plus(CityMonth o) {
    boolean isEarlier =
        o.nextExpiry != null && (nextExpiry == null || o.nextExpiry.isBefore(nextExpiry));
    return new CityMonth(
        month,
        originCounty,
        pollutant,
        pooled + o.pooled,
        allocated + o.allocated,
        returned + o.returned,
        expired + o.expired,
        shortfall + o.shortfall,
        balance + o.balance,
        isEarlier ? o.nextExpiry : nextExpiry);
  }
}
