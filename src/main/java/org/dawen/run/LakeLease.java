package org.dawen.run;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.dawen.lake.FileModes;
import org.dawen.lake.Message;
import org.dawen.lake.NewFile;
import org.dawen.lake.Trouble;

/**
 * One writer a lake where processes share no file lock: a lease that its holder renews, as a
 * numbered file in {@code <lake>/.lease}. A number is taken by creating its file, which only one
 * can; whoever finds a higher number than its own has lost the lake and commits nothing more
 * (fencing).
 *
 * <p>No clock is compared: a lease whose text does not change while it is watched is dead. That of
 * a process of this machine that no longer runs is dead at once (docs/decisions/0047).
 */
public final class LakeLease implements AutoCloseable {
  private static final Duration RENEW_EVERY = Duration.ofSeconds(4);
  private static final Duration WATCH = Duration.ofSeconds(15);
  private static final int DIGITS = 12;

  /** The content of the file of a released lease; the file stays, so that no number comes twice. */
  private static final String RELEASED = "released";

  private final Path folder;
  private final Configuration hadoop;
  private final long number;
  private final String owner = UUID.randomUUID().toString();
  private final Thread renewing;
  private long renewals;
  private volatile boolean isOver;

  private LakeLease(Path folder, Configuration hadoop, long number) {
    this.folder = folder;
    this.hadoop = hadoop;
    this.number = number;
    this.renewing = new Thread(this::renewUntilOver, "lake-lease");
    renewing.setDaemon(true);
  }

  /** Takes the lease or fails with exit code 5. */
  public static LakeLease take(String lake, Configuration hadoop, Progress progress) {
    return take(lake, hadoop, progress, WATCH);
  }

  static LakeLease take(String lake, Configuration hadoop, Progress progress, Duration watch) {
    Path folder = new Path(lake + "/.lease");
    try {
      FileSystem fs = folder.getFileSystem(hadoop);
      fs.mkdirs(folder);
      long newest = newest(fs, folder);
      boolean isFree = newest == 0 || read(fs, file(folder, newest)).equals(RELEASED);
      if (!isFree && isAlive(fs, file(folder, newest), watch)) {
        throw LakeLock.held(lake, describe(read(fs, file(folder, newest))));
      }
      if (!isFree) {
        progress.warn(Message.of("lake.lease-left", describe(read(fs, file(folder, newest)))));
      }
      LakeLease lease = new LakeLease(folder, hadoop, newest + 1);
      byte[] text = lease.text().getBytes(StandardCharsets.UTF_8);
      if (!NewFile.create(fs, file(folder, lease.number), text)
          || newest(fs, folder) > lease.number) {
        throw LakeLock.held(lake, describe(read(fs, file(folder, newest(fs, folder)))));
      }
      if (!lease.isAlone(fs)) {
        progress.warn(Message.of("lake.no-conditional-writes", lake));
      }
      for (long over : numbers(fs, folder).headSet(lease.number)) {
        fs.delete(file(folder, over), false);
      }
      lease.renewing.start();
      return lease;
    } catch (IOException e) {
      throw LakeLock.cannotWrite(lake, FailureWords.firstLine(e), e);
    }
  }

  /** Fails with exit code 5 if somebody has taken over; to be asked before each commit. */
  public void require() {
    try {
      long newest = newest(folder.getFileSystem(hadoop), folder);
      if (newest != number) {
        isOver = true;
        throw Trouble.locked("lake.taken-over", folder.getParent());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder, e);
    }
  }

  private String text() {
    return String.join(
        "\n",
        owner,
        machine(),
        String.valueOf(ProcessHandle.current().pid()),
        startOf(ProcessHandle.current()),
        String.valueOf(renewals++),
        "");
  }

  /** Processes of one boot and one space of process numbers see each other; empty: cannot tell. */
  private static String machine() {
    try {
      String boot = Files.readString(java.nio.file.Path.of("/proc/sys/kernel/random/boot_id"));
      java.nio.file.Path space = Files.readSymbolicLink(java.nio.file.Path.of("/proc/self/ns/pid"));
      return boot.strip() + " " + space;
    } catch (IOException | UnsupportedOperationException e) {
      return "";
    }
  }

  private static String startOf(ProcessHandle process) {
    return process.info().startInstant().map(Object::toString).orElse("");
  }

  private static boolean isAlive(FileSystem fs, Path file, Duration watch) throws IOException {
    String text = read(fs, file);
    String[] said = text.split("\n", -1);
    if (said.length > 4 && !said[1].isEmpty() && said[1].equals(machine())) {
      Optional<ProcessHandle> holder = ProcessHandle.of(Long.parseLong(said[2]));
      // The start tells a process from a later one of the same number; clock changes may shift it.
      return holder.isPresent() && holder.get().isAlive() && isSameStart(said[3], holder.get());
    }
    long until = System.nanoTime() + watch.toNanos();
    while (System.nanoTime() < until) {
      sleep(Math.min(500, watch.toMillis() / 4 + 1));
      String now = read(fs, file);
      if (!now.equals(text)) {
        return !now.equals(RELEASED);
      }
    }
    return false;
  }

  private static boolean isSameStart(String said, ProcessHandle process) {
    String start = startOf(process);
    return said.isEmpty() || start.isEmpty() || said.equals(start);
  }

  private static Message describe(String text) {
    String[] said = text.split("\n", -1);
    return said.length > 4
        ? Message.of("lake.holder", said[2], said[3])
        : Message.of("lake.holder-not-known");
  }

  private void renewUntilOver() {
    while (!isOver) {
      sleep(RENEW_EVERY.toMillis());
      try {
        renew();
      } catch (IOException | RuntimeException e) {
        // The next commit asks again; without it nothing is lost.
      }
    }
  }

  private synchronized void renew() throws IOException {
    if (isOver) {
      return;
    }
    FileSystem fs = folder.getFileSystem(hadoop);
    if (newest(fs, folder) == number) {
      put(fs, file(folder, number), text());
    }
  }

  @Override
  public synchronized void close() {
    if (isOver) {
      return;
    }
    isOver = true;
    renewing.interrupt();
    try {
      put(folder.getFileSystem(hadoop), file(folder, number), RELEASED);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot release " + folder, e);
    }
  }

  private static Path file(Path folder, long number) {
    return new Path(folder, String.format(Locale.ROOT, "%0" + DIGITS + "d", number));
  }

  private static long newest(FileSystem fs, Path folder) throws IOException {
    try {
      SortedSet<Long> numbers = numbers(fs, folder);
      return numbers.isEmpty() ? 0 : numbers.last();
    } catch (FileNotFoundException e) {
      return 0;
    }
  }

  private static SortedSet<Long> numbers(FileSystem fs, Path folder) throws IOException {
    return Arrays.stream(fs.listStatus(folder))
        .map(f -> f.getPath().getName())
        .filter(n -> n.matches("\\d{%d}".formatted(DIGITS)))
        .map(Long::valueOf)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Empty if the file is gone or being written. */
  private static String read(FileSystem fs, Path file) throws IOException {
    try (InputStream in = fs.open(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (FileNotFoundException | org.apache.hadoop.fs.ChecksumException e) {
      return "";
    }
  }

  /** On a local disk whole or not at all, as a reader sees it. */
  private static void put(FileSystem fs, Path file, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (NewFile.isLocal(fs)) {
      java.nio.file.Path to = java.nio.file.Path.of(file.toUri().getPath());
      java.nio.file.Path unfinished = to.resolveSibling("." + to.getFileName() + ".unfinished");
      FileModes.write(unfinished, bytes);
      Files.move(unfinished, to, StandardCopyOption.ATOMIC_MOVE);
    } else {
      try (OutputStream out = fs.create(file, true)) {
        out.write(bytes);
      }
    }
  }

  /**
   * Whether only one can have taken this number: the store must refuse to create it again. Some
   * object stores take the condition and do not keep to it.
   */
  private boolean isAlone(FileSystem fs) throws IOException {
    Path file = file(folder, number);
    if (!NewFile.isConditional(fs, file)) {
      return NewFile.isExclusive(fs, file);
    }
    byte[] another = ("not " + owner).getBytes(StandardCharsets.UTF_8);
    if (!NewFile.create(fs, file, another)) {
      return true;
    }
    put(fs, file, text());
    return false;
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
