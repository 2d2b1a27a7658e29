package org.dawen.pool;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** An allocation that stands: which lots a project drew and how much of each is still in use. */
final class Allotment {
  final Entry entry;
  final Book book;
  final BigDecimal multiplier;
  final List<Piece> pieces = new ArrayList<>(2);
  long inUse;
  long returned;
  boolean isReversed;

  /** A part drawn from one lot. */
  static final class Piece {
    final Certification.Lot lot;
    long inUse;

    Piece(Certification.Lot lot, long inUse) {
      this.lot = lot;
      this.inUse = inUse;
    }
  }

  Allotment(Entry entry, Book book, BigDecimal multiplier) {
    this.entry = entry;
    this.book = book;
    this.multiplier = multiplier;
  }

  boolean isCity() {
    return entry.kind() == EntryKind.ALLOCATE_CITY;
  }
}
