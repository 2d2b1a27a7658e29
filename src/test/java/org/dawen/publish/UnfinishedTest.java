package org.dawen.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedTest {
  @TempDir private Path folder;
  private long dead;

  @BeforeEach
  void aProcessThatLivesNoMore() throws Exception {
    Process process = new ProcessBuilder("true").start();
    process.waitFor();
    dead = process.pid();
  }

  private Path inFolder(String path) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "x");
  }

  @Test
  void whatKilledRunsLeftIsRemoved() throws IOException {
    Path page = inFolder(".brief-2024-03-01.html.%d.unfinished".formatted(dead));
    Path former = inFolder(".brief-2024-03-02.html.unfinished"); // of an earlier version
    Path sheets = inFolder("branches/.2024-03-01.%d.unfinished/370902.xlsx".formatted(dead));
    Path living = inFolder(Unfinished.of(folder.resolve("a.html")).getFileName().toString());
    Path finished = inFolder("brief-2024-03-01.html");
    Unfinished.prepare(folder);
    assertThat(page).doesNotExist();
    assertThat(former).doesNotExist();
    assertThat(sheets.getParent()).doesNotExist();
    assertThat(living).exists();
    assertThat(finished).exists();
  }

  /** Killed between taking the name from the old folder and giving it to the new one. */
  @Test
  void aFolderThatWasToBeReplacedGetsItsNameBack() throws IOException {
    inFolder("branches/.2024-03-01.%d.former/old.xlsx".formatted(dead));
    inFolder("branches/.2024-03-02.%d.former/old.xlsx".formatted(dead));
    inFolder("branches/2024-03-02/new.xlsx");
    Unfinished.prepare(folder);
    assertThat(folder.resolve("branches/2024-03-01/old.xlsx")).exists();
    assertThat(folder.resolve("branches/2024-03-02"))
        .isDirectoryContaining("glob:**/new.xlsx")
        .isDirectoryNotContaining("glob:**/old.xlsx");
    assertThat(folder.resolve("branches")).isDirectoryNotContaining("glob:**/.*");
  }

  @Test
  void whatIsPublishedIsClosedToOtherAccounts() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Unfinished.prepare(folder);
    WholeFile.write(folder.resolve("page.html"), new byte[] {1});
    WholeFolder.write(
        folder.resolve("2024-03/r1"), Map.of("a.csv", new byte[] {1}), WholeFolder.DISK);
    for (String path :
        new String[] {"", "page.html", "2024-03", "2024-03/r1", "2024-03/r1/a.csv"}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(path))))
          .as(path)
          .endsWith("r-----".substring(path.contains(".") ? 0 : 3))
          .endsWith("---");
    }
  }
}
