package org.dawen.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.dawen.codec.gb17691.SecondRules;

/** Frames that lie in landing files, and what is received of them, for tests of other rooms. */
public final class ReceivedParts {
  public static final SecondRules SECONDS = new SecondRules(200, 250, 450, 500, 20, 30);
  private static final ObdRules RULES = new ObdRules(SECONDS, 2018, 400, 2, 1 << 28);

  private ReceivedParts() {}

  /**
   * Writes the frames of each file below a landing folder and reads them.
   *
   * @param files every second one is compressed
   */
  public static List<ObdHour> of(Path root, List<List<byte[]>> files) throws IOException {
    Files.createDirectories(root.resolve("obd"));
    List<ObdHour> parts = new ArrayList<>();
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

  /** The parts of minutes in an hour. */
  public static List<ObdHour.Part> parts(ObdHour hour) {
    return new ObdHour.Figures(hour.vin(), hour.hourStart(), hour.packedFigures(), hour.fileId())
        .parts();
  }

  private static List<ObdHour> read(Path root, String fileId, int length) throws IOException {
    LandingFile file =
        LandingFile.of(fileId, "obd", root.resolve(fileId).toUri().toString(), length);
    ObdFeed feed = new ObdFeed(RULES);
    Emitter out = Emitter.ofSurvey(file);
    try (LandingContent landed = LandingContent.open(file)) {
      RecordCursor cursor = feed.open(file, StandardCharsets.UTF_8, landed.bytes());
      while (cursor.advance(out)) {
        // until the end
      }
    }
    List<ObdHour> parts = new ArrayList<>();
    for (KeptRows kept : out.kept()) {
      feed.unpack(kept, 0).forEachRemaining(row -> parts.add((ObdHour) row));
    }
    return parts;
  }
}
