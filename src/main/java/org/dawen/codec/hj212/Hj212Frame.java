package org.dawen.codec.hj212;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Builds right frames, HJ 212-2017 table 2; the counterpart of {@link Hj212Reader}. */
public final class Hj212Frame {
  /** The longest data segment whose length four digits can declare, in bytes. */
  public static final int LONGEST_SEGMENT_BYTES = 9_999;

  private Hj212Frame() {}

  /**
   * {@code ##}, the length in bytes of UTF-8, the segment, its checksum, CR LF.
   *
   * @param segment {@code QN=…;ST=…;CN=…;PW=…;MN=…;Flag=…;CP=&&…&&}; its content is not checked
   * @throws IllegalArgumentException if the segment is longer than 9,999 bytes
   */
  public static String format(String segment) {
    byte[] bytes = segment.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > LONGEST_SEGMENT_BYTES) {
      throw new IllegalArgumentException(
          "The data segment has "
              + bytes.length
              + " bytes, but four digits declare at most 9999. Split it into parts (PNUM, PNO).");
    }
    return String.format(
        Locale.ROOT, "##%04d%s%s\r\n", bytes.length, segment, Crc16.hex(Crc16.of(bytes)));
  }

  /** The bytes of {@link #format} in UTF-8. */
  public static byte[] bytes(String segment) {
    return format(segment).getBytes(StandardCharsets.UTF_8);
  }
}
