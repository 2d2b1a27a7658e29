package org.dawen.pool;

/**
 * What a county certified for a year, at the end of the ledger; masses in 0.0001 t.
 *
 * @param task the reduction it must reach; null: none is set
 */
public record CountyYear(
    String county,
    String pollutant,
    int year,
    Long task,
    long certified,
    long pooled,
    long retained) {}
