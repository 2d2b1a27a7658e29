package org.dawen.pool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dawen.pool.Certification.Lot;

/**
 * What the number of an entry refers to, other than certifications and allotments: what a later
 * entry that refers to it needs to know.
 */
final class Standing {
  private Standing() {}

  /** What happened to lots at home when a transfer or return brought mass of them. */
  static final class AtHome {
    /** What had been taken of the lots before. */
    final Map<Lot, Long> takenBefore = new HashMap<>(2);

    /** What the mass paid at once of what its share owed. */
    final Map<Lot, Long> paid = new HashMap<>(2);

    void before(Lot lot) {
      takenBefore.putIfAbsent(lot, lot.share.taken);
    }

    void after() {
      takenBefore.forEach((lot, taken) -> paid.put(lot, lot.share.taken - taken));
    }

    /** What was taken at home, of a lot that was brought home, after it had been. */
    long takenSince(Lot lot) {
      return lot.holding == lot.share.home
          ? Math.max(0, lot.share.taken - takenBefore.getOrDefault(lot, 0L))
          : 0;
    }

    /** What of it this very mass paid; less once it has been owed again. */
    long paidBy(Lot lot) {
      return Math.min(paid.getOrDefault(lot, 0L), takenSince(lot));
    }
  }

  /** What stands of a transfer: parts of lots with the account they came to. */
  static final class Transfer {
    final Entry entry;
    final Book book;
    final Map<Lot, Long> received = new LinkedHashMap<>();
    final AtHome atHome = new AtHome();
    boolean isReversed;

    Transfer(Entry entry, Book book) {
      this.entry = entry;
      this.book = book;
    }
  }

  /** What stands of a return: parts of lots by allotment. */
  static final class Return {
    record Part(Allotment allotment, Lot lot, long amount) {}

    final Entry entry;
    final Book book;
    final List<Part> parts = new ArrayList<>();
    final AtHome atHome = new AtHome();
    boolean isReversed;

    Return(Entry entry, Book book) {
      this.entry = entry;
      this.book = book;
    }
  }

  /** An adjustment that stands. */
  static final class Adjustment {
    final Certification certification;
    final Certification.Revision revision;
    boolean isReversed;

    Adjustment(Certification certification, Certification.Revision revision) {
      this.certification = certification;
      this.revision = revision;
    }
  }

  /** What a number refers to when no later entry could change anything of it. */
  enum Plain {
    /** A reversal that stands. */
    REVERSAL,
    /** A refused record. */
    REFUSED
  }
}
