package org.dawen.publish;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.dawen.lake.Trouble;

/** Writes a file whole or not at all: a reader never meets half of one. */
final class WholeFile {
  private WholeFile() {}

  static void write(Path file, byte[] content) {
    Path unfinished = file.resolveSibling("." + file.getFileName() + ".unfinished");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try {
        Files.write(unfinished, content);
        try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
          channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(unfinished);
      }
    } catch (IOException e) {
      throw Trouble.usage(
          "The file %s cannot be written: %s.".formatted(file, e.getMessage()),
          "See to space and rights there, or name another folder.",
          e);
    }
  }
}
