package org.dawen.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.dawen.cli.Engines;
import org.dawen.cli.SampleLake;
import org.dawen.lake.Lake;
import org.dawen.lake.Message;
import org.dawen.lake.Table;
import org.dawen.lake.TableRow;
import org.dawen.run.Evidence;
import org.dawen.run.Settings;
import org.junit.jupiter.api.Test;

/** A day of the sample city, down to hours and records. */
class NoiseExplanationTest {
  private static String explained(String condition) {
    Lake lake = SampleLake.lake();
    TableRow day = Engines.of(lake).rows(Table.of(PointDay.class), condition, 1).get(0);
    Evidence evidence =
        new Evidence(
            lake,
            Engines.of(lake),
            Settings.read(Path.of(System.getProperty("dawen.home", "."), "jobs/nightly.yaml")),
            (file, record) -> List.of(Message.verbatim("raw " + file + " " + record)),
            (table, row) -> List.of());
    return new NoiseExplanation()
        .explain(day, evidence).stream()
            .map(
                s ->
                    s.title()
                        + "\n"
                        + s.lines().stream()
                            .map(Message::toString)
                            .collect(Collectors.joining("\n")))
            .collect(Collectors.joining("\n\n"));
  }

  @Test
  void aNightThatExceedsIsFollowedToItsHoursAndTheirRecords() {
    assertThat(
            explained(
                "point_code = 'TAN03' AND data_day = DATE'2024-03-30'"
                    + " AND night_convention = 'same_date'"))
        .contains("zone 3; night of the date: same_date. It decides the verdict.")
        .contains("Night: judged 56 dB of 8 hours, limit 55 dB: exceeds.")
        .contains("limits 65 by day, 55 by night: GB 3096-2008, table 1, confidence V")
        .contains("night_of_day = same_date: project choice, clause not known, confidence U")
        .contains("2024-03-30T23:00 night: Leq", "hj212/noise/noise_station_20240330.txt record")
        .contains("raw hj212/noise/noise_station_20240330.txt");
  }

  @Test
  void hoursLeftOutSayWhy() {
    assertThat(
            explained(
                "point_code = 'TAN01' AND data_day = DATE'2024-03-12'"
                    + " AND night_convention = 'same_date'"))
        .contains("2024-03-12T03:00 night", "left out: RAIN")
        .contains("Night: judged (none) dB of 5 hours, limit 50 dB: not judged.");
  }
}
