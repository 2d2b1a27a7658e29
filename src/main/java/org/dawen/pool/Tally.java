package org.dawen.pool;

/**
 * Running totals of a county and pollutant in 0.0001 t. The first group tells how the county's own
 * account came to its balance, the second that of the city pool by county of origin, the third
 * where everything this county ever certified lies now, whoever holds it.
 */
final class Tally {
  final String county;

  long certified;
  long adjusted;
  long pooled;
  long retained;
  long allocated;
  long returned;
  long transferred;
  long expired;

  long cityAllocated;
  long cityReturned;
  long cityExpired;

  long originBalance;
  long originUsed;
  long originExpired;
  long originShortfall;

  Tally(String county) {
    this.county = county;
  }

  /** All totals in the order of their fields. */
  long[] totals() {
    return new long[] {
      certified,
      adjusted,
      pooled,
      retained,
      allocated,
      returned,
      transferred,
      expired,
      cityAllocated,
      cityReturned,
      cityExpired,
      originBalance,
      originUsed,
      originExpired,
      originShortfall
    };
  }

  /** Sets all totals, given in that order. */
  void set(long[] totals) {
    certified = totals[0];
    adjusted = totals[1];
    pooled = totals[2];
    retained = totals[3];
    allocated = totals[4];
    returned = totals[5];
    transferred = totals[6];
    expired = totals[7];
    cityAllocated = totals[8];
    cityReturned = totals[9];
    cityExpired = totals[10];
    originBalance = totals[11];
    originUsed = totals[12];
    originExpired = totals[13];
    originShortfall = totals[14];
  }
}
