package org.dawen.codec.gb17691;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes frames, for generated cities and tests: the reverse of {@link DataUnit}. */
public final class FrameWriter {
  private FrameWriter() {}

  /** A body of the engine stream or of OBD information with its time. */
  public record Block(int type, long time, byte[] body) {}

  /** A real-time frame (02) or one sent again (03). */
  public static byte[] data(
      int command, String vin, DataUnitLayout layout, int serial, List<Block> blocks) {
    ByteArrayOutputStream unit = new ByteArrayOutputStream();
    time(unit, blocks.isEmpty() ? 0 : blocks.get(0).time());
    if (layout != DataUnitLayout.TYPED_SERIALS) {
      two(unit, serial);
    }
    int next = serial;
    for (Block block : blocks) {
      unit.write(block.type());
      if (layout == DataUnitLayout.TYPED_SERIALS) {
        two(unit, next++);
      } else if (layout == DataUnitLayout.TIME_PER_BLOCK) {
        time(unit, block.time());
      }
      unit.writeBytes(block.body());
      if (layout == DataUnitLayout.SIGNED_BLOCKS) {
        signature(unit);
      }
    }
    if (layout == DataUnitLayout.TIME_PER_BLOCK) {
      signature(unit);
    }
    return frame(command, vin, 1, unit.toByteArray());
  }

  /** Login (01) with the number of the SIM card. */
  public static byte[] login(String vin, long time, int serial, String iccid) {
    ByteArrayOutputStream unit = new ByteArrayOutputStream();
    time(unit, time);
    two(unit, serial);
    unit.writeBytes(fixed(iccid, 20));
    return frame(DataUnit.LOGIN, vin, 1, unit.toByteArray());
  }

  /** Logout (04). */
  public static byte[] logout(String vin, long time, int serial) {
    ByteArrayOutputStream unit = new ByteArrayOutputStream();
    time(unit, time);
    two(unit, serial);
    return frame(DataUnit.LOGOUT, vin, 1, unit.toByteArray());
  }

  /** The body of OBD information. */
  public static byte[] info(
      int protocol, int mil, String vin, String calid, String cvn, List<Integer> troubleCodes) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write(protocol);
    body.write(mil);
    two(body, 0x00FF);
    two(body, 0);
    body.writeBytes(fixed(vin, 17));
    body.writeBytes(fixed(calid, 18));
    body.writeBytes(fixed(cvn, 18));
    body.writeBytes(new byte[36]);
    body.write(troubleCodes.size());
    for (int code : troubleCodes) {
      two(body, code >>> 16);
      two(body, code);
    }
    return body.toByteArray();
  }

  /** Any data unit in a frame with length and check byte. */
  public static byte[] frame(int command, String vin, int encryption, byte[] unit) {
    byte[] frame = new byte[unit.length + FrameSource.FRAME_BYTES];
    frame[0] = '#';
    frame[1] = '#';
    frame[2] = (byte) command;
    System.arraycopy(vin.getBytes(StandardCharsets.ISO_8859_1), 0, frame, 3, Vin.LENGTH);
    frame[20] = 1;
    frame[21] = (byte) encryption;
    frame[22] = (byte) (unit.length >>> 8);
    frame[23] = (byte) unit.length;
    System.arraycopy(unit, 0, frame, FrameSource.HEADER_BYTES, unit.length);
    frame[frame.length - 1] = (byte) Checksum.of(frame, 2, frame.length - 3);
    return frame;
  }

  private static void time(ByteArrayOutputStream out, long seconds) {
    byte[] six = new byte[VehicleTime.LENGTH];
    VehicleTime.write(seconds, six, 0);
    out.writeBytes(six);
  }

  private static void two(ByteArrayOutputStream out, int value) {
    out.write(value >>> 8);
    out.write(value);
  }

  private static void signature(ByteArrayOutputStream out) {
    for (int part = 0; part < 2; part++) {
      out.write(32);
      for (int i = 0; i < 32; i++) {
        out.write('A' + part);
      }
    }
  }

  private static byte[] fixed(String text, int length) {
    byte[] bytes = new byte[length];
    byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(ascii, 0, bytes, 0, Math.min(length, ascii.length));
    return bytes;
  }
}
