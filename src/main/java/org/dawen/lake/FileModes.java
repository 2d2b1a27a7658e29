package org.dawen.lake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Who may read what Dawen writes: its account and its group, no other account, whatever the umask
 * of the process and whoever made the folder (docs/decisions/0069). Lake, briefs and feeds name
 * people, vehicles and firms.
 */
public final class FileModes {
  /** Hadoop's setting; {@code -Dspark.hadoop.…} of it counts, save that others never get access. */
  static final String UMASK_KEY = "fs.permissions.umask-mode";

  private static final String UMASK = "027";
  private static final int OTHERS_BITS = 07;
  private static final int STICKY_BIT = 01000;
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.OTHERS_EXECUTE);

  private FileModes() {}

  /** The umask of everything written, in octal; 027 if nobody says otherwise. */
  static String umask() {
    return String.format(Locale.ROOT, "%03o", umaskBits());
  }

  static int umaskBits() {
    Configuration said = new Configuration(false);
    said.set(UMASK_KEY, System.getProperty("spark.hadoop." + UMASK_KEY, UMASK));
    return FsPermission.getUMask(said).toShort() | OTHERS_BITS;
  }

  private static FileAttribute<?> mode(int most) {
    return attribute(most & ~umaskBits());
  }

  /** For what is created with this mode, without the permissions of others. */
  static FileAttribute<?> attribute(int mode) {
    return PosixFilePermissions.asFileAttribute(permissions(mode));
  }

  /** The permissions without those of others. */
  static Set<PosixFilePermission> permissions(int mode) {
    FsPermission p = new FsPermission((short) (mode & ~OTHERS_BITS));
    return PosixFilePermissions.fromString(
        p.getUserAction().SYMBOL + p.getGroupAction().SYMBOL + p.getOtherAction().SYMBOL);
  }

  /** Creates a folder and those above it that are missing. One that is there stays as it is. */
  public static void createDirectories(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, mode(0777));
    }
  }

  /** Opens a file to write; one that is created has its mode from the start. */
  public static FileChannel open(Path file, Set<? extends OpenOption> options) throws IOException {
    boolean wasThere = Files.exists(file);
    FileChannel channel = FileChannel.open(file, options, mode(0666));
    if (wasThere && isOwn(file)) {
      closeToOthers(file);
    }
    return channel;
  }

  private static boolean isOwn(Path file) throws IOException {
    return Files.isRegularFile(file)
        && Files.getOwner(file).getName().equals(System.getProperty("user.name"));
  }

  /** Writes a file, in place of what it held; it is on the disk when this returns. */
  public static void write(Path file, byte[] content) throws IOException {
    write(
        file,
        content,
        Set.of(
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE));
  }

  /** Writes a file that is not there yet, else throws {@code FileAlreadyExistsException}. */
  static void writeNew(Path file, byte[] content) throws IOException {
    write(file, content, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
  }

  private static void write(Path file, byte[] content, Set<StandardOpenOption> options)
      throws IOException {
    try (FileChannel channel = open(file, options)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /**
   * Closes a folder that somebody made beforehand to other accounts. Not one that other programs
   * use too: {@code /tmp}, or what the program itself lies in.
   *
   * @return a sentence for the operator if it stays open, else an empty one
   */
  public static Message closeFolderToOthers(Path folder) {
    try {
      if (!isOpenToOthers(folder)) {
        return Message.sequence();
      }
      Path real = folder.toRealPath();
      if (isShared(real)) {
        return Message.of("lake.shared-folder", folder);
      }
      closeToOthers(real);
      return Message.sequence();
    } catch (IOException e) {
      return Message.of("lake.folder-open", folder, e.getMessage(), folder);
    }
  }

  /** Whether other accounts may enter or list a folder; false if there is none. */
  public static boolean isOpenToOthers(Path folder) throws IOException {
    return Files.isDirectory(folder)
        && Files.getPosixFilePermissions(folder).stream().anyMatch(OTHERS::contains);
  }

  private static boolean isShared(Path real) throws IOException {
    int mode = (Integer) Files.getAttribute(real, "unix:mode");
    return (mode & STICKY_BIT) != 0
        || Path.of(System.getProperty("dawen.home", ".")).toRealPath().startsWith(real);
  }

  /** Closes what lies in a folder to other accounts; links stay as they are. */
  public static void closeAllToOthers(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) all::iterator) {
        if (!Files.isSymbolicLink(path)) {
          closeToOthers(path);
        }
      }
    }
  }

  private static void closeToOthers(Path path) throws IOException {
    Set<PosixFilePermission> kept = EnumSet.noneOf(PosixFilePermission.class);
    kept.addAll(Files.getPosixFilePermissions(path));
    if (kept.removeAll(OTHERS)) {
      Files.setPosixFilePermissions(path, kept);
    }
  }
}
