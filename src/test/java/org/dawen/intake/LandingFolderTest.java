package org.dawen.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.dawen.lake.ConditionalStore;
import org.dawen.lake.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandingFolderTest {
  @TempDir private Path folder;

  private LandingFolder.Listing list(Path root) {
    return new LandingFolder(root.toString(), new Configuration()).list();
  }

  private static LandingFile landingFile(LandingFolder.Listed listed) {
    return LandingFile.of(listed.fileId(), "air", listed.uri(), listed.lengthBytes());
  }

  private static String textOf(LandingFolder.Listed listed) throws IOException {
    try (LandingContent content = LandingContent.open(landingFile(listed))) {
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

  /** Left behind by Hadoop's tools, or put there: the landing file itself is the evidence. */
  @Test
  void aHiddenCheckFileBesideALandingFileIsNotConsulted() throws IOException {
    Path air = Files.createDirectories(folder.resolve("air"));
    Files.writeString(air.resolve("a.csv"), "content");
    Files.write(air.resolve(".a.csv.crc"), new byte[] {'c', 'r', 'c', 0, 0, 0, 2, 0, 1, 2, 3, 4});
    LandingFolder.Listing listing = list(folder);
    assertThat(listing.files())
        .extracting(LandingFolder.Listed::fileId)
        .containsExactly("air/a.csv");
    assertThat(textOf(listing.files().get(0))).isEqualTo("content");
    LandingFile file = landingFile(listing.files().get(0));
    try (SliceContent slice = new SliceContent(file, new FileSlice(0, 0, 7, 7))) {
      assertThat(new String(slice.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("content");
    }
  }

  /** The account of the tests may be able to read everything: the system's answer is given here. */
  @Test
  void whatCannotBeReadIsNamed() throws IOException {
    LandingFolder.Walk walk = new LandingFolder.Walk(folder);
    walk.visitFileFailed(folder.resolve("air/secret"), new AccessDeniedException("air/secret"));
    walk.postVisitDirectory(folder.resolve("power"), new IOException("Input/output error"));
    walk.visitFileFailed(folder.resolve("air/gone"), new NoSuchFileException("air/gone"));
    walk.visitFileFailed(folder.resolve("air/.hidden"), new AccessDeniedException("air/.hidden"));
    assertThat(walk.unreadable()).containsExactly("air/secret", "power");
  }

  @Test
  void aFolderThatCannotBeReadIsNamedAndTheOthersAreListed() throws IOException {
    Path secret = Files.createDirectories(folder.resolve("air/secret"));
    Files.writeString(secret.resolve("a.csv"), "x");
    Files.writeString(folder.resolve("air/b.csv"), "x");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
    assumeThat(Files.isReadable(secret)).as("this account may read everything").isFalse();
    LandingFolder.Listing listing = list(folder);
    assertThat(listing.files())
        .extracting(LandingFolder.Listed::fileId)
        .containsExactly("air/b.csv");
    assertThat(listing.unreadable()).containsExactly("air/secret");
  }

  @Test
  void aLinkToEverythingOrInACircleIsRefusedByName() throws IOException {
    Path air = Files.createDirectories(folder.resolve("air"));
    Files.createSymbolicLink(air.resolve("everything"), Path.of("/"));
    Files.createSymbolicLink(air.resolve("circle"), air);
    Files.createSymbolicLink(air.resolve("itself"), air.resolve("itself"));
    LandingFolder.Listing listing = list(folder);
    assertThat(listing.files()).isEmpty();
    assertThat(listing.refused()).containsExactly("air/circle", "air/everything", "air/itself");
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

  @Test
  void outlinesOfTheCountiesAreNoFileOfAFeedAndNoReasonToWarn() throws IOException {
    Path registry = Files.createDirectories(folder.resolve("registry"));
    Files.writeString(registry.resolve("areas.geojson"), "{}");
    Files.writeString(registry.resolve("other.geojson"), "{}");
    LandingLook look =
        LandingLook.of(
            new LandingFolder(folder.toString(), new Configuration()),
            Map.of(),
            List.of(new RegistryFeed()),
            Map.of("registry", "reader"),
            ReadLimits.SHIPPED);
    assertThat(look.pending()).isEmpty();
    assertThat(look.warnings())
        .extracting(Message::toString)
        .singleElement()
        .asString()
        .contains("registry/other.geojson.");
  }
}
