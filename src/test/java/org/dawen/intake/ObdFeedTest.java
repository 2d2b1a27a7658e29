package org.dawen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.dawen.codec.gb17691.DataUnit;
import org.dawen.codec.gb17691.DataUnitLayout;
import org.dawen.codec.gb17691.FrameWriter;
import org.dawen.codec.gb17691.MinuteField;
import org.dawen.codec.gb17691.PackedMinutes;
import org.dawen.codec.gb17691.SecondRules;
import org.dawen.codec.gb17691.Signal;
import org.dawen.codec.gb17691.StreamBody;
import org.dawen.codec.gb17691.VehicleTime;
import org.dawen.lake.DaySet;
import org.junit.jupiter.api.Test;

/** Bad and odd OBD files without Spark: what is taken, what is rejected, that it adds up. */
class ObdFeedTest {
  private static final ObdRules RULES =
      new ObdRules(new SecondRules(200, 250, 450, 500, 20, 30), 2018, 400, 2, 1 << 28);
  private static final String VIN = "LTATEST0000000001";
  private static final long START = VehicleTime.seconds(LocalDateTime.of(2024, 3, 4, 23, 59, 50));

  private record Reading(
      FileAccount account, List<Row> rejects, List<Minute> minutes, List<ObdWording> infos) {
    List<String> reasons() {
      return rejects.stream().map(r -> r.getLong(2) + " " + r.getString(6)).toList();
    }
  }

  /** A part of a minute. */
  private record Minute(
      String vin, LocalDateTime minuteStart, long[] figures, String byteRanges, String fileId) {
    LocalDate dataDay() {
      return minuteStart.toLocalDate();
    }
  }

  private static List<Minute> minutes(ObdHour hour) {
    List<Minute> minutes = new ArrayList<>();
    List<String> ranges = PackedMinutes.byteRanges(hour.packedRanges());
    for (ObdHour.Part part : ReceivedParts.parts(hour)) {
      minutes.add(
          new Minute(
              hour.vin(),
              part.minuteStart(),
              part.figures(),
              ranges.get(minutes.size()),
              hour.fileId()));
    }
    assertThat(hour.partCount()).isEqualTo(minutes.size());
    assertThat(hour.secondCount())
        .isEqualTo(minutes.stream().mapToLong(ObdFeedTest::seconds).sum());
    assertThat(minutes).allMatch(m -> m.dataDay().equals(hour.dataDay()));
    return minutes;
  }

  private static Reading read(String path, byte[] bytes) throws IOException {
    LandingFile file = LandingFile.of(path, "obd", "", bytes.length);
    Emitter survey = Emitter.ofSurvey(file);
    run(file, bytes, survey);
    FileAccount account = survey.account("", "UTF-8");
    assertThat(account.addsUp()).isTrue();
    List<Minute> minutes = new ArrayList<>();
    List<ObdWording> infos = new ArrayList<>();
    for (KeptRows kept : survey.kept()) {
      new ObdFeed(RULES)
          .unpack(kept, 0)
          .forEachRemaining(
              row -> {
                if (row instanceof ObdHour hour) {
                  minutes.addAll(minutes(hour));
                } else {
                  infos.add((ObdWording) row);
                }
              });
    }
    assertThat(DaySet.of(minutes.stream().map(Minute::dataDay).collect(Collectors.toSet())))
        .isEqualTo(account.days(ObdTables.OBD_HOUR));
    assertThat(DaySet.of(infos.stream().map(ObdWording::dataDay).collect(Collectors.toSet())))
        .isEqualTo(account.days(ObdTables.OBD_INFO));
    return new Reading(
        account,
        survey.ready().stream().map(org.dawen.intake.Reading::row).toList(),
        minutes,
        infos);
  }

  private static long seconds(Minute minute) {
    return Long.bitCount(minute.figures()[MinuteField.SECOND_MAP.ordinal()]);
  }

  private static void run(LandingFile file, byte[] bytes, Emitter out) throws IOException {
    RecordCursor cursor =
        new ObdFeed(RULES).open(file, StandardCharsets.UTF_8, new ByteArrayInputStream(bytes));
    while (cursor.advance(out)) {
      // until the end
    }
  }

  private static byte[] glued(byte[]... frames) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] f : frames) {
      out.writeBytes(f);
    }
    return out.toByteArray();
  }

  private static byte[] frame(String vin, int command, long at, int seconds) {
    List<FrameWriter.Block> blocks = new ArrayList<>();
    for (int i = 0; i < seconds; i++) {
      byte[] b = new byte[StreamBody.LENGTH];
      Signal.SPEED.write(50, b, 0);
      blocks.add(new FrameWriter.Block(DataUnit.STREAM, at + i, b));
    }
    return FrameWriter.data(command, vin, DataUnitLayout.TYPED_SERIALS, 1, blocks);
  }

  private static byte[] frame() {
    return frame(VIN, DataUnit.REALTIME, START, 20);
  }

  @Test
  void aFrameAcrossMidnightGivesMinutesOfTwoDays() throws IOException {
    Reading r = read("obd/a.bin", frame());
    assertThat(r.account().days()).hasToString("2024-03-04..2024-03-05");
    assertThat(r.minutes()).hasSize(2);
    assertThat(r.minutes().get(0).minuteStart()).hasToString("2024-03-04T23:59");
    assertThat(seconds(r.minutes().get(0))).isEqualTo(10);
    assertThat(r.account().accepted()).isEqualTo(1);
    assertThat(r.account().values()).isEqualTo(20);
  }

  @Test
  void anExactRepetitionIsCountedAsOneAndChangesNoMinute() throws IOException {
    Reading once = read("obd/a.bin", frame());
    Reading twice = read("obd/a.bin", glued(frame(), frame()));
    assertThat(twice.account().duplicates()).isEqualTo(1);
    assertThat(twice.account().accepted()).isEqualTo(1);
    assertThat(twice.minutes().get(0).vin()).isEqualTo(VIN);
    assertThat(twice.minutes().get(0).minuteStart()).isEqualTo(once.minutes().get(0).minuteStart());
    assertThat(twice.minutes().get(0).figures()).containsExactly(once.minutes().get(0).figures());
  }

  @Test
  void aWrongVinBehindARightCheckByteIsRejectedAndKept() throws IOException {
    Reading r = read("obd/a.bin", glued(frame(), frame("LTAtest000000000?", 2, START, 1), frame()));
    assertThat(r.reasons()).containsExactly("2 BAD_VIN");
    assertThat(r.rejects().get(0).getString(8)).startsWith("2323024C5441746573743030");
  }

  @Test
  void clocksOf2000And2099AreRejectedAndTimeRunningBackIsNot() throws IOException {
    Reading r =
        read(
            "obd/a.bin",
            glued(
                frame(VIN, 2, VehicleTime.seconds(LocalDateTime.of(2000, 1, 1, 0, 0, 9)), 5),
                frame(VIN, 2, VehicleTime.seconds(LocalDateTime.of(2099, 1, 1, 0, 0, 9)), 5),
                frame(VIN, 2, START - 5, 3),
                frame(VIN, 2, START - 3600, 3)));
    assertThat(r.reasons()).containsExactly("1 CLOCK_OUT_OF_RANGE", "2 CLOCK_OUT_OF_RANGE");
    assertThat(r.minutes()).hasSize(2);
  }

  @Test
  void aFrameReceivedOnAnImpossibleDayIsRejected() throws IOException {
    String hex = HexFormat.of().formatHex(frame());
    Reading r =
        read(
            "obd/a.hex",
            ("1999-12-31T23:59:59+08:00\t%s\n2024-03-12T00:00:00+08:00\t%s\n".formatted(hex, hex))
                .getBytes(StandardCharsets.US_ASCII));
    assertThat(r.reasons()).containsExactly("1 DAY_OUT_OF_RANGE");
    assertThat(r.account().accepted()).isEqualTo(1);
  }

  @Test
  void aClockFarFromTheReceiptIsRejectedAndASlowOrResentFrameIsNot() throws IOException {
    // 24-03-12 05:37 sent in BCD, and read as binary: 2036-03-18 05:55.
    byte[] bcd = frame(VIN, 2, VehicleTime.seconds(LocalDateTime.of(2036, 3, 18, 5, 55)), 5);
    String lines =
        line("2024-03-12T05:37:05+08:00", bcd)
            + line("2024-03-05T00:00:10+08:00", frame())
            + line("2024-03-04T02:00:00+08:00", frame(VIN, 3, START, 3))
            + line("2025-03-04T00:00:00Z", frame(VIN, 3, START - 60, 3))
            + line("2025-06-04T00:00:00Z", frame(VIN, 3, START - 120, 3));
    Reading r = read("obd/a.hex", lines.getBytes(StandardCharsets.US_ASCII));
    assertThat(r.reasons()).containsExactly("1 CLOCK_OUT_OF_RANGE", "5 CLOCK_OUT_OF_RANGE");
    assertThat(r.rejects().get(0).getString(7))
        .contains("it shows 2036-03-18T05:55, received 2024-03-12T05:37:05 Beijing time");
    assertThat(r.account().days()).hasToString("2024-03-04..2024-03-05");
  }

  private static String line(String receivedAt, byte[] frame) {
    return receivedAt + "\t" + HexFormat.of().formatHex(frame) + "\n";
  }

  @Test
  void encryptedUnitsAreCountedAndKeptNotGuessed() throws IOException {
    byte[] secret = FrameWriter.frame(2, VIN, 3, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
    Reading r = read("obd/a.bin", glued(secret, frame()));
    assertThat(r.account().accepted()).isEqualTo(2);
    assertThat(r.account().rejectedValues()).isEqualTo(1);
    assertThat(r.reasons()).containsExactly("1 ENCRYPTED");
    assertThat(r.rejects().get(0).getString(8)).contains("0102030405060708090A");
  }

  @Test
  void otherCommandsAndUnknownTypesAreCounted() throws IOException {
    byte[] sync = FrameWriter.frame(DataUnit.TIME_SYNC, VIN, 1, new byte[0]);
    byte[] unit = new byte[6 + 40 + 9];
    System.arraycopy(frame(VIN, 2, START, 1), 24, unit, 0, 46);
    unit[46] = (byte) 0x85;
    byte[] mixed = FrameWriter.frame(2, VIN, 1, unit);
    Reading r = read("obd/a.bin", glued(sync, mixed, mixed.clone(), frame()));
    assertThat(r.account().otherCommands()).isEqualTo(1);
    assertThat(r.account().duplicates()).isEqualTo(1);
    assertThat(r.reasons()).containsExactly("2 UNKNOWN_TYPE");
    assertThat(r.minutes()).hasSize(2);
  }

  @Test
  void hexLinesAndBareGzipNamesAreRead() throws IOException {
    String hex = HexFormat.of().formatHex(frame());
    byte[] text =
        ("2024-03-05T00:00:20+08:00\t" + hex + "\n" + hex + "\n\nnot hex\n")
            .getBytes(StandardCharsets.US_ASCII);
    Reading r = read("obd/a.hex", text);
    assertThat(r.account().accepted()).isEqualTo(2);
    assertThat(r.reasons()).containsExactly("3 NOT_HEX");
    assertThat(r.rejects().get(0).getLong(3)).isEqualTo(4);
    assertThat(read("obd/a.gz", text).account().accepted()).isEqualTo(2);
    assertThat(read("obd/b.gz", frame()).account().accepted()).isEqualTo(1);
  }

  @Test
  void oneVinAtTwoPlacesAtOnceShowsAsConflict() throws IOException {
    byte[] here = new byte[StreamBody.LENGTH];
    Signal.LONGITUDE.write(117, here, 0);
    Signal.LATITUDE.write(36, here, 0);
    byte[] there = here.clone();
    Signal.LATITUDE.write(36.1, there, 0);
    Reading r =
        read(
            "obd/a.bin",
            glued(
                FrameWriter.data(
                    2,
                    VIN,
                    DataUnitLayout.SERIAL_FIRST,
                    1,
                    List.of(new FrameWriter.Block(DataUnit.STREAM, START, here))),
                FrameWriter.data(
                    2,
                    VIN,
                    DataUnitLayout.TIME_PER_BLOCK,
                    1,
                    List.of(new FrameWriter.Block(DataUnit.STREAM, START, there)))));
    long[] figures = r.minutes().get(0).figures();
    assertThat(figures[MinuteField.CONFLICT_SECONDS.ordinal()]).isEqualTo(1);
    assertThat(figures[MinuteField.CONFLICT_METRES.ordinal()]).isBetween(11_100L, 11_130L);
  }

  @Test
  void obdInformationIsOneRowAWordingAndDay() throws IOException {
    byte[] body = FrameWriter.info(2, 1, VIN, "CAL-1", "CVN-1", List.of(0x01020304, 0x05060708));
    byte[] a =
        FrameWriter.data(
            2,
            VIN,
            DataUnitLayout.TYPED_SERIALS,
            1,
            List.of(new FrameWriter.Block(1, START, body)));
    byte[] b =
        FrameWriter.data(
            2,
            VIN,
            DataUnitLayout.SIGNED_BLOCKS,
            2,
            List.of(new FrameWriter.Block(1, START + 5, body)));
    Reading r = read("obd/a.bin", glued(b, a));
    assertThat(r.infos()).hasSize(1);
    ObdWording info = r.infos().get(0);
    assertThat(info.firstAt()).hasToString("2024-03-04T23:59:50");
    assertThat(info.lastAt()).hasToString("2024-03-04T23:59:55");
    assertThat(info.content().isMilOn()).isTrue();
    assertThat(info.content().calid()).isEqualTo("CAL-1");
    assertThat(info.content().troubleCodesHex()).isEqualTo("01020304 05060708");
  }

  /** Repeats one frame without holding the file: ten gigabytes need no more memory than one. */
  @Test
  void aHugeFileOfOneVehicleHoldsFewMinutesOpen() throws IOException {
    int frames = 200_000;
    InputStream endless =
        new InputStream() {
          private int next;
          private byte[] current = new byte[0];
          private int at;

          @Override
          public int read() {
            if (at == current.length) {
              if (next == frames) {
                return -1;
              }
              current = frame(VIN, 2, START + 10L * next++, 10);
              at = 0;
            }
            return current[at++] & 0xFF;
          }
        };
    LandingFile file = LandingFile.of("obd/a.bin", "obd", "", 0);
    Emitter out = Emitter.ofSurvey(file);
    RecordCursor cursor = new ObdFeed(RULES).open(file, StandardCharsets.UTF_8, endless);
    long read = 0;
    while (cursor.advance(out)) {
      read++;
    }
    assertThat(read).isEqualTo(frames + 1);
    assertThat(out.account("", "").rows())
        .isEqualTo(1 + (frames * 10L - 10 + 3_599) / 3_600); // from ten seconds before an hour on
  }

  @Test
  void aFrameSentAgainHalfAnHourLaterFindsItsMinute() throws IOException {
    long minute = START + 10;
    byte[][] frames = new byte[32][];
    for (int i = 0; i < 31; i++) {
      frames[i] = frame(VIN, DataUnit.REALTIME, minute + 60L * i, 10);
    }
    frames[31] = frame(VIN, DataUnit.RESEND, minute + 30, 10);
    Reading r = read("obd/a.bin", glued(frames));
    assertThat(r.minutes()).hasSize(31);
    assertThat(
            r.minutes().stream()
                .filter(m -> m.minuteStart().toString().equals("2024-03-05T00:00"))
                .map(ObdFeedTest::seconds))
        .containsExactly(20L);
  }
}
