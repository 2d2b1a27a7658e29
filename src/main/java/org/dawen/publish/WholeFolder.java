package org.dawen.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.dawen.lake.FileModes;
import org.dawen.lake.Trouble;

/** Writes the files of a folder all or none: a reader never meets half of them. */
final class WholeFolder {
  /** Puts one file on the disk; tests let it fail. */
  interface Disk {
    void write(Path file, byte[] content) throws IOException;
  }

  /** Ends when the disk has the file: one that fills up says so before the folder has its name. */
  static final Disk DISK = FileModes::write;

  private WholeFolder() {}

  /**
   * Writes the files aside and gives the folder its name at the end; a folder of that name is
   * replaced whole.
   *
   * @throws Trouble exit code 2: nothing of it is there, an earlier folder is unchanged
   */
  static void write(Path folder, Map<String, byte[]> files, Disk disk) {
    Path unfinished = Unfinished.of(folder);
    Path former = Unfinished.former(folder);
    try {
      Unfinished.remove(unfinished);
      FileModes.createDirectories(unfinished);
      try {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
          disk.write(unfinished.resolve(file.getKey()), file.getValue());
        }
        Unfinished.remove(former);
        if (Files.exists(folder)) {
          Files.move(folder, former, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        Unfinished.remove(former);
      } finally {
        Unfinished.remove(unfinished);
      }
    } catch (IOException e) {
      throw Trouble.usage(e, "folder.nothing-written", folder, e);
    }
  }
}
