package org.dawen.codec.gb17691;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameSourceTest {
  private final byte[] frame = Drives.frames(DataUnitLayout.TYPED_SERIALS, 0, 10).get(0);

  private static List<String> faults(FrameSource frames) throws IOException {
    List<String> faults = new ArrayList<>();
    while (frames.next()) {
      faults.add(String.valueOf(frames.fault()));
    }
    return faults;
  }

  private static List<String> ofBytes(byte[]... parts) throws IOException {
    return faults(new BinaryFrames(new ByteArrayInputStream(Drives.stream(List.of(parts)))));
  }

  private static List<String> ofLines(String text) throws IOException {
    return faults(new HexFrames(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
  }

  private String hex() {
    return HexFormat.of().formatHex(frame);
  }

  @Test
  void aTruncatedLastFrameIsOneReject() throws IOException {
    byte[] cut = java.util.Arrays.copyOf(frame, frame.length - 5);
    assertThat(ofBytes(frame, cut)).containsExactly("null", "TRUNCATED");
  }

  @Test
  void aLengthThatLiesCostsItsFrameOnly() throws IOException {
    byte[] liar = frame.clone();
    liar[23] += 3;
    assertThat(ofBytes(frame, liar, frame)).containsExactly("null", "LENGTH_MISMATCH", "null");
  }

  @Test
  void aWrongCheckByteCostsItsFrameOnly() throws IOException {
    byte[] wrong = frame.clone();
    wrong[40] ^= 1;
    assertThat(ofBytes(frame, wrong, wrong, frame))
        .containsExactly("null", "CHECKSUM_MISMATCH", "CHECKSUM_MISMATCH", "null");
  }

  @Test
  void bytesBetweenFramesAreOneReject() throws IOException {
    assertThat(ofBytes(frame, "noise ## noise".getBytes(StandardCharsets.US_ASCII), frame))
        .containsExactly("null", "NO_FRAME", "null");
  }

  @Test
  void frameLongerThanTheBufferStepIsReadWhole() throws IOException {
    byte[] big = FrameWriter.frame(2, Drives.VIN, 2, new byte[65_531]);
    assertThat(ofBytes(frame, big, big, big, big, big, frame))
        .containsExactly("null", "null", "null", "null", "null", "null", "null");
  }

  @Test
  void linesMayCarryATimeOfReceipt() throws IOException {
    HexFrames frames =
        new HexFrames(
            new ByteArrayInputStream(
                ("2024-03-04T08:00:11+08:00\t" + hex() + "\r\n" + hex().toUpperCase())
                    .getBytes(StandardCharsets.US_ASCII)));
    assertThat(frames.next()).isTrue();
    assertThat(frames.fault()).isNull();
    assertThat(frames.receivedAt())
        .isEqualTo(java.time.Instant.parse("2024-03-04T00:00:11Z").toEpochMilli());
    assertThat(frames.next()).isTrue();
    assertThat(frames.fault()).isNull();
    assertThat(frames.receivedAt()).isEqualTo(FrameSource.NOT_TOLD);
    assertThat(frames.lineNo()).isEqualTo(2);
    assertThat(frames.position()).isEqualTo(26 + hex().length() + 2);
    assertThat(frames.next()).isFalse();
  }

  @Test
  void linesThatAreNoFramesHaveTheirReason() throws IOException {
    String wrong =
        hex().substring(0, 80) + (hex().charAt(80) == '0' ? '1' : '0') + hex().substring(81);
    assertThat(
            ofLines(
                String.join(
                    "\n",
                    hex(),
                    "",
                    "zz",
                    hex().substring(0, 60),
                    hex() + "00",
                    wrong,
                    "00" + hex())))
        .containsExactly(
            "null", "NOT_HEX", "TRUNCATED", "LENGTH_MISMATCH", "CHECKSUM_MISMATCH", "NO_FRAME");
  }

  @Test
  void vinsHoldCapitalsAndDigitsWithoutThoseThatLookAlike() {
    assertThat(Vin.isWellFormed("LTATEST0000000001".getBytes(StandardCharsets.US_ASCII), 0))
        .isTrue();
    for (String bad : List.of("LTATESTI000000001", "LTATEST000000000?", "LTATESTo000000001")) {
      assertThat(Vin.isWellFormed(bad.getBytes(StandardCharsets.US_ASCII), 0)).as(bad).isFalse();
    }
    assertThat(Vin.masked("LTATEST0000000001")).isEqualTo("LTA**********0001");
  }

  @Test
  void daysThatDoNotExistAreNoTimes() {
    assertThat(VehicleTime.seconds(new byte[] {23, 2, 29, 0, 0, 0}, 0)).isNegative();
    assertThat(VehicleTime.seconds(new byte[] {24, 2, 30, 0, 0, 0}, 0)).isNegative();
    assertThat(VehicleTime.seconds(new byte[] {24, 13, 1, 0, 0, 0}, 0)).isNegative();
    assertThat(VehicleTime.seconds(new byte[] {24, 1, 1, 24, 0, 0}, 0)).isNegative();
    for (String day :
        List.of("2000-02-29", "2024-02-29", "2024-03-01", "2026-12-31", "2099-12-31")) {
      long seconds = VehicleTime.seconds(java.time.LocalDate.parse(day).atTime(23, 59, 59));
      byte[] six = new byte[6];
      VehicleTime.write(seconds, six, 0);
      assertThat(VehicleTime.seconds(six, 0)).as(day).isEqualTo(seconds);
      assertThat(VehicleTime.day(seconds)).hasToString(day);
    }
  }

  @Test
  void unknownTypesEndWhatIsKnownOfAFrame() {
    byte[] unit = new byte[6 + 40 + 20];
    byte[] known = Drives.frames(DataUnitLayout.TYPED_SERIALS, 0, 1).get(0);
    System.arraycopy(known, 24, unit, 0, 46);
    unit[46] = (byte) 0x83;
    byte[] mixed = FrameWriter.frame(2, Drives.VIN, 1, unit);
    DataUnit read = new DataUnit();
    assertThat(read.read(mixed, 0, mixed.length)).isNull();
    assertThat(read.blocks()).isEqualTo(1);
    assertThat(read.unknownBlocks()).isEqualTo(1);
    assertThat(read.unknownType()).isEqualTo(0x83);
  }
}
