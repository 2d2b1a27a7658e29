package org.dawen.intake;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.zip.CRC32;

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
  private Summed first;
  private Summed second;

  ReadTwice(LandingFile file, InputStream bytes) throws IOException {
    this.file = file;
    this.rest = bytes;
    this.head = bytes.readNBytes(MOST_HELD_BYTES);
    this.isHeld = head.length < MOST_HELD_BYTES;
  }

  /** For the first time through. */
  InputStream first() throws IOException {
    if (isHeld) {
      return new ByteArrayInputStream(head);
    }
    LandingContent again = LandingContent.open(file);
    first = new Summed(again.bytes(), again);
    return first;
  }

  /** For reading. */
  InputStream second() {
    if (isHeld) {
      return new ByteArrayInputStream(head);
    }
    second =
        new Summed(
            new SequenceInputStream(new ByteArrayInputStream(head), new Unclosed(rest)), () -> {});
    return second;
  }

  /** False if other bytes were read than looked at: the file has changed in between. */
  boolean isTheSame() {
    boolean areBothThrough = !isHeld && first.isAtEnd && second.isAtEnd;
    return !areBothThrough || first.sum.getValue() == second.sum.getValue();
  }

  /** Stays open when a sequence ends: the hash of the file reads the last of its bytes. */
  private static final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public void close() {
      // whoever opened the file closes it
    }
  }

  /** Sums up what is read; closes what it was opened from. */
  private static final class Summed extends FilterInputStream {
    private final CRC32 sum = new CRC32();
    private final AutoCloseable source;
    private boolean isAtEnd;

    Summed(InputStream in, AutoCloseable source) {
      super(in);
      this.source = source;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int n = super.read(into, offset, length);
      isAtEnd |= n < 0;
      sum.update(into, offset, Math.max(n, 0));
      return n;
    }

    @Override
    public void close() throws IOException {
      try {
        source.close();
      } catch (IOException e) {
        throw e;
      } catch (Exception e) { // AutoCloseable declares it; LandingContent does not throw it
        throw new IOException(e);
      }
    }
  }
}
