package org.dawen.source;

import java.time.Instant;
import org.dawen.lake.Nullable;

/** From which packets an hour comes. */
record Receipt(
    @Nullable Instant firstReceivedAt,
    @Nullable String flagInTime,
    @Nullable String laterEmptyFlag,
    int revisionCount,
    long recordCount,
    boolean isDecidedByPath,
    @Nullable String requestNo,
    String fileId,
    long recordNo) {

  /**
   * Of what is in force.
   *
   * @param moreRecords packets of which something else was taken
   */
  static Receipt of(FactorInForce value, int moreRecords) {
    return new Receipt(
        value.firstReceivedAt(),
        value.flagInTime(),
        value.laterEmptyFlag(),
        value.revisions(),
        value.records() + moreRecords,
        value.isDecidedByPath(),
        value.head().requestNo(),
        value.head().provenance().fileId(),
        value.head().provenance().recordNo());
  }
}
