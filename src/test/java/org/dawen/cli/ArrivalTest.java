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
import org.dawen.run.NightReport;
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
  private static final int MANY = 1_000;

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

  /**
   * Air and permits, of which no result reads both: what is wrong with one cannot hide the other.
   */
  @Test
  void dataAndRegistryThatComeAndGoWrongInBetweenLeaveNoTrace(@TempDir Path there)
      throws IOException {
    Path landing = city.copyTo(there.resolve("landing"));
    Path air = city.anAirFile(landing);
    Path limits = landing.resolve("registry/limits.csv");
    String rightAir = Files.readString(air);
    String rightLimits = Files.readString(limits);
    Nights nights = new Nights(there.resolve("lake"), landing);
    Files.writeString(
        air,
        rightAir.lines().findFirst().orElseThrow()
            + "\nX9,2024-03-03T05:00,1,2,0.3,4,5,6\nX9,2024-02-30T05:00,1,2,0.3,4,5,6\n");
    Files.writeString(limits, rightLimits.replace(",50,", ",40,"));
    nights.run();
    Map<String, String> wrong = nights.hashes();
    for (String table : List.of("received.air", "air.station_day", "source.exceedance_hour")) {
      assertThat(wrong.get(table)).as(table).isNotEqualTo(undisturbed.get(table));
    }
    Files.writeString(air, "no header at all\n");
    Files.writeString(limits, "outlet,limit\nA,1\n");
    NightReport unusable = nights.run();
    assertThat(unusable.exitCode()).isEqualTo(4);
    assertThat(unusable.warnings())
        .anySatisfy(w -> assertThat(w).contains("Held back", "air/air_20240302.csv"))
        .anySatisfy(w -> assertThat(w).contains("Held back", "registry/limits.csv"));
    Files.writeString(air, rightAir);
    Files.writeString(limits, rightLimits);
    assertThat(nights.run().exitCode()).isZero();
    assertThat(nights.hashes()).isEqualTo(undisturbed);
  }

  /**
   * One lake, killed after some commits of each night until one comes through, so recoveries are
   * killed as well. {@code -Ddawen.kills=all} takes every commit of the first night, each in a lake
   * of its own.
   */
  @Test
  void aKillBetweenAnyTwoCommitsLeavesNoTrace(@TempDir Path there) throws IOException {
    if (!"all".equals(System.getProperty("dawen.kills"))) {
      assertThat(killsUntilOneNightEnds(there, 5, 30)).as("nights killed").isBetween(2, 10);
      return;
    }
    int commits = 0;
    while (killsUntilOneNightEnds(there.resolve("kill-" + commits), commits, MANY) > 0) {
      commits++;
    }
    assertThat(commits).as("nights killed").isGreaterThan(15);
  }

  /** How many nights were killed: the first after so many commits, each later one after others. */
  private static int killsUntilOneNightEnds(Path place, int first, int later) throws IOException {
    Path landing = city.copyTo(place.resolve("landing"));
    Path air = city.anAirFile(landing);
    String right = Files.readString(air);
    boolean changesMeanwhile = first % 2 == 1;
    if (changesMeanwhile) {
      Files.writeString(
          air, right.lines().findFirst().orElseThrow() + "\nX9,2024-03-03T05:00,1,2,0.3,4,5,6\n");
    }
    Path lake = place.resolve("lake");
    int kills = 0;
    boolean ended = hasEnded(lake, landing, first);
    Files.writeString(air, right);
    while (!ended) {
      kills++;
      assertThat(kills).as("nights that came to no end").isLessThan(50);
      ended = hasEnded(lake, landing, later);
    }
    Nights after = new Nights(lake, landing);
    if (changesMeanwhile && kills == 0) {
      after.run();
    }
    assertThat(after.hashes()).as("killed after %d commits", first).isEqualTo(undisturbed);
    return kills;
  }

  /** True if the night ended before the kill came. */
  private static boolean hasEnded(Path lake, Path landing, int commits) {
    try {
      new Nights(lake, landing, new Kill(commits)).run();
      return true;
    } catch (Killed | IllegalStateException e) {
      boolean wasKilled = e instanceof Killed || e.getCause() != null;
      assertThat(wasKilled).as("ended by %s", e).isTrue();
      return false;
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }
}
