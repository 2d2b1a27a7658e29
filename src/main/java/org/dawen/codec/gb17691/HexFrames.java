package org.dawen.codec.gb17691;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * One frame in hexadecimal digits a line, optionally behind a time of receipt (ISO 8601; without
 * offset it is Beijing time) and a tab, comma or blank. Empty lines and lines that begin with
 * {@code //} are no records.
 */
public final class HexFrames extends FrameSource {
  private static final int MOST_LINE_BYTES = 1 << 18;
  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int start;
  private int end;
  private long base;
  private byte[] line = new byte[1024];
  private int lineLength;
  private long lineSpan;
  private byte[] frame = new byte[512];

  public HexFrames(InputStream in) {
    this(in, 0);
  }

  /** Goes on in the middle of a file, {@code position} bytes after its beginning. */
  public HexFrames(InputStream in, long position) {
    this.in = in;
    this.base = position;
  }

  @Override
  public boolean next() throws IOException {
    while (readLine()) {
      int from = firstNot(0, true);
      if (from == lineLength
          || line[from] == '/' && from + 1 < lineLength && line[from + 1] == '/') {
        continue;
      }
      recordNo++;
      span = lineSpan;
      take(from);
      return true;
    }
    return false;
  }

  /** The line that is cut, or begins exactly here, belongs to the stretch before. */
  @Override
  public boolean beginInMiddle(long to) throws IOException {
    readLine();
    lineNo = 0;
    return true;
  }

  @Override
  public long nextPosition() {
    return base + start;
  }

  @Override
  public boolean isBeyond(long to) {
    return nextPosition() > to;
  }

  private void take(int from) {
    int to = lineLength;
    while (to > from && isBlank(line[to - 1])) {
      to--;
    }
    int digits = from;
    receivedAt = NOT_TOLD;
    for (int i = from; i < to; i++) {
      if (line[i] == '\t' || line[i] == ' ' || line[i] == ',') {
        receivedAt =
            receipt(new String(line, from, i - from, java.nio.charset.StandardCharsets.US_ASCII));
        if (receivedAt != NOT_TOLD) {
          digits = i + 1;
        }
        break;
      }
    }
    int n = decode(digits, to);
    if (n < 0) {
      fail(FrameFault.NOT_HEX, from, to);
    } else if (n < 2 || frame[0] != '#' || frame[1] != '#') {
      fail(FrameFault.NO_FRAME, from, to);
    } else if (n < FRAME_BYTES) {
      fail(FrameFault.TRUNCATED, from, to);
    } else {
      int declared = declaredLength(frame, 0);
      if (declared + FRAME_BYTES > n) {
        fail(FrameFault.TRUNCATED, from, to);
      } else if (declared < 0 || declared + FRAME_BYTES < n) {
        fail(FrameFault.LENGTH_MISMATCH, from, to);
      } else if (Checksum.of(frame, 2, n - 3) != (frame[n - 1] & 0xFF)) {
        fail(FrameFault.CHECKSUM_MISMATCH, from, to);
      } else {
        fault = null;
        bytes = frame;
        offset = 0;
        length = n;
      }
    }
  }

  private void fail(FrameFault why, int from, int to) {
    fault = why;
    bytes = line;
    offset = from;
    length = Math.min(to - from, MOST_KEPT_BYTES);
  }

  /** Bytes decoded; −1 if the text is no hexadecimal digits. Blanks between digits are skipped. */
  private int decode(int from, int to) {
    if (frame.length < (to - from) / 2 + 1) {
      frame = new byte[(to - from) / 2 + 1];
    }
    int n = 0;
    int high = -1;
    for (int i = from; i < to; i++) {
      if (isBlank(line[i])) {
        continue;
      }
      int nibble = Character.digit(line[i] & 0xFF, 16);
      if (nibble < 0) {
        return -1;
      }
      if (high < 0) {
        high = nibble;
      } else {
        frame[n++] = (byte) (high << 4 | nibble);
        high = -1;
      }
    }
    return high >= 0 ? -1 : n;
  }

  private static long receipt(String text) {
    try {
      if (text.length() < 19 || text.charAt(10) != 'T') {
        return NOT_TOLD;
      }
      if (text.endsWith("Z")) {
        return Instant.parse(text).toEpochMilli();
      }
      return text.length() > 19 && (text.indexOf('+', 19) > 0 || text.indexOf('-', 19) > 0)
          ? OffsetDateTime.parse(text).toInstant().toEpochMilli()
          : LocalDateTime.parse(text).toInstant(ZoneOffset.ofHours(8)).toEpochMilli();
    } catch (DateTimeException e) {
      return NOT_TOLD;
    }
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\r';
  }

  private int firstNot(int from, boolean withMark) {
    int i = from;
    if (withMark && lineNo == 1 && lineLength >= 3 && (line[0] & 0xFF) == 0xEF) {
      i = 3;
    }
    while (i < lineLength && isBlank(line[i])) {
      i++;
    }
    return i;
  }

  private boolean readLine() throws IOException {
    lineLength = 0;
    lineSpan = 0;
    boolean any = false;
    while (start < end || fill()) {
      if (!any) {
        any = true;
        position = base + start;
      }
      int stop = start;
      while (stop < end && buffer[stop] != '\n') {
        stop++;
      }
      append(start, stop - start);
      boolean isWhole = stop < end;
      int taken = stop - start + (isWhole ? 1 : 0);
      lineSpan += taken;
      start += taken;
      if (isWhole) {
        break;
      }
    }
    if (any) {
      lineNo++;
    }
    return any;
  }

  /** Longer lines are cut: no frame comes near. */
  private void append(int from, int count) {
    int n = Math.min(count, MOST_LINE_BYTES - lineLength);
    if (lineLength + n > line.length) {
      line = Arrays.copyOf(line, Math.max(lineLength + n, 2 * line.length));
    }
    System.arraycopy(buffer, from, line, lineLength, n);
    lineLength += n;
  }

  private boolean fill() throws IOException {
    base += end;
    start = 0;
    end = 0;
    end = Math.max(0, in.read(buffer, 0, buffer.length));
    return end > 0;
  }
}
