package org.dawen.codec.gb17691;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * What holds for every stream of bytes, in the form Jazzer calls: nothing is thrown, every byte
 * belongs to a frame or a reject, and what a data unit tells lies inside its frame.
 */
public final class FrameSourceFuzzer {
  private FrameSourceFuzzer() {}

  /**
   * The first byte chooses: raw frames, frames in hexadecimal digits, or the unit of a right frame.
   */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    if (input.length == 0) {
      return;
    }
    byte[] rest = Arrays.copyOfRange(input, 1, input.length);
    switch (input[0] & 3) {
      case 0 -> read(new BinaryFrames(new ByteArrayInputStream(rest)), rest.length);
      case 1 -> read(new HexFrames(new ByteArrayInputStream(rest)), -1);
      default -> {
        byte[] framed = framed(rest);
        read(new BinaryFrames(new ByteArrayInputStream(framed)), framed.length);
      }
    }
  }

  /** Any bytes as the data unit of a frame whose length and check byte are right. */
  private static byte[] framed(byte[] unit) {
    byte[] frame = new byte[FrameSource.FRAME_BYTES + unit.length];
    frame[0] = '#';
    frame[1] = '#';
    frame[2] = (byte) DataUnit.REALTIME;
    System.arraycopy(
        Drives.VIN.getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, frame, 3, 17);
    frame[20] = 1;
    frame[21] = 1;
    frame[22] = (byte) (unit.length >> 8);
    frame[23] = (byte) unit.length;
    System.arraycopy(unit, 0, frame, FrameSource.HEADER_BYTES, unit.length);
    for (int i = 2; i < frame.length - 1; i++) {
      frame[frame.length - 1] ^= frame[i];
    }
    return frame;
  }

  private static void read(FrameSource frames, long length) throws IOException {
    DataUnit unit = new DataUnit();
    long at = 0;
    long records = 0;
    while (frames.next()) {
      require(frames.recordNo() == ++records, "number");
      require(length < 0 || frames.position() == at, "place");
      at = frames.position() + frames.span();
      int end = frames.offset() + frames.length();
      require(frames.offset() >= 0 && end <= frames.bytes().length, "bytes");
      if (frames.fault() == null
          && unit.read(frames.bytes(), frames.offset(), frames.length()) == null) {
        for (int i = 0; i < unit.blocks(); i++) {
          require(unit.body(i) > frames.offset() && unit.body(i) <= end, "block");
        }
      }
    }
    require(length < 0 || at == length, "end");
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalStateException("the " + what + " of a record is wrong");
    }
  }
}
