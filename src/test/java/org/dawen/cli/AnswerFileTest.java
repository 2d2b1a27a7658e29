package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.dawen.lake.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerFileTest {
  @TempDir private Path folder;

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void theFileIsThereWholeForOwnerAndGroupOnly() throws IOException {
    Path file = folder.resolve("a.csv");

    new AnswerFile(file)
        .write(
            out -> {
              out.print("泰安");
              out.flush();
              assertThat(file).doesNotExist();
              assertThat(folder.resolve(".a.csv.unfinished")).exists();
            });

    assertThat(file).hasContent("泰安");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
    assertThat(names()).containsExactly("a.csv");
  }

  @Test
  void whatFailsLeavesTheFileAsItWas() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "old");
    Files.writeString(folder.resolve(".a.csv.unfinished"), "of a run that was killed");

    assertThatThrownBy(
            () ->
                new AnswerFile(file)
                    .write(
                        out -> {
                          out.print("half");
                          throw Trouble.usage("sql.stopped");
                        }))
        .isInstanceOf(Trouble.class);

    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("a.csv");
  }

  @Test
  void aLinkStaysAndItsFileIsReplaced() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file);

    new AnswerFile(link).write(out -> out.print("new"));

    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("new");
  }

  @Test
  void aFolderADeviceOrAMissingFolderIsRefused() {
    for (Path wrong : List.of(folder, folder.resolve("none/a.csv"), Path.of("/dev/null"))) {
      assertThatThrownBy(() -> new AnswerFile(wrong))
          .isInstanceOf(Trouble.class)
          .hasMessageContaining("--out");
    }
    assertThat(Path.of("/dev/null")).exists();
  }
}
