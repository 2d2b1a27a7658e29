package org.dawen.intake;

import java.io.Serializable;
import java.time.Instant;
import org.dawen.lake.AboutTheRun;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/**
 * A file in the ledger, with what was found in it.
 *
 * @param days data days it gives values for, as ranges
 * @param note what the operator should know
 * @param reader hash of reader code and settings it was read with
 * @param stamp change stamp of the file; empty: too fresh to be trusted
 * @param earlierSha256 contents the path had before, oldest first
 */
@OfTable(
    name = "ops.landing_file",
    grain = "One row per landing file with what was found in it.",
    withoutDay = "a file may hold any days; they are listed in the row",
    sources = "landing/**",
    warnings = {
      "record_count = accepted_count + duplicate_count + other_command_count + reject_count",
      "value_count = received_value_count + rejected_value_count",
      "stamp, earlier_sha256, run_id and written_at tell about runs"
    })
public record LedgerEntry(
    @Key String fileId,
    String feed,
    Status status,
    @Nullable String sha256,
    @Nullable Long lengthBytes,
    @Nullable Long recordCount,
    @Nullable Long acceptedCount,
    @Nullable Long duplicateCount,
    @Nullable Long otherCommandCount,
    @Nullable Long rejectCount,
    @Nullable Long valueCount,
    @Nullable Long receivedValueCount,
    @Nullable Long rejectedValueCount,
    @Nullable String days,
    @Nullable String note,
    @Nullable String reader,
    @AboutTheRun @Nullable String stamp,
    @AboutTheRun @Nullable String earlierSha256,
    @AboutTheRun @Nullable String runId,
    @AboutTheRun @Nullable Instant writtenAt)
    implements Serializable {

  /** What became of the file. */
  public enum Status {
    ACCEPTED,
    HELD_BACK;

    /** The word in tables. */
    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
