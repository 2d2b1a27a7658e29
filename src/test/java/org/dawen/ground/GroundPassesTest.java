package org.dawen.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.dawen.cli.SampleLake;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.SharedSession;
import org.dawen.run.Pass;
import org.dawen.run.PassRuns;
import org.dawen.run.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The passes over the sample city: their tables are the same on however many tasks they run. */
class GroundPassesTest {
  private static final Settings SETTINGS =
      Settings.read(Path.of(System.getProperty("dawen.home", "."), "jobs/nightly.yaml"));

  @TempDir private Path folder;

  @Test
  void noPassCanTellOnHowManyTasksItRuns() {
    Lake lake =
        new Lake(SharedSession.spark(), SampleLake.copyTo(folder.resolve("lake")).toString());
    assertThat(rows(lake, new SamplePass(), "2023-01-01..2024-12-31", "ground.sample_class"))
        .isEqualTo(6);
    assertThat(rows(lake, new PointYearPass(), "2024-01-01", "ground.point_year")).isEqualTo(6);
    assertThat(rows(lake, new PlotPass(), "2024-01-01", "ground.plot_year")).isPositive();
  }

  private static int rows(Lake lake, Pass pass, String days, String table) {
    return PassRuns.assertSameInTasks(lake, pass, DaySet.parse(days), SETTINGS).get(table);
  }
}
