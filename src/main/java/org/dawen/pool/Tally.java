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
}
