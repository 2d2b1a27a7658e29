package org.dawen.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files that a killed run had begun to write into a lake and not yet given their names. */
public final class UnfinishedFiles {
  /**
   * Of Delta's log, of Dawen's notes and of its views; Hadoop's check files of both end in .crc.
   */
  private static final String NAMES =
      ".*{.tmp,.tmp.crc,.unfinished,.unfinished.crc,.unfinished.wal}";

  private UnfinishedFiles() {}

  /**
   * Removes them. To be called by the one who holds the lake alone. Data files that no commit names
   * are left to {@code maintain}.
   */
  public static void remove(Path lake) {
    try {
      List<Path> folders = new ArrayList<>(List.of(lake, lake.resolve(".lease")));
      folders.addAll(foldersIn(lake.resolve(".notes")));
      for (Path schema : foldersIn(lake)) {
        if (!schema.getFileName().toString().startsWith(".")) {
          foldersIn(schema).forEach(table -> folders.add(table.resolve("_delta_log")));
        }
      }
      for (Path folder : folders) {
        for (Path file : matching(folder, NAMES)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot clear away unfinished files in " + lake, e);
    }
  }

  private static List<Path> foldersIn(Path folder) throws IOException {
    return matching(folder, "*").stream().filter(Files::isDirectory).toList();
  }

  private static List<Path> matching(Path folder, String glob) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder, glob)) {
      paths.forEach(found::add);
    }
    return found;
  }
}
