package org.dawen.pool;

/** What an entry of the ledger says. POOL and EXPIRE follow from others and are never typed in. */
public enum EntryKind {
  /** A reduction was certified (削减量核定): the county's and the city's share come into being. */
  CERTIFY,
  /** The city's share of a certification (市级统筹), derived. */
  POOL,
  /** A project draws from what its county retained (县级使用). */
  ALLOCATE_COUNTY,
  /** A project draws from the city pool (市级统筹使用). */
  ALLOCATE_CITY,
  /** A project gives back what it does not need (退回). */
  RETURN,
  /** The revised mass of a certification (核减、核增). */
  ADJUST,
  /** From what one county retained to another (县间调剂). */
  TRANSFER,
  /** The validity of a certification has ended (失效), derived. */
  EXPIRE,
  /** Undoes an entry (冲销). */
  REVERSE;

  boolean isAllocation() {
    return this == ALLOCATE_COUNTY || this == ALLOCATE_CITY;
  }
}
