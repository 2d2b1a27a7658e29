package org.dawen.registry;

import java.time.LocalDate;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;

/**
 * The days on which a reference row is valid.
 *
 * @param validFrom first day; null: open
 * @param validTo last day, included; null: open
 */
public record Period(@Key @Nullable LocalDate validFrom, @Nullable LocalDate validTo) {
  public boolean holdsOn(LocalDate day) {
    return (validFrom == null || !day.isBefore(validFrom))
        && (validTo == null || !day.isAfter(validTo));
  }

  /** True if both hold on some day. */
  public boolean overlaps(Period other) {
    return (validFrom == null || other.validTo == null || !validFrom.isAfter(other.validTo))
        && (other.validFrom == null || validTo == null || !other.validFrom.isAfter(validTo));
  }
}
