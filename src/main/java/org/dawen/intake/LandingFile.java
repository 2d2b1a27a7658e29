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
 * @param known what the ledger knows of the path; null: nothing
 * @param limits how much of it is read at most
 */
record LandingFile(
    String fileId,
    String feed,
    String uri,
    long lengthBytes,
    String stamp,
    String why,
    FileLedger.Entry known,
    ReadLimits limits)
    implements Serializable {

  /** A file that the ledger does not know, read within the limits the program ships with. */
  static LandingFile of(String fileId, String feed, String uri, long lengthBytes) {
    return new LandingFile(fileId, feed, uri, lengthBytes, "", NEW, null, ReadLimits.SHIPPED);
  }

  /** Why of a file that the ledger does not know. */
  static final String NEW = "new";

  /** Why of a file whose registry table another path has filled since. */
  static final String SUPPLANTED = "another file filled its table";

  /** Hash of the content taken in before; empty if none. */
  String earlierSha256() {
    return known == null ? "" : known.sha256();
  }

  /** Every content the path had before that one, comma-separated. */
  String earlierHashes() {
    return known == null ? "" : known.earlierHashes();
  }

  /** Days its earlier content gave. */
  DaySet earlierDays() {
    return known == null ? DaySet.NONE : known.days();
  }

  /** A run was killed while it took the file in. */
  boolean wasOpen() {
    return known != null && known.isOpen();
  }

  /** Rows in the reject table must be replaced. */
  boolean hasEarlierRejects() {
    return wasOpen() || known != null && known.hasRejects();
  }

  /** True if the lake may hold rows of this path. */
  boolean isKnown() {
    return wasOpen() || !earlierSha256().isEmpty();
  }

  /** True if the lake already holds this content, read by the same reader. */
  boolean isTakenInAs(String sha256, String reader) {
    return known != null
        && !known.isOpen()
        && !why.equals(SUPPLANTED)
        && known.sha256().equals(sha256)
        && known.reader().equals(reader);
  }
}
