package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dawen.lake.Table;
import org.dawen.lake.Trouble;
import org.dawen.run.Settings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A damaged log is told with the command that heals it, and then everything is as it was. */
class RebuildTest {
  private static final Settings SETTINGS =
      Settings.read(Path.of(System.getProperty("dawen.home", "."), "jobs/nightly.yaml"));

  @TempDir private static Path folder;
  private static SmallCity city;
  private static Path lake;
  private static Map<String, String> undisturbed;

  @BeforeAll
  static void copyUndisturbed() {
    city = SmallLake.undisturbed().city();
    lake = SmallLake.undisturbed().copyTo(folder.resolve("lake"));
    undisturbed = SmallLake.undisturbed().hashes();
  }

  private static Table table(String name) {
    return Catalogue.tables().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
  }

  private static Path newestCommit(String table) throws IOException {
    try (Stream<Path> files =
        Files.list(lake.resolve(table.replace('.', '/')).resolve("_delta_log"))) {
      Path commit =
          files
              .filter(f -> f.getFileName().toString().matches("\\d{20}\\.json"))
              .max(Path::compareTo)
              .orElseThrow();
      // Other disks keep no check file beside it.
      Files.delete(commit.resolveSibling("." + commit.getFileName() + ".crc"));
      return commit;
    }
  }

  private static void toldAndSetAside(String name, ThrowingCallable use) {
    assertThatThrownBy(use)
        .isInstanceOfSatisfying(Trouble.class, t -> assertThat(t.kind().exitCode()).isEqualTo(4))
        .hasMessageContaining("Delta log of " + name)
        .hasMessageContaining("'./dawen doctor --rebuild %s'".formatted(name));
    Rebuild.setAside(new Nights(lake, city.landing()).lake(), List.of(table(name)), SETTINGS);
  }

  private static void healed() {
    assertThat(new Nights(lake, city.landing()).run().exitCode()).isZero();
    assertThat(new Nights(lake, city.landing()).hashes()).isEqualTo(undisturbed);
    assertThat(new Nights(lake, city.landing()).run().lines()).isEmpty();
  }

  private static void read(String name) {
    new Nights(lake, city.landing()).lake().read(table(name));
  }

  @Test
  void logsThatAreCutSaySoAndAreHealed() throws IOException {
    Path received = newestCommit("received.air");
    byte[] bytes = Files.readAllBytes(received);
    Files.write(received, Arrays.copyOf(bytes, bytes.length - 40));
    toldAndSetAside("received.air", () -> read("received.air"));

    // Between two lines: what is left still reads as a commit.
    Path result = newestCommit("air.station_hour");
    String text = Files.readString(result);
    long whole = Files.size(result);
    Files.writeString(
        result,
        String.join("\n", text.lines().filter(l -> !l.startsWith("{\"add\"")).toList()) + "\n");
    assertThat(Files.size(result)).isLessThan(whole);
    toldAndSetAside("air.station_hour", () -> read("air.station_hour"));

    // The newest commit is gone, and nobody asks for its rows before the night.
    Files.delete(newestCommit("received.power"));
    toldAndSetAside("received.power", () -> new Nights(lake, city.landing()).run());
    Rebuild.setAside(
        new Nights(lake, city.landing()).lake(), List.of(table("ops.reject")), SETTINGS);
    healed();

    Files.write(newestCommit("ops.landing_file"), new byte[0]);
    toldAndSetAside("ops.landing_file", () -> new Nights(lake, city.landing()).run());
    healed();
  }
}
