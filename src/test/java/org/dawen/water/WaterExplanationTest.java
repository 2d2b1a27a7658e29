package org.dawen.water;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.dawen.cli.Engines;
import org.dawen.cli.SampleLake;
import org.dawen.lake.Lake;
import org.dawen.lake.Message;
import org.dawen.lake.Table;
import org.dawen.lake.TableRow;
import org.dawen.run.Evidence;
import org.dawen.run.Explanation.Section;
import org.dawen.run.Settings;
import org.junit.jupiter.api.Test;

/** A month of the sample city, down to readings, versions and records. */
class WaterExplanationTest {
  private static Evidence evidence(Lake lake) {
    return new Evidence(
        lake,
        Engines.of(lake),
        Settings.read(Path.of(System.getProperty("dawen.home", "."), "jobs/nightly.yaml")),
        (file, record) -> List.of(Message.verbatim("raw " + file + " " + record)),
        (table, row) -> List.of());
  }

  private static TableRow row(Lake lake, Class<? extends Record> type, String condition) {
    return Engines.of(lake).rows(Table.of(type), condition, 1).get(0);
  }

  private static String explained(String way) {
    Lake lake = SampleLake.lake();
    TableRow month =
        row(
            lake,
            SectionMonth.class,
            "section_code = 'TAW02' AND month_start = DATE'2024-03-01' AND way = '%s'"
                .formatted(way));
    return new WaterExplanation()
        .explain(month, evidence(lake)).stream()
            .map(
                (Section s) ->
                    s.title()
                        + "\n"
                        + s.lines().stream()
                            .map(Message::toString)
                            .collect(Collectors.joining("\n")))
            .collect(Collectors.joining("\n\n"));
  }

  @Test
  void aFaultyAnalyserIsNamedByItsReadingsTheirRecordsAndTheReasonOfScreening() {
    assertThat(explained("as_received"))
        .contains("Class 劣Ⅴ", "Target Ⅲ: missed")
        .contains("NH3-N: limit", "Ⅲ ≤ 1.0", "GB 3838-2002, table 1, confidence V")
        .contains("2024-03-11T00:00 automatic 70765 mg/L, class 劣Ⅴ")
        .contains("water/2024-03-12/water_20240311.csv record 26: 70765")
        .contains("6 × NH3-N left out, IMPOSSIBLE_VALUE")
        .contains("raw water/2024-03-12/water_20240311.csv 26");
  }

  @Test
  void whatScreeningLeavesOutWeighsNothingByTheProvincesRule() {
    String month = explained("province_rule");
    assertThat(month).contains("Class Ⅱ", "Target Ⅲ: met", "6 × NH3-N left out");
    assertThat(month).doesNotContain("automatic 70765 mg/L", "raw water/2024-03-12/");
  }

  @Test
  void theVersionsOfAReadingStandInTheOrderOfRevisionsTheLatestFirst() {
    Lake lake = SampleLake.lake();
    TableRow reading =
        row(
            lake,
            WaterObservation.class,
            "section_code = 'TAW01' AND item = 'TP'"
                + " AND observed_at = TIMESTAMP'2024-03-08 12:00:00'");
    List<String> versions =
        new ReceivedVersions("TAW01", LocalDate.of(2024, 3, 1), evidence(lake))
            .of(reading).stream().map(Message::toString).toList();
    assertThat(versions)
        .hasSize(2)
        .first()
        .isEqualTo("water/2024-03-15/water_20240308_r2.csv record 2: 0.053");
    assertThat(versions.get(1))
        .startsWith("water/2024-03-09/water_20240308.csv record")
        .endsWith(": 0.318");
  }
}
