package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {
  @TempDir private Path place;
  private String before;

  @BeforeEach
  void lookHere() {
    before = System.setProperty("java.io.tmpdir", place.toString());
  }

  @AfterEach
  void lookThereAgain() {
    System.setProperty("java.io.tmpdir", before);
    System.clearProperty("spark.local.dir");
  }

  @Test
  void temporaryFilesOfARunLieInAFolderForItsAccountAlone() throws IOException {
    try (Scratch scratch = Scratch.make()) {
      assertThat(scratch.folder()).hasParent(place);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(scratch.folder())))
          .isEqualTo("rwx------");
      assertThat(System.getProperty("java.io.tmpdir")).isEqualTo(scratch.folder().toString());
      Files.writeString(scratch.folder().resolve("file"), "x");
    }
    assertThat(place).isEmptyDirectory();
    assertThat(System.getProperty("java.io.tmpdir")).isEqualTo(place.toString());
  }

  @Test
  void whatADeadRunLeftIsRemovedAndNothingElse() throws IOException {
    Path dead = Files.createDirectories(place.resolve("dawen-run-1/blockmgr-1/00"));
    Files.writeString(place.resolve("dawen-run-1/held"), "");
    Path beingMade = Files.createDirectory(place.resolve("dawen-run-2"));
    Path ofOthers = Files.createDirectory(place.resolve("spark-1"));
    Path link = Files.createSymbolicLink(place.resolve("dawen-run-3"), ofOthers);
    Files.writeString(ofOthers.resolve("held"), "");
    try (Scratch living = Scratch.make()) {
      System.setProperty("java.io.tmpdir", place.toString());
      Scratch.make().close();
      assertThat(living.folder()).exists();
      System.setProperty("java.io.tmpdir", living.folder().toString());
    }
    assertThat(dead).doesNotExist();
    assertThat(beingMade).exists();
    assertThat(ofOthers.resolve("held")).exists();
    assertThat(link).exists();
  }

  @Test
  void whatSparkShufflesGoesWhereTheOperatorSays() throws IOException {
    Path disk = Files.createDirectory(place.resolve("disk"));
    System.setProperty("spark.local.dir", disk.toString());
    try (Scratch scratch = Scratch.make()) {
      assertThat(scratch.folder()).hasParent(disk);
      assertThat(System.getProperty("spark.local.dir")).isEqualTo(scratch.folder().toString());
    }
    assertThat(System.getProperty("spark.local.dir")).isEqualTo(disk.toString());
    assertThat(disk).isEmptyDirectory();
  }
}
