package org.dawen.codec.hj212;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A stretch of a stream in memory: bytes from {@link #position} to {@link #limit} are ahead.
 * Indices and the array itself change whenever more is read, so whoever needs bytes asks first.
 */
final class ByteWindow {
  private static final int FIRST_ROOM = 1 << 15;

  /** Twice the longest look ahead of the reader and more. */
  private static final int MOST_ROOM = 1 << 18;

  /** Below this much free room bytes are moved to the front, lest reads become tiny. */
  private static final int LEAST_READ = 1 << 13;

  private final InputStream in;
  private byte[] bytes = new byte[FIRST_ROOM];
  private int position;
  private int limit;
  private long offsetOfFirst;
  private long lineFeeds;
  private boolean isAtEnd;

  ByteWindow(InputStream in) {
    this.in = in;
  }

  byte[] bytes() {
    return bytes;
  }

  int position() {
    return position;
  }

  int limit() {
    return limit;
  }

  /** True if nothing follows behind the limit. */
  boolean endsAtLimit() {
    return isAtEnd;
  }

  /** Bytes of the stream before the position. */
  long offset() {
    return offsetOfFirst + position;
  }

  /** Line of the position, from 1. */
  long lineNo() {
    return lineFeeds + 1;
  }

  /** True if so many bytes are ahead, reading them if need be. */
  boolean has(int count) throws IOException {
    if (limit - position >= count) {
      return true;
    }
    while (!isAtEnd && limit - position < count) {
      readMore();
    }
    return limit - position >= count;
  }

  /** Reads at least one byte more, or finds the end. The caller leaves room for it. */
  void readMore() throws IOException {
    if (position > 0 && bytes.length - limit < LEAST_READ) {
      System.arraycopy(bytes, position, bytes, 0, limit - position);
      offsetOfFirst += position;
      limit -= position;
      position = 0;
    }
    if (bytes.length - limit < LEAST_READ && bytes.length < MOST_ROOM) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
    int read = in.read(bytes, limit, bytes.length - limit);
    if (read < 0) {
      isAtEnd = true;
    } else {
      limit += read;
    }
  }

  /** Moves the position forward, counting lines. */
  void skipTo(int index) {
    lineFeeds += ByteScan.count(bytes, position, index, (byte) '\n');
    position = index;
  }
}
