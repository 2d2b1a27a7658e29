package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.dawen.lake.DaySet;
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
  static void runUndisturbed() throws IOException {
    city = SmallCity.write(folder.resolve("city"));
    lake = folder.resolve("lake");
    Nights nights = new Nights(lake, city.landing());
    nights.run();
    undisturbed = nights.hashes();
  }

  private static Table table(String name) {
    return Catalogue.tables().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
  }

  private static Path log(String table) {
    return lake.resolve(table.replace('.', '/')).resolve("_delta_log");
  }

  private static void healed(String name) {
    Nights nights = new Nights(lake, city.landing());
    Rebuild.setAside(nights.lake(), table(name), SETTINGS);
    assertThat(nights.run().exitCode()).isZero();
    assertThat(nights.hashes()).isEqualTo(undisturbed);
    assertThat(new Nights(lake, city.landing()).run().lines()).isEmpty();
  }

  @Test
  void aCutCommitOfAReceivedTable() throws IOException {
    Path commit = log("received.air").resolve("00000000000000000000.json");
    byte[] bytes = Files.readAllBytes(commit);
    Files.write(commit, java.util.Arrays.copyOf(bytes, bytes.length - 40));
    Files.delete(commit.resolveSibling("." + commit.getFileName() + ".crc"));

    Nights nights = new Nights(lake, city.landing());
    assertThatThrownBy(() -> nights.lake().read(table("received.air"), DaySet.ALWAYS))
        .isInstanceOfSatisfying(Trouble.class, t -> assertThat(t.kind().exitCode()).isEqualTo(2))
        .hasMessageContaining("Delta log of received.air")
        .hasMessageContaining("'./dawen doctor --rebuild received.air'");
    healed("received.air");
  }

  @Test
  void aCommitCutBetweenTwoLinesOfAResult() throws IOException {
    Path commit = log("air.station_hour").resolve("00000000000000000000.json");
    String text = Files.readString(commit);
    String withoutFiles =
        String.join("\n", text.lines().filter(l -> !l.startsWith("{\"add\"")).toList()) + "\n";
    assertThat(withoutFiles.length()).isLessThan(text.length());
    Files.write(commit, withoutFiles.getBytes(StandardCharsets.UTF_8));
    Files.delete(commit.resolveSibling("." + commit.getFileName() + ".crc"));

    assertThatThrownBy(
            () -> new Nights(lake, city.landing()).lake().read(table("air.station_hour")))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("doctor --rebuild air.station_hour");
    healed("air.station_hour");
  }

  @Test
  void aLostLedger() throws IOException {
    Path commit = log("ops.landing_file").resolve("00000000000000000000.json");
    Files.write(commit, new byte[0]);
    assertThatThrownBy(() -> new Nights(lake, city.landing()).run())
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("doctor --rebuild ops.landing_file");
    healed("ops.landing_file");
  }

  @Test
  void rejectsJournalAndChecks() {
    healed("ops.reject");
    healed("ops.job_run");
    healed("ops.data_check");
    healed("registry.outlet");
  }
}
