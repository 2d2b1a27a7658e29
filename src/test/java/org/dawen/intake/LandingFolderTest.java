package org.dawen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.dawen.lake.ConditionalStore;
import org.dawen.lake.DaySet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandingFolderTest {
  @TempDir private Path folder;

  private LandingFolder.Listing list(Path root) {
    return new LandingFolder(root.toString(), new Configuration()).list();
  }

  private static String textOf(LandingFolder.Listed listed) throws IOException {
    LandingFile file =
        new LandingFile(
            listed.fileId(),
            "air",
            listed.uri(),
            listed.lengthBytes(),
            "",
            "new",
            "",
            "",
            DaySet.NONE,
            "",
            false,
            false);
    try (LandingContent content = LandingContent.open(file)) {
      return new String(content.bytes().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void filesOfAnyNameCanBeOpened() throws IOException {
    Path air = Files.createDirectories(folder.resolve("我的 landing/air"));
    List<String> names = List.of("'; DROP TABLE x --.csv", "a b.csv", "泰安 50%25 #1?.csv");
    for (String name : names) {
      Files.writeString(air.resolve(name), name);
    }
    LandingFolder.Listing listing = list(folder.resolve("我的 landing"));
    assertThat(listing.files()).hasSize(names.size());
    for (LandingFolder.Listed listed : listing.files()) {
      assertThat(textOf(listed)).isEqualTo(listed.pathInFeed());
    }
  }

  /** A store tells times in seconds: a file put anew within one has the same length and time. */
  @Test
  void onAnObjectStoreAStampHoldsTheTagOfTheContent() throws IOException {
    Path air = Files.createDirectories(folder.resolve("air"));
    Path file = Files.writeString(air.resolve("a.csv"), "1");
    FileTime time = Files.getLastModifiedTime(file);
    LandingFolder landing =
        new LandingFolder(
            ConditionalStore.at(folder),
            ConditionalStore.settings(ConditionalStore.Behaviour.KEEPS_THE_CONDITION));
    LandingFolder.Listed before = landing.list().files().get(0);
    assertThat(before.fileId()).isEqualTo("air/a.csv");
    Files.writeString(file, "2");
    Files.setLastModifiedTime(file, time);
    assertThat(landing.list().files().get(0).stamp()).isNotEqualTo(before.stamp());
  }

  @Test
  void linksAreNamedAndNotFollowed() throws IOException {
    Path landing = Files.createDirectories(folder.resolve("landing"));
    Files.createDirectories(landing.resolve("air"));
    Files.writeString(landing.resolve("air/in.csv"), "x");
    Path outside = Files.writeString(folder.resolve("secret"), "s");
    Files.writeString(landing.resolve("air/x:y.csv"), "x");
    Files.createSymbolicLink(landing.resolve("air/out.csv"), outside);
    Files.createSymbolicLink(landing.resolve("power"), folder);
    Files.createSymbolicLink(folder.resolve("named"), landing);

    LandingFolder.Listing listing = list(folder.resolve("named"));

    assertThat(listing.files())
        .extracting(LandingFolder.Listed::fileId)
        .containsExactly("air/in.csv");
    assertThat(listing.refused()).containsExactly("air/out.csv", "air/x:y.csv", "power");
  }
}
