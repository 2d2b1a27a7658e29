package org.dawen.intake;

import java.io.Serializable;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/**
 * What could not be read.
 *
 * @param lineNo null where the file has no lines
 * @param field column or field of a rejected value; else empty
 */
@OfTable(
    name = "ops.reject",
    grain = "One row per record or value that could not be read, with the reason.",
    withoutKey = "a record may hold several bad values of one name",
    withoutDay = "what cannot be read may have no day",
    sources = "landing/**")
public record Reject(
    String fileId,
    String feed,
    long recordNo,
    @Nullable Long lineNo,
    Level level,
    String field,
    RejectReason reason,
    @Nullable String detail,
    @Nullable String content)
    implements Serializable {
  /** What was rejected. */
  public enum Level {
    FILE,
    RECORD,
    VALUE;

    /** The word in tables. */
    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** The same, numbered behind so many records and lines of the file. */
  Reject behind(long records, long lines) {
    return new Reject(
        fileId,
        feed,
        recordNo + records,
        lineNo == null ? null : Long.valueOf(lineNo + lines),
        level,
        field,
        reason,
        detail,
        content);
  }
}
