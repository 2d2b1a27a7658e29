package org.dawen.codec.gb17691;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * Gives one frame or one stretch of unreadable bytes after another. Where synchrony is lost, the
 * next frame is found by its header, its length and its check byte. The bytes of a frame are in
 * {@link #bytes} until the next call.
 *
 * <p>A frame is {@code ##}, command (1), VIN (17), software version (1), encryption (1), length of
 * the data unit (2, big-endian), data unit, check byte; GB 17691-2018 annex Q.
 */
public abstract class FrameSource {
  /** Bytes before the data unit. */
  public static final int HEADER_BYTES = 24;

  /** Bytes around the data unit. */
  public static final int FRAME_BYTES = 25;

  /** Longest data unit. */
  public static final int MOST_DATA_BYTES = 65_531;

  /** The time of receipt is not told. */
  public static final long NOT_TOLD = Long.MIN_VALUE;

  /** At most so many bytes of an unreadable stretch are kept. */
  static final int MOST_KEPT_BYTES = 8_192;

  protected byte[] bytes;
  protected int offset;
  protected int length;
  protected long position;
  protected long span;
  protected long recordNo;
  protected long lineNo;
  protected long receivedAt = NOT_TOLD;
  protected FrameFault fault;

  /**
   * The frames of a landing file: binary or in hexadecimal digits by the ending of its name; where
   * that says nothing, by the first byte.
   */
  public static FrameSource of(String fileName, InputStream in) throws IOException {
    String name = fileName.toLowerCase(Locale.ROOT);
    if (name.endsWith(".hex") || name.endsWith(".hex.gz")) {
      return new HexFrames(in);
    }
    if (name.endsWith(".bin") || name.endsWith(".bin.gz")) {
      return new BinaryFrames(in);
    }
    BufferedInputStream first = new BufferedInputStream(in);
    first.mark(1);
    int b = first.read();
    first.reset();
    return b == '#' ? new BinaryFrames(first) : new HexFrames(first);
  }

  /** Moves to the next frame or fault; false at the end. */
  public abstract boolean next() throws IOException;

  /**
   * Finds where to begin when the bytes start in the middle of a file: at a record that a reader
   * from the beginning would very likely also find. Whoever reads a file in stretches must hold the
   * answer against where the reader of the stretch before ended.
   *
   * @param to where the stretch ends
   * @return false if none begins before that
   */
  public abstract boolean beginInMiddle(long to) throws IOException;

  /** Bytes of the file before the next record. */
  public abstract long nextPosition();

  /** True if the next record belongs to the stretch behind the one that ends there. */
  public abstract boolean isBeyond(long to);

  /** Why the bytes are no frame; null if they are one. */
  public final FrameFault fault() {
    return fault;
  }

  /** The buffer that holds the frame, or the first bytes of an unreadable stretch. */
  public final byte[] bytes() {
    return bytes;
  }

  /** Where in {@link #bytes} the frame begins. */
  public final int offset() {
    return offset;
  }

  /** Length of the frame, or of what is kept of an unreadable stretch. */
  public final int length() {
    return length;
  }

  /** Bytes of the (unpacked) file before the record. */
  public final long position() {
    return position;
  }

  /** Bytes of the (unpacked) file the record takes. */
  public final long span() {
    return span;
  }

  /** Place among the records of the file, from 1. */
  public final long recordNo() {
    return recordNo;
  }

  /** Line of the file, from 1; 0 if it has no lines. */
  public final long lineNo() {
    return lineNo;
  }

  /** Time of receipt as milliseconds since 1970, {@link #NOT_TOLD} if the file tells none. */
  public final long receivedAt() {
    return receivedAt;
  }

  /** Command of the frame. */
  public final int command() {
    return bytes[offset + 2] & 0xFF;
  }

  /** Encryption of the data unit: 1 none, 2 RSA, 3 SM2, 0xFE abnormal, 0xFF invalid. */
  public final int encryption() {
    return bytes[offset + 21] & 0xFF;
  }

  /** A declared length, or −1 if no frame can begin here. */
  static int declaredLength(byte[] b, int at) {
    if (b[at] != '#' || b[at + 1] != '#') {
      return -1;
    }
    int length = (b[at + 22] & 0xFF) << 8 | b[at + 23] & 0xFF;
    return length > MOST_DATA_BYTES ? -1 : length;
  }

  /** True if bytes look so much like the header of a frame that reading may go on here. */
  static boolean looksLikeHeader(byte[] b, int at) {
    int encryption = b[at + 21] & 0xFF;
    return b[at] == '#'
        && b[at + 1] == '#'
        && (encryption >= 1 && encryption <= 3 || encryption >= 0xFE)
        && declaredLength(b, at) >= 0
        && Vin.isPlausible(b, at + 3);
  }
}
