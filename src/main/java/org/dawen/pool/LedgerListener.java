package org.dawen.pool;

/** Hears what the ledger comes to, in the order of the ledger. */
public interface LedgerListener {
  /** A posting, or an entry that moved nothing. */
  void posted(Posting posting);

  /** A county and pollutant as a month ends; totals from the beginning. */
  default void monthEnded(CountyMonth month) {}

  /** The city pool as a month ends, by county of origin and in all. */
  default void monthEnded(CityMonth month) {}
}
