package org.dawen.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.dawen.cli.SampleLake;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.SharedSession;
import org.dawen.run.PassRuns;
import org.dawen.run.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The passes over the sample city: their tables are the same on however many tasks they run. */
class NoisePassesTest {
  private static final Settings SETTINGS =
      Settings.read(Path.of(System.getProperty("dawen.home", "."), "jobs/nightly.yaml"));

  @TempDir private Path folder;

  @Test
  void noPassCanTellOnHowManyTasksItRuns() {
    Lake lake =
        new Lake(SharedSession.spark(), SampleLake.copyTo(folder.resolve("lake")).toString());
    Map<String, Integer> points =
        PassRuns.assertSameInTasks(
            lake, new PointPass(), DaySet.parse("2024-03-01..2024-03-31"), SETTINGS);
    assertThat(points.get("noise.point_hour")).isPositive();
    assertThat(points.get("noise.exceedance")).isPositive();
    assertThat(
            PassRuns.assertSameInTasks(lake, new ZonePass(), DaySet.parse("2024-03-01"), SETTINGS))
        .containsEntry("noise.point_month", 7);
  }
}
