package org.dawen.publish;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Office files without the time at which they were made: a clock makes each issue another file. */
final class TimelessZip {
  /** A zip entry has no time before 1980. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private TimelessZip() {}

  /** The same archive with that time everywhere. */
  static byte[] of(byte[] archive) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(archive.length);
    // The libraries write archives for readers that begin at the end of the file.
    Path scratch =
        Files.createTempFile(Path.of(System.getProperty("java.io.tmpdir")), "dawen-", ".zip");
    try {
      Files.write(scratch, archive);
      try (ZipFile in = new ZipFile(scratch.toFile());
          ZipOutputStream out = new ZipOutputStream(bytes)) {
        for (ZipEntry e : Collections.list(in.entries())) {
          ZipEntry same = new ZipEntry(e.getName());
          same.setTimeLocal(NO_TIME);
          out.putNextEntry(same);
          out.write(timeless(e.getName(), in.getInputStream(e).readAllBytes()));
          out.closeEntry();
        }
      }
    } finally {
      Files.deleteIfExists(scratch);
    }
    return bytes.toByteArray();
  }

  private static byte[] timeless(String entry, byte[] content) {
    return entry.equals("docProps/core.xml")
        ? new String(content, StandardCharsets.UTF_8)
            .replaceAll(
                "(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)",
                "$11980-01-01T00:00:00Z$2")
            .getBytes(StandardCharsets.UTF_8)
        : content;
  }
}
