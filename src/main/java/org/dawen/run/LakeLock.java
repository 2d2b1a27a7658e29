package org.dawen.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dawen.lake.FileModes;
import org.dawen.lake.Message;
import org.dawen.lake.Trouble;

/**
 * One writer a lake, on a local disk: an operating-system lock on {@code <lake>/.lock}. The system
 * frees it when its holder dies, so a lock left behind can always be taken over; the text in the
 * file says who held it.
 */
public final class LakeLock implements AutoCloseable {
  private static final Pattern HOLDER = Pattern.compile("process (\\d+) since (\\S+)");

  private final FileChannel channel;
  private final FileLock lock;

  private LakeLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes the lock or fails with exit code 5; fails with exit code 2 if the folder cannot be
   * written.
   */
  public static LakeLock take(Path lake, Progress progress) {
    FileChannel channel = open(lake);
    try {
      FileLock lock = tryLock(channel);
      String holder = read(channel);
      if (lock == null) {
        channel.close();
        throw held(lake, describe(holder));
      }
      if (!holder.isBlank()) {
        progress.warn(Message.of("lake.lock-left", describe(holder)));
      }
      write(channel, "process %d since %s".formatted(ProcessHandle.current().pid(), Instant.now()));
      return new LakeLock(channel, lock);
    } catch (IOException e) {
      throw cannotWrite(lake, reason(e), e);
    }
  }

  /** True if another process holds the lake now; nothing is taken or written. */
  public static boolean isHeld(Path lake) {
    Path file = lake.resolve(".lock");
    if (!Files.exists(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        FileLock shared = channel.tryLock(0, Long.MAX_VALUE, true)) {
      return shared == null;
    } catch (OverlappingFileLockException e) {
      return true; // by another thread of this process
    } catch (IOException e) {
      return false; // who may not read the file cannot tell
    }
  }

  private static FileChannel open(Path lake) {
    try {
      FileModes.createDirectories(lake);
      return FileModes.open(
          lake.resolve(".lock"),
          Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
    } catch (IOException e) {
      throw cannotWrite(lake, reason(e), e);
    }
  }

  static Trouble held(Object lake, Object holder) {
    return Trouble.locked("lake.held", lake, holder);
  }

  static Trouble cannotWrite(Object lake, Object reason, IOException e) {
    return Trouble.usage(e, "lake.not-writable", lake, reason);
  }

  private static Object reason(IOException e) {
    if (e instanceof java.nio.file.AccessDeniedException) {
      return Message.of("lake.permission-denied");
    }
    if (e instanceof java.nio.file.FileAlreadyExistsException) {
      return Message.of("lake.file-of-that-name");
    }
    if (e instanceof java.nio.file.FileSystemException f && f.getReason() != null) {
      return f.getReason();
    }
    return e.getMessage();
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held by another thread of this process
    }
  }

  /** What the file says of the process that wrote it. */
  private static Message describe(String holder) {
    Matcher process = HOLDER.matcher(holder.strip());
    return process.matches()
        ? Message.of("lake.holder", process.group(1), process.group(2))
        : Message.of("lake.holder-not-known");
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(200);
    channel.read(bytes, 0);
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
  }

  private static void write(FileChannel channel, String text) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
    channel.force(true);
  }

  @Override
  public void close() {
    try {
      channel.truncate(0);
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("cannot release the lake", e);
    }
  }
}
