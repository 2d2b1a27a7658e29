package org.dawen.intake;

import java.io.Serializable;
import org.dawen.lake.DaySet;

/**
 * A file that is to be read.
 *
 * @param fileId path below the landing folder, with '/' — the file's identity
 * @param feed kind of file
 * @param uri where to open it
 * @param lengthBytes how many first bytes count; what is appended later belongs to the next night
 * @param stamp change stamp at the time of listing
 * @param why why it is read: new, changed, reader changed, left open
 * @param earlierSha256 hash of the content taken in before; empty if none
 * @param earlierHashes every content the path had before that one, comma-separated
 * @param earlierDays days its earlier content gave
 * @param earlierReader reader that content was read with
 * @param wasOpen a run was killed while it took the file in
 * @param hasEarlierRejects rows in the reject table must be replaced
 * @param limits how much of it is read at most
 */
record LandingFile(
    String fileId,
    String feed,
    String uri,
    long lengthBytes,
    String stamp,
    String why,
    String earlierSha256,
    String earlierHashes,
    DaySet earlierDays,
    String earlierReader,
    boolean wasOpen,
    boolean hasEarlierRejects,
    ReadLimits limits)
    implements Serializable {

  /** A file that the ledger does not know, read within the limits the program ships with. */
  static LandingFile of(String fileId, String feed, String uri, long lengthBytes) {
    return new LandingFile(
        fileId,
        feed,
        uri,
        lengthBytes,
        "",
        NEW,
        "",
        "",
        DaySet.NONE,
        "",
        false,
        false,
        ReadLimits.SHIPPED);
  }

  /** Why of a file that the ledger does not know. */
  static final String NEW = "new";

  /** True if the lake may hold rows of this path. */
  boolean isKnown() {
    return wasOpen || !earlierSha256.isEmpty();
  }
}
