package org.dawen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.dawen.codec.gb17691.DataUnit;
import org.dawen.codec.gb17691.DataUnitLayout;
import org.dawen.codec.gb17691.FrameWriter;
import org.dawen.codec.gb17691.MinuteField;
import org.dawen.codec.gb17691.SecondRules;
import org.dawen.codec.gb17691.Signal;
import org.dawen.codec.gb17691.StreamBody;
import org.dawen.codec.gb17691.VehicleTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A large file read in slices gives what one reader would give. */
class FileSliceTest {
  private static final long START = VehicleTime.seconds(LocalDateTime.of(2024, 3, 4, 8, 0, 0));
  private static final ObdRules RULES =
      new ObdRules(new SecondRules(200, 250, 450, 500, 20, 30), 2018, 400, 2, 1 << 28);

  @TempDir private Path folder;

  /** What tasks found in a file, as the taking-in would see it. */
  private record Found(
      FileAccount account,
      SlicedFiles sliced,
      List<String> rejects,
      List<String> infos,
      Map<String, Long> seconds) {}

  private static byte[] frame(Random random, int vehicle, long at) {
    List<FrameWriter.Block> blocks = new ArrayList<>();
    boolean isInfo = random.nextInt(40) == 0;
    if (isInfo) {
      blocks.add(
          new FrameWriter.Block(
              DataUnit.INFO,
              at,
              FrameWriter.info(2, 0, vin(vehicle), "CAL" + random.nextInt(3), "CVN", List.of())));
    } else {
      for (int i = 0; i < 10; i++) {
        byte[] b = new byte[StreamBody.LENGTH];
        random.nextBytes(b);
        Signal.SPEED.write(random.nextInt(90), b, 0);
        blocks.add(new FrameWriter.Block(DataUnit.STREAM, at + i, b));
      }
    }
    return FrameWriter.data(
        DataUnit.REALTIME,
        vin(vehicle),
        DataUnitLayout.TYPED_SERIALS,
        random.nextInt(60_000),
        blocks);
  }

  private static String vin(int vehicle) {
    return "LTATEST%010d".formatted(vehicle);
  }

  /** Frames of five vehicles, now and then garbage, a flipped bit, a cut frame. */
  private static byte[] binary(long seed, int frames) {
    Random random = new Random(seed);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < frames; i++) {
      byte[] f = frame(random, i % 5, START + i / 5 * 10L);
      int what = random.nextInt(60);
      if (what == 0) {
        f[24 + random.nextInt(f.length - 24)] ^= (byte) (1 << random.nextInt(8));
      } else if (what == 1) {
        f = java.util.Arrays.copyOf(f, random.nextInt(f.length));
      } else if (what == 2) {
        out.writeBytes("##garbage##".getBytes(StandardCharsets.US_ASCII));
      }
      out.writeBytes(f);
    }
    return out.toByteArray();
  }

  private Found read(String name, byte[] bytes, long sliceBytes) throws IOException {
    Path path = folder.resolve(name);
    Files.write(path, bytes);
    LandingFile file = LandingFile.of("obd/" + name, "obd", path.toUri().toString(), bytes.length);
    ObdFeed feed =
        new ObdFeed(new ObdRules(RULES.seconds(), RULES.firstYear(), 400, 2, sliceBytes));
    List<Object> found = new ArrayList<>();
    FileReading.survey(FileReading.Task.of(feed, file).iterator()).forEachRemaining(found::add);
    SlicedFiles sliced = SlicedFiles.of(found);
    FileAccount account =
        found.stream()
            .filter(o -> o instanceof FileAccount)
            .map(o -> (FileAccount) o)
            .findFirst()
            .orElseGet(() -> sliced.accounts().isEmpty() ? null : sliced.accounts().get(0));
    if (account == null) {
      return new Found(null, sliced, List.of(), List.of(), Map.of());
    }
    List<String> rejects = new ArrayList<>();
    FileReading.rejects(sliced, found.iterator()).forEachRemaining(r -> rejects.add(r.toString()));
    List<String> infos = new ArrayList<>();
    unpacked(feed, ObdTables.OBD_INFO, account, sliced, found)
        .forEachRemaining(
            r -> {
              ObdWording told = (ObdWording) r;
              infos.add(told.vin() + told.content().calid() + told.firstAt());
            });
    Map<String, Long> seconds = new TreeMap<>();
    unpacked(feed, ObdTables.OBD_HOUR, account, sliced, found)
        .forEachRemaining(
            r -> {
              ObdHour hour = (ObdHour) r;
              ReceivedParts.parts(hour)
                  .forEach(
                      part ->
                          seconds.merge(
                              hour.vin() + part.minuteStart(),
                              part.figures()[MinuteField.SAMPLE_HASH.ordinal()],
                              Long::sum));
            });
    return new Found(account, sliced, rejects, infos, seconds);
  }

  private static Iterator<Record> unpacked(
      ObdFeed feed,
      org.dawen.lake.Table table,
      FileAccount account,
      SlicedFiles sliced,
      List<Object> found) {
    return new FileReading.Unpack(feed, table, List.of(account), sliced).call(found.iterator());
  }

  @Test
  void slicesGiveTheRecordsRejectsAndSecondsOfOneReader() throws IOException {
    int sliced = 0;
    for (int seed = 0; seed < 40; seed++) {
      byte[] bytes = binary(seed, 400);
      Found whole = read("whole.bin", bytes, 1 << 28);
      Found parts = read("parts.bin", bytes, 20_000 + 100 * seed);
      if (parts.account() == null) {
        assertThat(parts.sliced().doubtful()).hasSize(1);
        continue;
      }
      sliced++;
      assertThat(parts.account().sha256()).isEqualTo(whole.account().sha256());
      assertThat(parts.account().addsUp()).isTrue();
      assertThat(parts.account().records()).isEqualTo(whole.account().records());
      assertThat(parts.account().values()).isEqualTo(whole.account().values());
      assertThat(parts.account().rejects()).isEqualTo(whole.account().rejects());
      assertThat(parts.rejects())
          .isEqualTo(whole.rejects().stream().map(r -> r.replace("whole", "parts")).toList());
      assertThat(new java.util.TreeSet<>(parts.infos()))
          .containsAll(new java.util.TreeSet<>(whole.infos()));
      // The hash of a minute is the sum of the hashes of its seconds, however it is cut.
      assertThat(parts.seconds()).isEqualTo(whole.seconds());
    }
    assertThat(sliced).isGreaterThan(35);
  }

  @Test
  void slicesOfHexLinesGiveTheRecordsAndLinesOfOneReader() throws IOException {
    Random random = new Random(5);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      text.append(HexFormat.of().formatHex(frame(random, i % 5, START + i / 5 * 10L)));
      text.append(i % 7 == 0 ? "\r\n" : "\n");
      if (i % 11 == 0) {
        text.append("no digits\n\n// a remark\n");
      }
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
    Found whole = read("whole.hex", bytes, 1 << 28);
    for (long size : new long[] {3_000, 4_097, 20_000, 50_001}) {
      Found parts = read("parts.hex", bytes, size);
      assertThat(parts.sliced().doubtful()).isEmpty();
      assertThat(parts.account().records()).isEqualTo(whole.account().records());
      assertThat(parts.rejects())
          .isEqualTo(whole.rejects().stream().map(r -> r.replace("whole", "parts")).toList());
      assertThat(parts.seconds()).isEqualTo(whole.seconds());
    }
  }

  @Test
  void aFileInWhichNoRecordBeginsIsReadInOnePiece() throws IOException {
    byte[] bytes = new byte[100_000];
    Found parts = read("parts.bin", bytes, 10_000);
    assertThat(parts.account()).isNull();
    assertThat(parts.sliced().doubtful()).hasSize(1);
  }

  @Test
  void aSliceThatIsReadAgainAfterTheFileChangedIsRefused() throws IOException {
    byte[] bytes = binary(1, 400);
    Found before = read("parts.bin", bytes, 30_000);
    bytes[60_000] ^= 1;
    Path path = folder.resolve("parts.bin");
    Files.write(path, bytes);
    ObdFeed feed = new ObdFeed(new ObdRules(RULES.seconds(), 2018, 400, 2, 30_000));
    List<Object> again = new ArrayList<>();
    FileReading.survey(FileReading.Task.of(feed, before.account().file()).iterator())
        .forEachRemaining(again::add);
    Iterator<Record> rows =
        unpacked(feed, ObdTables.OBD_HOUR, before.account(), before.sliced(), again);
    Map<String, String> said = new HashMap<>();
    try {
      rows.forEachRemaining(r -> {});
    } catch (java.io.UncheckedIOException e) {
      said.put("why", e.getMessage());
    }
    assertThat(said.get("why")).contains(FileReading.CHANGED + "obd/parts.bin");
  }
}
