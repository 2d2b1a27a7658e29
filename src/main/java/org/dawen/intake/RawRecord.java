package org.dawen.intake;

import java.util.ArrayList;
import java.util.List;
import org.dawen.lake.Message;

/**
 * A record of a landing file, found again.
 *
 * @param fileId path of the file below the landing folder
 * @param place number of the record; of frames that were summed their ranges of bytes
 * @param sha256 SHA-256 of the file as it was taken in; null: no such file was
 * @param sha256Now SHA-256 of the file as it lies there now; null: it does not
 * @param earlierSha256 contents that the path had before, oldest first, separated by commas; null:
 *     none
 * @param text what the file holds there now; empty: no such file or record
 * @param received what the received tables hold of the record, if the file does not hold it any
 *     more as it was taken in
 */
public record RawRecord(
    String fileId,
    String place,
    String sha256,
    String sha256Now,
    String earlierSha256,
    List<Message> text,
    List<Message> received) {

  /** The file is no longer what was taken in, or no longer there. */
  public boolean isFileChanged() {
    return sha256Now == null || !sha256Now.equals(sha256);
  }

  /** What a person reads of it. */
  public List<Message> lines(String landingRoot) {
    List<Message> lines = new ArrayList<>();
    lines.add(Message.of("explain.file-record", fileId, place));
    if (sha256Now == null) {
      lines.add(Message.of("explain.file-gone", landingRoot));
    } else {
      lines.add(
          isFileChanged()
              ? Message.of(
                  "explain.file-changed",
                  sha256Now,
                  sha256 == null ? Message.of("explain.no-such-path") : sha256)
              : Message.of("explain.as-taken-in", sha256));
      lines.addAll(text.isEmpty() ? List.of(Message.of("explain.no-such-record")) : text);
    }
    if (!received.isEmpty()) {
      lines.add(Message.of("explain.taken-in"));
      lines.addAll(received);
    }
    return lines;
  }
}
