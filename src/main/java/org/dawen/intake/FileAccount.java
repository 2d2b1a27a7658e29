package org.dawen.intake;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.dawen.lake.DaySet;
import org.dawen.lake.Table;

/**
 * What was found in one file. Nothing disappears: records = accepted + duplicates + other commands
 * + rejects, values = received + rejected values.
 *
 * @param strays rejects that are bytes between frames, see {@link RejectReason#NO_FRAME}
 * @param rows rows of received tables it gives
 * @param daysByTable for each received table the days the file gives rows for
 * @param refusal why the file as a whole cannot be read; empty if it can
 * @param note what is to be known of a file that was read; empty: nothing
 * @param charset charset of its text
 */
record FileAccount(
    LandingFile file,
    String sha256,
    long records,
    long accepted,
    long duplicates,
    long otherCommands,
    long rejects,
    long strays,
    long values,
    long rejectedValues,
    long rows,
    Map<String, DaySet> daysByTable,
    String refusal,
    String note,
    String charset)
    implements FileReading.Found {

  @Override
  public String fileId() {
    return file.fileId();
  }

  /** Of a file that is no longer there. */
  static FileAccount ofNothing(LandingFile file) {
    return new FileAccount(file, "", 0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of(), "", "", "UTF-8");
  }

  /** The account of this stretch of a file with this hash and the one behind it. */
  FileAccount and(FileAccount next, String hash) {
    Map<String, DaySet> days = new TreeMap<>(daysByTable);
    next.daysByTable.forEach((table, more) -> days.merge(table, more, DaySet::union));
    return new FileAccount(
        file,
        hash,
        records + next.records,
        accepted + next.accepted,
        duplicates + next.duplicates,
        otherCommands + next.otherCommands,
        rejects + next.rejects,
        strays + next.strays,
        values + next.values,
        rejectedValues + next.rejectedValues,
        rows + next.rows,
        days,
        refusal,
        note,
        charset);
  }

  DaySet days() {
    return DaySet.unionOf(daysByTable.values());
  }

  DaySet days(Table table) {
    return daysByTable.getOrDefault(table.name(), DaySet.NONE);
  }

  long receivedValues() {
    return values - rejectedValues;
  }

  boolean addsUp() {
    return records == accepted + duplicates + otherCommands + rejects && rejectedValues <= values;
  }

  /**
   * True if the file as a whole, or too large a share of its records, cannot be read. Bytes between
   * frames are no records that were sent: they count only where there is nothing else.
   */
  boolean isHeldBack(BigDecimal largestRejectShare) {
    if (!refusal.isEmpty()) {
      return true;
    }
    return hasNoFrame()
        || BigDecimal.valueOf(rejects - strays)
                .compareTo(largestRejectShare.multiply(BigDecimal.valueOf(records - strays)))
            > 0;
  }

  /** True if there is nothing in the file but bytes that are no frame. */
  boolean hasNoFrame() {
    return strays > 0 && strays == records;
  }

  /** True if the lake already holds exactly this content, read by the same reader. */
  boolean isUnchanged(String reader) {
    return file.isTakenInAs(sha256, reader);
  }
}
