package org.dawen.pool;

import java.time.LocalDate;
import java.time.YearMonth;

/** A county and pollutant as a month ends, in 0.0001 t from the beginning of the ledger. */
public record CountyMonth(
    YearMonth month,
    String county,
    String pollutant,
    long certified,
    long adjusted,
    long pooled,
    long retained,
    long allocated,
    long returned,
    long transferred,
    long expired,
    long shortfall,
    long balance,
    LocalDate nextExpiry,
    long originBalance,
    long originUsed,
    long originExpired,
    long originShortfall) {}
