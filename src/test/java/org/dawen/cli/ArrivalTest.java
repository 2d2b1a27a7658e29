package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dawen.lake.DaySet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The tables are a function of the landing folder as it stands: in which nights and in which order
 * its files came, and how often a run was killed on the way, leaves no trace.
 */
class ArrivalTest {
  /** Stops every commit from a certain one on, as a killed process would. */
  private static final class Kill implements Runnable {
    private int left;

    Kill(int commitsAllowed) {
      left = commitsAllowed;
    }

    @Override
    public synchronized void run() {
      if (left-- <= 0) {
        throw new Killed();
      }
    }
  }

  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private static SmallCity city;
  private static Map<String, String> undisturbed;

  @BeforeAll
  static void runUndisturbed() {
    city = SmallLake.undisturbed().city();
    undisturbed = SmallLake.undisturbed().hashes();
    assertThat(undisturbed.get("source.exceedance_hour")).doesNotStartWith("0:");
    assertThat(undisturbed.get("air.station_day")).doesNotStartWith("0:");
    assertThat(undisturbed.get("power.meter_interval")).doesNotStartWith("0:");
    assertThat(undisturbed.get("ops.reject")).doesNotStartWith("0:");
  }

  @ParameterizedTest
  @ValueSource(longs = {1})
  void arrivalOrderDoesNotMatter(long seed, @TempDir Path there) throws IOException {
    Random random = new Random(seed);
    List<Path> files = new ArrayList<>(city.files());
    Collections.shuffle(files, random);
    Path landing = Files.createDirectories(there.resolve("landing"));
    Nights nights = new Nights(there.resolve("lake"), landing);
    for (int from = 0; from < files.size(); ) {
      int to = Math.min(files.size(), from + 1 + random.nextInt(files.size() / 2));
      for (Path file : files.subList(from, to)) {
        copy(file, landing.resolve(city.landing().relativize(file)));
      }
      nights.run();
      from = to;
    }
    assertThat(nights.hashes()).isEqualTo(undisturbed);
  }

  @Test
  void dayByDayEqualsTheWholeMonth(@TempDir Path there) {
    Nights nights = new Nights(there.resolve("lake"), city.landing());
    for (String day : List.of("2024-03-02", "2024-03-01")) {
      nights.run(DaySet.parse(day));
    }
    nights.run();
    assertThat(nights.hashes()).isEqualTo(undisturbed);
  }

  @Test
  void aFileReplacedByAnotherContentLeavesNoTrace(@TempDir Path there) throws IOException {
    Path landing = city.copyTo(there.resolve("landing"));
    Path air = city.anAirFile(landing);
    String right = Files.readString(air);
    String header = right.lines().findFirst().orElseThrow();
    Files.writeString(
        air, header + "\nX9,2024-03-03T05:00,1,2,0.3,4,5,6\nX9,2024-02-30T05:00,1,2,0.3,4,5,6\n");
    Nights nights = new Nights(there.resolve("lake"), landing);
    nights.run();
    assertThat(nights.hashes()).isNotEqualTo(undisturbed);
    Files.writeString(air, "no header at all\n");
    assertThat(nights.run().exitCode()).isEqualTo(4);
    Files.writeString(air, right);
    assertThat(nights.run().exitCode()).isZero();
    assertThat(nights.hashes()).isEqualTo(undisturbed);
  }

  @Test
  void aRegistryThatComesAndGoesWrongInBetweenLeavesNoTrace(@TempDir Path there)
      throws IOException {
    Path landing = city.copyTo(there.resolve("landing"));
    Path limits = landing.resolve("registry/limits.csv");
    String right = Files.readString(limits);
    Nights nights = new Nights(there.resolve("lake"), landing);
    Files.writeString(limits, right.replace(",50,", ",40,"));
    nights.run();
    assertThat(nights.hashes().get("source.exceedance_hour"))
        .isNotEqualTo(undisturbed.get("source.exceedance_hour"));
    Files.writeString(limits, "outlet,limit\nA,1\n");
    assertThat(nights.run().exitCode()).isEqualTo(4);
    Files.writeString(limits, right);
    assertThat(nights.run().exitCode()).isZero();
    assertThat(nights.hashes()).isEqualTo(undisturbed);
  }

  /**
   * Kills a night after one commit more each time; an ordinary build takes every thirtieth, {@code
   * -Ddawen.kills=all} takes all of them.
   */
  @Test
  void aKillBetweenAnyTwoCommitsLeavesNoTrace(@TempDir Path there) throws IOException {
    boolean takesAll = "all".equals(System.getProperty("dawen.kills"));
    int step = takesAll ? 1 : 30;
    int commits = takesAll ? 0 : 5;
    int kills = 0;
    while (!survivesKillAfter(commits, Files.createDirectories(there.resolve("kill-" + commits)))) {
      commits += step;
      kills++;
    }
    assertThat(kills).as("nights killed").isGreaterThan(takesAll ? 15 : 1);
  }

  /** True if the night ended before the kill came. */
  private static boolean survivesKillAfter(int commits, Path place) throws IOException {
    Path landing = city.copyTo(place.resolve("landing"));
    Path air = city.anAirFile(landing);
    String right = Files.readString(air);
    boolean changesMeanwhile = commits % 2 == 1;
    if (changesMeanwhile) {
      Files.writeString(
          air, right.lines().findFirst().orElseThrow() + "\nX9,2024-03-03T05:00,1,2,0.3,4,5,6\n");
    }
    boolean ended = false;
    try {
      new Nights(place.resolve("lake"), landing, new Kill(commits)).run();
      ended = true;
    } catch (Killed | IllegalStateException e) {
      boolean wasKilled = e instanceof Killed || e.getCause() != null;
      assertThat(wasKilled).as("ended by %s", e).isTrue();
    }
    Files.writeString(air, right);
    Nights after = new Nights(place.resolve("lake"), landing);
    after.run();
    assertThat(after.hashes()).as("killed after %d commits", commits).isEqualTo(undisturbed);
    return ended;
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }
}
