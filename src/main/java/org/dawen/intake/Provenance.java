package org.dawen.intake;

import java.time.Instant;
import java.util.Comparator;
import org.dawen.lake.Nullable;
import org.dawen.lake.TextOrder;

/**
 * Where a received row comes from, which is also its place in the order of revisions: a later one
 * goes before an earlier one. The order is total within a thing, so the winner never depends on
 * chance.
 *
 * @param receivedAt time of receipt the record itself tells; null: it tells none and comes first
 * @param fileOrder time stamp and {@code _r<N>} in the name of the file
 * @param fileId path in the landing folder
 * @param recordNo record in the file
 */
public record Provenance(
    @Nullable Instant receivedAt, String fileOrder, String fileId, long recordNo)
    implements Comparable<Provenance> {
  private static final Comparator<Provenance> BY_TIME =
      Comparator.comparing(
              Provenance::receivedAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
          .thenComparing(Provenance::fileOrder, Provenance::compareTexts);

  private static final Comparator<Provenance> ORDER =
      BY_TIME
          .thenComparing(Provenance::fileId, Provenance::compareTexts)
          .thenComparingLong(Provenance::recordNo);

  @Override
  public int compareTo(Provenance other) {
    return ORDER.compare(this, other);
  }

  /** Whether only path and record number tell which of the two is the later. */
  public boolean isToldApartByPathOnly(Provenance other) {
    return BY_TIME.compare(this, other) == 0;
  }

  /** As files and tables sort texts. */
  public static int compareTexts(String a, String b) {
    return TextOrder.compare(a, b);
  }
}
