package org.dawen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.dawen.codec.gb17691.DataUnit;
import org.dawen.codec.gb17691.FrameWriter;
import org.dawen.codec.gb17691.Layout;
import org.dawen.codec.gb17691.MinuteField;
import org.dawen.codec.gb17691.SecondRules;
import org.dawen.codec.gb17691.Signal;
import org.dawen.codec.gb17691.StreamBody;
import org.dawen.codec.gb17691.VehicleTime;
import org.dawen.lake.DaySet;
import org.dawen.lake.RowWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Minutes are a function of the frames, whatever files they come in. */
class ObdMinutesTest {
  private static final ObdRules RULES =
      new ObdRules(new SecondRules(200, 250, 450, 500, 20, 30), 2018, 400, 2, 1 << 28);
  private static final long START = VehicleTime.seconds(LocalDateTime.of(2024, 3, 4, 8, 0, 0));

  @TempDir private Path folder;

  /** Frames of four vehicles over twenty minutes, one of them at two places at once. */
  private static List<byte[]> frames(Random random) {
    List<byte[]> frames = new ArrayList<>();
    for (int vehicle = 0; vehicle < 4; vehicle++) {
      String vin = "LTATEST%010d".formatted(vehicle);
      Layout layout = Layout.values()[vehicle];
      long at = START + random.nextInt(60);
      frames.add(FrameWriter.login(vin, at, 1, "8986%016d".formatted(vehicle)));
      for (int i = 0; i < 120; i++, at += 10) {
        if (random.nextInt(20) == 0) {
          continue;
        }
        for (int copy = 0; copy <= (vehicle == 3 ? 1 : 0); copy++) {
          List<FrameWriter.Block> blocks = new ArrayList<>();
          for (int s = 0; s < 10; s++) {
            byte[] b = new byte[StreamBody.LENGTH];
            random.nextBytes(b);
            Signal.SPEED.write(random.nextInt(90), b, 0);
            blocks.add(new FrameWriter.Block(DataUnit.STREAM, at + s, b));
          }
          int command = random.nextInt(30) == 0 ? DataUnit.RESEND : DataUnit.REALTIME;
          frames.add(FrameWriter.data(command, vin, layout, i, blocks));
        }
      }
      frames.add(FrameWriter.logout(vin, at, 9));
    }
    return frames;
  }

  private List<String> minutes(String name, List<List<byte[]>> files) throws IOException {
    Path root = folder.resolve(name);
    Files.createDirectories(root.resolve("obd"));
    List<InternalRow> parts = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      boolean isGzip = i % 2 == 1;
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      files.get(i).forEach(bytes::writeBytes);
      byte[] content = bytes.toByteArray();
      String fileId = "obd/part%d.bin%s".formatted(i, isGzip ? ".gz" : "");
      if (isGzip) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
          gzip.write(content);
        }
        content = packed.toByteArray();
      }
      Files.write(root.resolve(fileId), content);
      LandingFile file =
          new LandingFile(
              fileId,
              "obd",
              root.resolve(fileId).toUri().toString(),
              content.length,
              "",
              "new",
              "",
              "",
              DaySet.NONE,
              "",
              false,
              false);
      ObdFeed feed = new ObdFeed(RULES);
      Emitter out = Emitter.ofEverything(file);
      try (LandingContent landed = LandingContent.open(file)) {
        RecordCursor cursor = feed.open(file, StandardCharsets.UTF_8, landed.bytes());
        while (cursor.advance(out)) {
          // until the end
        }
      }
      RowWriter writer = new RowWriter(ObdTables.OBD_MINUTE.columns().size());
      for (KeptRows kept : out.kept()) {
        feed.unpack(kept, 0, writer).forEachRemaining(r -> parts.add(r.copy()));
      }
    }
    int second = 3 + MinuteField.FIRST_SECOND.ordinal();
    int hash = 3 + MinuteField.SAMPLE_HASH.ordinal();
    parts.sort(
        Comparator.comparing((InternalRow r) -> r.getUTF8String(0).toString())
            .thenComparing(r -> r.getLong(1))
            .thenComparing(r -> r.isNullAt(second) ? -1 : r.getInt(second))
            .thenComparing(r -> r.getLong(hash)));
    Iterator<InternalRow> joined =
        new ObdMinutes.Join(root.toString(), RULES.seconds(), 600).call(parts.iterator());
    List<String> minutes = new ArrayList<>();
    int unresolved = ObdTables.JOINED_MINUTE.size() - 1;
    joined.forEachRemaining(
        r -> minutes.add(r.getBoolean(unresolved) + " " + r.getLong(1) + " " + r));
    return minutes;
  }

  @Test
  void shuffledRepeatedAndSplitFilesGiveTheSameMinutes() throws IOException {
    for (int seed = 0; seed < 25; seed++) {
      Random random = new Random(seed);
      List<byte[]> frames = frames(random);
      List<String> expected = minutes("whole" + seed, List.of(frames));
      assertThat(expected).allMatch(m -> m.startsWith("false "));

      List<byte[]> mixed = new ArrayList<>(frames);
      for (int i = 0; i < frames.size() / 5; i++) {
        mixed.add(frames.get(random.nextInt(frames.size())));
      }
      Collections.shuffle(mixed, random);
      List<List<byte[]>> files = new ArrayList<>();
      int count = 1 + random.nextInt(5);
      for (int i = 0; i < count; i++) {
        files.add(mixed.subList(mixed.size() * i / count, mixed.size() * (i + 1) / count));
      }
      assertThat(minutes("mixed" + seed, files)).isEqualTo(expected);
    }
  }
}
