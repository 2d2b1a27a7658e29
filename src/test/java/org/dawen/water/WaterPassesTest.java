package org.dawen.water;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.dawen.cli.SampleLake;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.SharedSession;
import org.dawen.run.Pass;
import org.dawen.run.PassRuns;
import org.dawen.run.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All passes over the sample city: their tables are the same on however many tasks they run. */
class WaterPassesTest {
  private static final DaySet MARCH = DaySet.parse("2024-03-01..2024-03-31");
  private static final DaySet MONTH = DaySet.parse("2024-03-01");
  private static final Settings SETTINGS =
      Settings.read(Path.of(System.getProperty("dawen.home", "."), "jobs/nightly.yaml"));

  @TempDir private Path folder;

  private static Map<String, Integer> same(Lake lake, Pass pass, DaySet days) {
    return PassRuns.assertSameInTasks(lake, pass, days, SETTINGS);
  }

  @Test
  void noPassCanTellOnHowManyTasksItRuns() {
    Lake lake =
        new Lake(SharedSession.spark(), SampleLake.copyTo(folder.resolve("lake")).toString());
    Map<String, Integer> sections = same(lake, new SectionPass(), MARCH);
    assertThat(sections.get("water.section_day")).isPositive();
    assertThat(sections).containsEntry("water.class_change", 1);
    assertThat(same(lake, new SectionMethodMonthPass(), MONTH).get("water.section_method_month"))
        .isPositive();
    assertThat(same(lake, new SectionMonthPass(), MONTH).get("water.section_month")).isPositive();
    assertThat(same(lake, new AreaPass(), MONTH)).containsEntry("water.lake_month", 1);
    assertThat(same(lake, new HeadroomPass(), MONTH).get("water.headroom_month")).isPositive();
  }
}
