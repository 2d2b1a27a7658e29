package org.dawen.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.dawen.lake.Sessions;
import org.dawen.lake.Trouble;

/**
 * One folder for the temporary files of a run, Spark's among them, readable by this account alone.
 * A run that is killed leaves it; the next run of the account removes it. Whether its process still
 * lives is told by a lock in it, which the system frees.
 */
final class Scratch implements AutoCloseable {
  private static final String TEMPORARY = "java.io.tmpdir";
  private static final String OF_SPARK = "spark.local.dir";
  private static final String PREFIX = "dawen-run-";
  private static final String HELD = "held";

  /** Not to be looked at: a process that closes a file loses every lock it has on it. */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel held;
  private final Map<String, String> before = new HashMap<>();

  private Scratch(Path folder, FileChannel held) {
    this.folder = folder;
    this.held = held;
    redirect(TEMPORARY);
    if (!ofSpark().isEmpty()) {
      redirect(OF_SPARK);
    }
  }

  private void redirect(String property) {
    before.put(property, System.getProperty(property));
    System.setProperty(property, folder.toString());
  }

  /** Where the operator wants what Spark shuffles on this machine; empty: not said, or many. */
  private static String ofSpark() {
    String said = System.getProperty(OF_SPARK, "");
    return Sessions.isSubmitted() || said.contains(",") ? "" : said;
  }

  /**
   * Makes the folder and lets Spark and its libraries put their temporary files there until it is
   * closed.
   */
  static Scratch make() {
    Path place = Path.of(ofSpark().isEmpty() ? System.getProperty(TEMPORARY) : ofSpark());
    try {
      Path folder = Files.createTempDirectory(place, PREFIX);
      OWN.add(folder);
      removeLeft(place, folder);
      // Locked before it has its name: nobody ever sees it free.
      Path file = folder.resolve("." + HELD);
      FileChannel held =
          FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      held.lock();
      Files.move(file, folder.resolve(HELD), StandardCopyOption.ATOMIC_MOVE);
      return new Scratch(folder, held);
    } catch (IOException e) {
      throw Trouble.usage(e, "scratch.not-writable", place);
    }
  }

  private static void removeLeft(Path place, Path own) throws IOException {
    List<Path> others;
    try (Stream<Path> all = Files.list(place)) {
      others =
          all.filter(p -> p.getFileName().toString().startsWith(PREFIX) && !OWN.contains(p))
              .toList();
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
    }
  }

  Path folder() {
    return folder;
  }

  @Override
  public void close() throws IOException {
    before.forEach(System::setProperty);
    held.close();
    remove(folder);
    OWN.remove(folder);
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
