package org.dawen.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.dawen.codec.gb17691.MinuteField;
import org.dawen.codec.gb17691.SecondRules;
import org.dawen.lake.Columns;
import org.dawen.lake.DaySet;
import org.dawen.lake.RowWriter;

/** Frames that lie in landing files, and what is received of them, for tests of other rooms. */
public final class ReceivedParts {
  public static final SecondRules SECONDS = new SecondRules(200, 250, 450, 500, 20, 30);
  private static final ObdRules RULES = new ObdRules(SECONDS, 2018, 400, 2, 1 << 28);

  /** A row of {@code received.obd_minute}. */
  public record Part(
      String vin, LocalDateTime minuteStart, long[] figures, String byteRanges, String fileId) {}

  private ReceivedParts() {}

  /**
   * Writes the frames of each file below a landing folder and reads them.
   *
   * @param files every second one is compressed
   */
  public static List<Part> of(Path root, List<List<byte[]>> files) throws IOException {
    Files.createDirectories(root.resolve("obd"));
    List<Part> parts = new ArrayList<>();
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
      parts.addAll(read(root, fileId, content.length));
    }
    return parts;
  }

  private static List<Part> read(Path root, String fileId, int length) throws IOException {
    LandingFile file =
        new LandingFile(
            fileId,
            "obd",
            root.resolve(fileId).toUri().toString(),
            length,
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
    List<Part> parts = new ArrayList<>();
    for (KeptRows kept : out.kept()) {
      feed.unpack(kept, 0, writer).forEachRemaining(row -> parts.add(part(row)));
    }
    return parts;
  }

  private static Part part(InternalRow row) {
    long[] figures = new long[MinuteField.COUNT];
    for (MinuteField field : MinuteField.values()) {
      int at = 3 + field.ordinal();
      figures[field.ordinal()] =
          row.isNullAt(at) ? Columns.NONE : field.isWide() ? row.getLong(at) : row.getInt(at);
    }
    return new Part(
        row.getUTF8String(0).toString(),
        LocalDateTime.ofEpochSecond(row.getLong(1) / 1_000_000, 0, ZoneOffset.UTC),
        figures,
        row.getUTF8String(3 + MinuteField.COUNT).toString(),
        row.getUTF8String(4 + MinuteField.COUNT).toString());
  }
}
