package org.dawen.pool;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A certified reduction with its two shares and everything that became of them. */
final class Certification {
  final Entry entry;
  final Book book;
  final BigDecimal ratio;
  final LocalDate lastValidDay;
  final Share countyShare;
  final Share cityShare;

  /** Revisions that stand, in their order; the last one is in force. */
  final List<Revision> revisions = new ArrayList<>(0);

  long mass;
  boolean isReversed;

  /** Postings derived from it so far (EXPIRE), so that each has a number of its own. */
  int derivedPostings;

  record Revision(Entry entry, long mass) {}

  Certification(
      Entry entry,
      Book book,
      BigDecimal ratio,
      LocalDate lastValidDay,
      Holding county,
      Holding city) {
    this.entry = entry;
    this.book = book;
    this.ratio = ratio;
    this.lastValidDay = lastValidDay;
    this.countyShare = new Share(this, county);
    this.cityShare = new Share(this, city);
  }

  long massInForce() {
    return isReversed
        ? 0
        : revisions.isEmpty() ? entry.mass() : revisions.get(revisions.size() - 1).mass();
  }

  /** The year whose task it counts for: the one named, else that of its day. */
  int reductionYear() {
    return entry.reductionYear() == null ? entry.day().getYear() : entry.reductionYear();
  }

  boolean isExpiredOn(LocalDate day) {
    return lastValidDay != null && day.isAfter(lastValidDay);
  }

  /** The county's or the city's share of a certification. */
  static final class Share {
    final Certification certification;
    final Holding home;
    final List<Lot> lots = new ArrayList<>(1);

    /** Covers of what it owes. */
    final List<Cover> covers = new ArrayList<>(0);

    long amount;

    /** What it should have given back but had been used; covered or not. */
    long owed;

    long covered;

    /**
     * What revisions have taken of its lot at home, or the lot has paid of what was owed. A
     * reversal of what had brought that mass home takes it away again, and the share owes it.
     */
    long taken;

    Share(Certification certification, Holding home) {
      this.certification = certification;
      this.home = home;
    }

    boolean isCity() {
      return home.isCity;
    }

    long open() {
      return owed - covered;
    }

    Lot lotAt(Holding holding) {
      for (Lot lot : lots) {
        if (lot.holding == holding) {
          return lot;
        }
      }
      Lot lot = new Lot(this, holding);
      lots.add(lot);
      return lot;
    }
  }

  /** What one account holds of one share. */
  static final class Lot implements Comparable<Lot> {
    final Share share;
    final Holding holding;
    final List<Cover> given = new ArrayList<>(0);
    private final long lastValidEpochDay;
    private final long certifiedEpochDay;
    private final long certificationNo;
    long balance;
    long expired;

    Lot(Share share, Holding holding) {
      this.share = share;
      this.holding = holding;
      Certification c = share.certification;
      this.lastValidEpochDay =
          c.lastValidDay == null ? Long.MAX_VALUE : c.lastValidDay.toEpochDay();
      this.certifiedEpochDay = c.entry.day().toEpochDay();
      this.certificationNo = c.entry.entryNo();
    }

    long givenAsCover() {
      return given.stream().mapToLong(c -> c.amount).sum();
    }

    /** Draws take lots by expiry, then certification day, then entry number. */
    @Override
    public int compareTo(Lot o) {
      int order = Long.compare(lastValidEpochDay, o.lastValidEpochDay);
      order = order != 0 ? order : Long.compare(certifiedEpochDay, o.certifiedEpochDay);
      return order != 0 ? order : Long.compare(certificationNo, o.certificationNo);
    }
  }

  /** A lot that covers what another share owes. */
  static final class Cover {
    final Share debtor;
    final Lot giver;
    long amount;

    Cover(Share debtor, Lot giver, long amount) {
      this.debtor = debtor;
      this.giver = giver;
      this.amount = amount;
    }
  }
}
