package org.dawen.standard;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Where a number of a standard comes from and when it holds.
 *
 * @param standard number of the standard, as in {@code HJ 633-2026}
 * @param clause clause or table of that standard, or {@code clause not known}
 * @param validFrom first data day on which it holds
 * @param validTo last data day on which it holds; null = open
 * @param confidence how well the number is known
 * @param source what it was checked against
 * @param note what a reader must know besides; empty if nothing
 */
public record Provision(
    String standard,
    String clause,
    LocalDate validFrom,
    LocalDate validTo,
    Confidence confidence,
    String source,
    String note)
    implements Serializable {

  /** Refuses a provision without standard, clause, start, confidence or source. */
  public Provision {
    Objects.requireNonNull(standard, "standard");
    Objects.requireNonNull(clause, "clause");
    Objects.requireNonNull(validFrom, "validFrom");
    Objects.requireNonNull(confidence, "confidence");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(note, "note");
    if (validTo != null && validTo.isBefore(validFrom)) {
      throw new IllegalArgumentException(
          standard + " " + clause + " ends on " + validTo + ", before it begins on " + validFrom);
    }
  }

  /** Whether it holds on a data day; both ends are inclusive. */
  public boolean isInForce(LocalDate dataDay) {
    return !dataDay.isBefore(validFrom) && (validTo == null || !dataDay.isAfter(validTo));
  }

  /** Whether it shares at least one day with another provision. */
  public boolean overlaps(Provision other) {
    return (validTo == null || !other.validFrom.isAfter(validTo))
        && (other.validTo == null || !validFrom.isAfter(other.validTo));
  }
}
