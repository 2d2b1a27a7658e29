package org.dawen.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dawen.lake.FileModes;
import org.dawen.lake.Trouble;

/** Names of files and folders while they are written, and what killed runs left of them. */
final class Unfinished {
  private static final Pattern NAME =
      Pattern.compile("\\.(?<target>.+?)(?:\\.(?<process>\\d+))?\\.(?<kind>unfinished|former)");

  private Unfinished() {}

  /** Where a file or folder is written before it gets its name. */
  static Path of(Path target) {
    return named(target, "unfinished");
  }

  /** Where the folder that is replaced waits until the new one has its name. */
  static Path former(Path target) {
    return named(target, "former");
  }

  private static Path named(Path target, String kind) {
    return target.resolveSibling(
        "." + target.getFileName() + "." + ProcessHandle.current().pid() + "." + kind);
  }

  /**
   * Creates a folder for what is published, closes it to other accounts, and clears away what runs
   * that no longer live left in it and in the folders it holds; a folder that such a run was about
   * to replace gets its name back.
   */
  static void prepare(Path folder) {
    try {
      FileModes.createDirectories(folder);
      // In vain if another owns it: then its files alone are closed.
      FileModes.closeFolderToOthers(folder);
      removeLeft(folder);
      for (Path inner : list(folder)) {
        if (Files.isDirectory(inner) && !Files.isSymbolicLink(inner)) {
          removeLeft(inner);
        }
      }
    } catch (IOException e) {
      throw Trouble.usage(e, "folder.not-written", folder, e);
    }
  }

  /** Clears away what runs that no longer live left in a folder. */
  static void removeLeft(Path folder) throws IOException {
    for (Path path : list(folder)) {
      Matcher name = NAME.matcher(path.getFileName().toString());
      if (name.matches() && !isAlive(name.group("process"))) {
        Path target = path.resolveSibling(name.group("target"));
        if (name.group("kind").equals("former") && !Files.exists(target)) {
          Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
        } else {
          remove(path);
        }
      }
    }
  }

  private static boolean isAlive(String process) {
    return process != null
        && ProcessHandle.of(Long.parseLong(process)).filter(ProcessHandle::isAlive).isPresent();
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found.toList();
    }
  }

  /** Removes a file or a folder with what it holds, if it is there. */
  static void remove(Path path) throws IOException {
    if (Files.exists(path)) {
      try (Stream<Path> files = Files.walk(path)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
