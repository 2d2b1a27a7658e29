package org.dawen.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Consumer;
import org.dawen.lake.Trouble;

/**
 * The file of {@code --out}: written whole or not at all. Until the last byte is stored it lies
 * beside its place under a hidden name; what is there already stays if anything fails.
 */
final class AnswerFile {
  private final Path file;
  private final Path unfinished;

  /**
   * @throws Trouble exit code 2 if no file can be there
   */
  AnswerFile(Path out) {
    if (Files.exists(out) && !Files.isRegularFile(out)) {
      throw Trouble.usage("file.out-no-file", out);
    }
    file = target(out);
    if (!Files.isDirectory(file.getParent())) {
      throw Trouble.usage("file.out-no-folder", file.getParent());
    }
    unfinished = file.resolveSibling("." + file.getFileName() + ".unfinished");
  }

  /** What a link leads to; the link stays. */
  private static Path target(Path out) {
    try {
      return Files.exists(out) ? out.toRealPath() : out.toAbsolutePath().normalize();
    } catch (IOException e) {
      throw unwritable(out, e);
    }
  }

  void write(Consumer<PrintStream> content) {
    try {
      Files.deleteIfExists(unfinished); // of a run that was killed
      try (OutputStream bytes =
              Files.newOutputStream(
                  unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
          PrintStream text = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
        if (Files.getFileStore(unfinished).supportsFileAttributeView("posix")) {
          Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rw-r-----"));
        }
        content.accept(text);
        if (text.checkError()) {
          throw new IOException("not all of it could be stored");
        }
      }
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw unwritable(file, e);
    } finally {
      removeUnfinished();
    }
  }

  private void removeUnfinished() {
    try {
      Files.deleteIfExists(unfinished);
    } catch (IOException e) {
      throw unwritable(unfinished, e);
    }
  }

  private static Trouble unwritable(Path file, IOException e) {
    return Trouble.usage(e, "file.answer", file, e.getMessage());
  }
}
