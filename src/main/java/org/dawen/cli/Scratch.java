package org.dawen.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.dawen.lake.Trouble;

/**
 * One folder for the temporary files of a run, Spark's among them, readable by this account alone.
 * A run that is killed leaves it; the next run of the account removes it. Whether its process still
 * lives is told by a lock in it, which the system frees.
 */
final class Scratch implements AutoCloseable {
  private static final String TEMPORARY = "java.io.tmpdir";
  private static final String PREFIX = "dawen-run-";
  private static final String HELD = "held";

  private final Path folder;
  private final FileChannel held;
  private final String before = System.getProperty(TEMPORARY);

  private Scratch(Path folder, FileChannel held) {
    this.folder = folder;
    this.held = held;
  }

  /**
   * Makes the folder and lets Spark and its libraries put their temporary files there until it is
   * closed.
   */
  static Scratch make() {
    Path place = Path.of(System.getProperty(TEMPORARY));
    try {
      Path folder = Files.createTempDirectory(place, PREFIX);
      removeLeft(place, folder);
      // Locked before it has its name: nobody ever sees it free.
      Path file = folder.resolve("." + HELD);
      FileChannel held =
          FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      held.lock();
      Files.move(file, folder.resolve(HELD), StandardCopyOption.ATOMIC_MOVE);
      Scratch scratch = new Scratch(folder, held);
      System.setProperty(TEMPORARY, folder.toString());
      return scratch;
    } catch (IOException e) {
      throw Trouble.usage(
          "The folder for temporary files (%s) cannot be written.".formatted(place),
          "Free space there or set TMPDIR.",
          e);
    }
  }

  private static void removeLeft(Path place, Path own) throws IOException {
    List<Path> others;
    try (Stream<Path> all = Files.list(place)) {
      others =
          all.filter(p -> p.getFileName().toString().startsWith(PREFIX) && !p.equals(own)).toList();
    }
    for (Path other : others) {
      try {
        if (Files.isDirectory(other, LinkOption.NOFOLLOW_LINKS)
            && Files.getOwner(other).equals(Files.getOwner(own))
            && isLeft(other)) {
          remove(other);
        }
      } catch (IOException | UncheckedIOException e) {
        // Another run removes it too, or it is not ours.
      }
    }
  }

  private static boolean isLeft(Path other) throws IOException {
    Path file = other.resolve(HELD);
    if (!Files.exists(file)) {
      return false; // being made
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // of this process
    }
  }

  Path folder() {
    return folder;
  }

  @Override
  public void close() throws IOException {
    System.setProperty(TEMPORARY, before);
    held.close();
    remove(folder);
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
