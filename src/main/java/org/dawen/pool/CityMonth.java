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
    LocalDate nextExpiry) {}
