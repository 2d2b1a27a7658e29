package org.dawen.source;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The factors of one packet as bytes, for the way from where they were read to where their day is
 * computed: what all factors of a packet share goes with them once. Written and read in the same
 * order.
 */
final class PacketBytes {
  private static final int NULL = -1;

  private byte[] bytes = new byte[1024];
  private int at;

  /** To write from the beginning. */
  PacketBytes clear() {
    at = 0;
    return this;
  }

  /** To read these bytes from the beginning. */
  PacketBytes open(byte[] written) {
    bytes = written;
    at = 0;
    return this;
  }

  /** What was written, up to {@link #length}. */
  byte[] bytes() {
    return bytes;
  }

  int length() {
    return at;
  }

  private ByteBuffer room(int size) {
    if (at + size > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, at + size));
    }
    return ByteBuffer.wrap(bytes);
  }

  void putLong(long value) {
    room(Long.BYTES).putLong(at, value);
    at += Long.BYTES;
  }

  void putInt(int value) {
    room(Integer.BYTES).putInt(at, value);
    at += Integer.BYTES;
  }

  void putByte(int value) {
    room(1).put(at++, (byte) value);
  }

  /** Null is another text than none. */
  void putText(UTF8String text) {
    if (text == null) {
      putInt(NULL);
      return;
    }
    int length = text.numBytes();
    putInt(length);
    room(length);
    text.writeToMemory(bytes, org.apache.spark.unsafe.Platform.BYTE_ARRAY_OFFSET + at);
    at += length;
  }

  long takeLong() {
    at += Long.BYTES;
    return ByteBuffer.wrap(bytes).getLong(at - Long.BYTES);
  }

  int takeInt() {
    at += Integer.BYTES;
    return ByteBuffer.wrap(bytes).getInt(at - Integer.BYTES);
  }

  int takeByte() {
    return bytes[at++];
  }

  /** A text that stands in the bytes read, or null. */
  UTF8String takeText() {
    int length = takeInt();
    if (length == NULL) {
      return null;
    }
    at += length;
    return UTF8String.fromBytes(bytes, at - length, length);
  }

  boolean isAtEnd(int length) {
    return at >= length;
  }
}
