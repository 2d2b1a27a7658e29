package org.dawen.power;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.dawen.intake.Provenance;

/**
 * What a meter said of an interval, whichever way it came: a CSV row, packets, or the registry.
 *
 * @param startSent start of the interval; null: not sent
 * @param isSeed it only serves the difference to the next reading
 * @param revisionCount records it was made of, of packets those of one factor
 * @param recordCount records it rests on
 * @param isDecidedByPath only path and record number decided between them
 */
record Reading(
    LocalDate day,
    LocalDateTime startSent,
    LocalDateTime end,
    boolean isSeed,
    Measured measured,
    Provenance provenance,
    int revisionCount,
    long recordCount,
    boolean isDecidedByPath) {

  /** One record by itself. */
  static Reading of(
      LocalDate day,
      LocalDateTime startSent,
      LocalDateTime end,
      boolean isSeed,
      Measured measured,
      Provenance provenance) {
    return new Reading(day, startSent, end, isSeed, measured, provenance, 1, 1, false);
  }

  /** As the register before the readings of a day. */
  Reading asSeedOf(LocalDate later) {
    Provenance from = provenance;
    return of(
        later,
        null,
        end,
        true,
        Measured.ofRegister(measured.registerKwh()),
        new Provenance(null, from.fileOrder(), from.fileId(), from.recordNo()));
  }

  /** Civil seconds since 1970. */
  long endSeconds() {
    return end.toEpochSecond(ZoneOffset.UTC);
  }

  boolean hasRegister() {
    return measured.registerKwh() != null;
  }

  /** Two records say the same of the interval. */
  boolean saysTheSameAs(Reading other) {
    return java.util.Objects.equals(startSent, other.startSent)
        && measured.saysTheSameAs(other.measured);
  }
}
