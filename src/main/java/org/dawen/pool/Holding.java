package org.dawen.pool;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.TreeSet;

/**
 * What a county retained, or the part of the city pool that comes from it: lots ready to be drawn,
 * and a shortfall, if any. While a shortfall is open no lot is left, because lots cover it at once.
 */
final class Holding {
  final String county;
  final boolean isCity;
  final TreeSet<Certification.Lot> ready = new TreeSet<>();
  final Deque<Certification.Share> debtors = new ArrayDeque<>();
  long balance;
  long shortfall;
  boolean everHeld;

  Holding(String county, boolean isCity) {
    this.county = county;
    this.isCity = isCity;
  }

  Posting.Account account() {
    return isCity ? Posting.Account.POOL : Posting.Account.RETAINED;
  }

  void add(Certification.Lot lot, long amount) {
    if (lot.balance == 0 && amount > 0) {
      ready.add(lot);
    }
    lot.balance = Math.addExact(lot.balance, amount);
    balance = Math.addExact(balance, amount);
    everHeld = true;
  }

  void take(Certification.Lot lot, long amount) {
    if (amount > lot.balance) {
      throw new IllegalStateException(
          "lot " + lot.share.certification.entry.entryNo() + " below zero");
    }
    lot.balance -= amount;
    balance -= amount;
    if (lot.balance == 0) {
      ready.remove(lot);
    }
  }
}
