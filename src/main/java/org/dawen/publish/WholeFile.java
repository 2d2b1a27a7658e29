package org.dawen.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.dawen.lake.FileModes;
import org.dawen.lake.Trouble;

/** Writes a file whole or not at all: a reader never meets half of one. */
final class WholeFile {
  private WholeFile() {}

  static void write(Path file, byte[] content) {
    Path unfinished = Unfinished.of(file);
    try {
      FileModes.createDirectories(file.toAbsolutePath().getParent());
      try {
        FileModes.write(unfinished, content);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(unfinished);
      }
    } catch (IOException e) {
      throw Trouble.usage(e, "file.not-written", file, e.getMessage());
    }
  }
}
