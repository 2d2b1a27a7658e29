package org.dawen.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.apache.commons.io.function.IOConsumer;
import org.apache.commons.io.input.CloseShieldInputStream;

/**
 * The text of a file, twice: first to look it through, then to read it. A small one is held in
 * memory; a large one is opened once more for the first time through.
 */
final class ReadTwice {
  private static final int MOST_HELD_BYTES = 8 << 20;

  private final LandingFile file;
  private final InputStream rest;
  private final byte[] head;
  private final boolean isHeld;
  private String hashOfFirst;

  ReadTwice(LandingFile file, InputStream bytes) throws IOException {
    this.file = file;
    this.rest = bytes;
    this.head = bytes.readNBytes(MOST_HELD_BYTES);
    this.isHeld = head.length < MOST_HELD_BYTES;
  }

  /** The first time through. */
  void first(IOConsumer<InputStream> look) throws IOException {
    if (isHeld) {
      look.accept(new ByteArrayInputStream(head));
      return;
    }
    try (LandingContent again = LandingContent.open(file)) {
      look.accept(again.bytes());
      hashOfFirst = again.sha256Hex();
    }
  }

  /** For reading. */
  InputStream second() {
    InputStream held = new ByteArrayInputStream(head);
    // Whoever opened the file closes it, once the last of its bytes are hashed.
    return isHeld ? held : new SequenceInputStream(held, CloseShieldInputStream.wrap(rest));
  }

  /** False if the file that was looked through is not the one with this hash: it has changed. */
  boolean isTheSame(String sha256) {
    return hashOfFirst == null || hashOfFirst.equals(sha256);
  }
}
