package org.dawen.codec.gb17691;

import java.io.IOException;
import java.io.InputStream;

/** Frames one behind the other in a stream of bytes, of any length and in bounded memory. */
public final class BinaryFrames extends FrameSource {
  private static final int BUFFER_BYTES = 1 << 18;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final byte[] kept = new byte[MOST_KEPT_BYTES];
  private final DataUnit check = new DataUnit();
  private int start;
  private int end;
  private long base;
  private boolean isAtEnd;

  public BinaryFrames(InputStream in) {
    this(in, 0);
  }

  /** Goes on in the middle of a file, {@code position} bytes after its beginning. */
  public BinaryFrames(InputStream in, long position) {
    this.in = in;
    this.base = position;
  }

  @Override
  public boolean next() throws IOException {
    if (!ensure(1)) {
      return false;
    }
    recordNo++;
    int total = frameAtStart();
    if (total > 0) {
      fault = null;
      bytes = buffer;
      offset = start;
      length = total;
      position = base + start;
      span = total;
      start += total;
    } else {
      unreadable();
    }
    return true;
  }

  /** At what looks like a header: there a reader in step begins, and one that lost it goes on. */
  @Override
  public boolean beginInMiddle(long to) throws IOException {
    while (ensure(1) && nextPosition() < to) {
      if (mayBeginHere()) {
        return true;
      }
      start++;
    }
    return false;
  }

  @Override
  public long nextPosition() {
    return base + start;
  }

  @Override
  public boolean isBeyond(long to) {
    return nextPosition() >= to;
  }

  /** Length of the frame that begins here; 0 if none does. */
  private int frameAtStart() throws IOException {
    if (!ensure(FRAME_BYTES)) {
      return 0;
    }
    int data = declaredLength(buffer, start);
    if (data < 0) {
      return 0;
    }
    int total = data + FRAME_BYTES;
    boolean hasNext = ensure(total + 2);
    if (!hasNext && end - start < total) {
      return 0;
    }
    if (Checksum.of(buffer, start + 2, total - 3) != (buffer[start + total - 1] & 0xFF)) {
      return 0;
    }
    boolean isConfirmed =
        hasNext
            ? buffer[start + total] == '#' && buffer[start + total + 1] == '#'
            : end - start == total || isLineEnd(buffer[start + total]);
    // One check byte in 256 fits by chance: a length that nothing confirms must fit the data unit.
    return isConfirmed || fitsDataUnit(total) ? total : 0;
  }

  private static boolean isLineEnd(byte b) {
    return b == '\n' || b == '\r' || b == '#';
  }

  private boolean fitsDataUnit(int total) {
    int encryption = buffer[start + 21] & 0xFF;
    return looksLikeHeader(buffer, start)
        && encryption != 2
        && encryption != 3
        && check.read(buffer, start, total) == null
        && check.unknownBlocks() == 0;
  }

  /** Takes everything up to where a frame may begin again. */
  private void unreadable() throws IOException {
    position = base + start;
    lineNo = 0;
    boolean beginsLikeFrame = end - start >= 2 && buffer[start] == '#' && buffer[start + 1] == '#';
    int declared = end - start >= FRAME_BYTES ? declaredLength(buffer, start) : -1;
    int keptBytes = 0;
    long taken = 0;
    do {
      if (keptBytes < kept.length) {
        kept[keptBytes++] = buffer[start];
      }
      start++;
      taken++;
    } while (ensure(1) && !mayBeginHere());
    bytes = kept;
    offset = 0;
    length = keptBytes;
    span = taken;
    if (!beginsLikeFrame) {
      fault = FrameFault.NO_FRAME;
    } else if (declared >= 0 && taken == declared + FRAME_BYTES) {
      fault = FrameFault.CHECKSUM_MISMATCH;
    } else if (isAtEnd && start == end && (declared < 0 || taken < declared + FRAME_BYTES)) {
      fault = FrameFault.TRUNCATED;
    } else {
      fault = FrameFault.LENGTH_MISMATCH;
    }
  }

  private boolean mayBeginHere() throws IOException {
    return buffer[start] == '#' && ensure(FRAME_BYTES) && looksLikeHeader(buffer, start);
  }

  /** Makes so many bytes available from the start on; false if the stream ends before. */
  private boolean ensure(int count) throws IOException {
    if (end - start >= count) {
      return true;
    }
    if (isAtEnd) {
      return false;
    }
    System.arraycopy(buffer, start, buffer, 0, end - start);
    base += start;
    end -= start;
    start = 0;
    while (end < buffer.length) {
      int n = in.read(buffer, end, buffer.length - end);
      if (n < 0) {
        isAtEnd = true;
        break;
      }
      end += n;
      if (end >= count && n < 4096) {
        break;
      }
    }
    return end - start >= count;
  }
}
