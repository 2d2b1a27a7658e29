package org.dawen.codec.gb17691;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Frames for tests, and what is read of them. */
public final class Drives {
  public static final SecondRules RULES = new SecondRules(200, 250, 450, 500, 20, 30);
  static final String VIN = "LTATEST0000000001";
  public static final long START =
      VehicleTime.seconds(java.time.LocalDateTime.of(2024, 3, 4, 8, 0));

  private Drives() {}

  /** A warm truck at 60 km/h; figures vary with the second. */
  public static byte[] body(int second) {
    byte[] b = new byte[StreamBody.LENGTH];
    Signal.SPEED.write(60 + second % 3, b, 0);
    Signal.PRESSURE.write(100, b, 0);
    Signal.TORQUE.write(40 + second % 25, b, 0);
    Signal.FRICTION.write(10, b, 0);
    Signal.RPM.write(1500, b, 0);
    Signal.FUEL.write(15 + second % 7, b, 0);
    Signal.NOX_UP.write(800 + second, b, 0);
    Signal.NOX_DOWN.write(50 + second * 0.05, b, 0);
    Signal.REAGENT.write(60, b, 0);
    Signal.AIR.write(350, b, 0);
    Signal.SCR_IN.write(300 + second * 0.1, b, 0);
    Signal.SCR_OUT.write(280 + second * 0.1, b, 0);
    Signal.DPF.write(5, b, 0);
    Signal.COOLANT.write(85, b, 0);
    Signal.TANK.write(70, b, 0);
    Signal.LONGITUDE.write(117.129 + second * 0.0001, b, 0);
    Signal.LATITUDE.write(36.195, b, 0);
    Signal.ODOMETER.write(123_456.7 + second / 60, b, 0);
    return b;
  }

  /** Frames of ten seconds each. */
  static List<byte[]> frames(DataUnitLayout layout, int from, int to) {
    List<byte[]> frames = new ArrayList<>();
    for (int s = from; s < to; s += 10) {
      List<FrameWriter.Block> blocks = new ArrayList<>();
      for (int i = s; i < Math.min(to, s + 10); i++) {
        blocks.add(new FrameWriter.Block(DataUnit.STREAM, START + i, body(i)));
      }
      frames.add(FrameWriter.data(DataUnit.REALTIME, VIN, layout, s, blocks));
    }
    return frames;
  }

  static byte[] stream(List<byte[]> frames) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    frames.forEach(out::writeBytes);
    return out.toByteArray();
  }

  /** Every sample that is read, by vehicle and second. */
  static Map<String, String> samples(byte[] stream) throws IOException {
    Map<String, String> samples = new TreeMap<>();
    FrameSource frames = new BinaryFrames(new ByteArrayInputStream(stream));
    DataUnit unit = new DataUnit();
    while (frames.next()) {
      byte[] b = frames.bytes();
      int at = frames.offset();
      if (frames.fault() == null
          && Vin.isWellFormed(b, at + 3)
          && unit.read(b, at, frames.length()) == null) {
        for (int i = 0; i < unit.blocks(); i++) {
          samples.put(
              Vin.text(b, at + 3) + " " + unit.time(i),
              java.util.HexFormat.of()
                  .formatHex(b, unit.body(i), unit.body(i) + StreamBody.LENGTH));
        }
      }
    }
    return samples;
  }
}
