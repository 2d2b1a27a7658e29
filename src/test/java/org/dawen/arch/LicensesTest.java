package org.dawen.arch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What goes into the jar of others goes there with its licence. */
class LicensesTest {
  private static final Path HOME = Path.of(System.getProperty("dawen.home", "."));
  private static final Path LICENSES = HOME.resolve("target/classes/META-INF/licenses");
  private static final Pattern BUNDLED = Pattern.compile("(?m)^ +(\\S+):(\\S+):jar:\\S+:compile");
  private static final Pattern NOTED =
      Pattern.compile("(?m)^ {3}(\\S+:\\S+) +([\\w.-]+) {2,}Copyright .+$");

  private record Artifact(String group, String name) {
    static Artifact of(MatchResult found) {
      return new Artifact(found.group(1), found.group(2));
    }

    /** The text that came in its jar, else that of the licence that NOTICE names. */
    List<Path> texts(Map<String, String> noted) {
      Path own = LICENSES.resolve("%s-jar".formatted(name));
      List<Path> came =
          Stream.of("LICENSE", "LICENSE.txt").map(own::resolve).filter(Files::exists).toList();
      return came.isEmpty()
          ? List.of(LICENSES.resolve(noted.get(group + ":" + name) + ".txt"))
          : came;
    }
  }

  private static List<Artifact> bundled() throws IOException {
    return BUNDLED
        .matcher(Files.readString(LICENSES.resolve("BUNDLED")))
        .results()
        .map(Artifact::of)
        .toList();
  }

  private static Map<String, String> noted() throws IOException {
    return NOTED
        .matcher(Files.readString(HOME.resolve("NOTICE")))
        .results()
        .collect(Collectors.toMap(m -> m.group(1), m -> m.group(2)));
  }

  @Test
  void everyBundledArtifactIsInTheNoticeAndNoOther() throws IOException {
    assertThat(bundled()).hasSizeGreaterThan(8);
    assertThat(noted().keySet())
        .containsExactlyInAnyOrderElementsOf(
            bundled().stream().map(a -> a.group() + ":" + a.name()).toList());
  }

  @Test
  void theTextOfItsLicenceIsThere() throws IOException {
    Map<String, String> noted = noted();
    Map<String, String> firstWords =
        Map.of(
            "Apache-2.0", "Apache License",
            "BSD-3-Clause", "Redistribution and use in source and binary forms");
    for (Artifact artifact : bundled()) {
      String license = noted.get(artifact.group() + ":" + artifact.name());
      assertThat(artifact.texts(noted))
          .as("licence of %s, %s", artifact, license)
          .singleElement()
          .satisfies(text -> assertThat(Files.readString(text)).contains(firstWords.get(license)));
    }
  }

  /** Apache-2.0, section 4 (d): what such a notice says goes with the work. */
  @Test
  void noticesThatCameWithAProgramAreThere() {
    for (String name : List.of("poi", "poi-ooxml", "poi-ooxml-lite", "xmlbeans", "echarts")) {
      assertThat(LICENSES.resolve(name + "-jar"))
          .isDirectoryContaining(file -> file.getFileName().toString().startsWith("NOTICE"));
    }
  }

  @Test
  void dawensOwnLicenceAndNoticeAreThoseOfTheCheckout() throws IOException {
    for (String name : List.of("LICENSE", "NOTICE")) {
      assertThat(LICENSES.resolveSibling(name)).hasSameTextualContentAs(HOME.resolve(name));
    }
  }
}
