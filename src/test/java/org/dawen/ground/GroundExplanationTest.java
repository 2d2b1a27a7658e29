package org.dawen.ground;

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

/** A sample of the sample city, down to items, limits and records. */
class GroundExplanationTest {
  @Test
  void aSampleIsFollowedToItsItemsLimitsAndTheRecordOfTheWorst() {
    Lake lake = SampleLake.lake();
    TableRow sample =
        Engines.of(lake)
            .rows(
                Table.of(SampleClass.class),
                "point_code = 'TAG01' AND data_day = DATE'2024-03-12'",
                1)
            .get(0);
    Evidence evidence =
        new Evidence(
            lake,
            Engines.of(lake),
            Settings.read(Path.of(System.getProperty("dawen.home", "."), "jobs/nightly.yaml")),
            (file, record) -> List.of(Message.verbatim("raw " + file + " " + record)),
            (table, row) -> List.of());
    assertThat(
            new GroundExplanation()
                .explain(sample, evidence).stream()
                    .map(
                        s ->
                            s.title()
                                + "\n"
                                + s.lines().stream()
                                    .map(Message::toString)
                                    .collect(Collectors.joining("\n")))
                    .collect(Collectors.joining("\n\n")))
        .contains("Class Ⅳ by Mn; up to Ⅳ is possible", "As Ⅲ")
        .contains("Mn: 0.35 mg/L, class Ⅳ; limits Ⅰ ≤ 0.05, Ⅱ ≤ 0.05, Ⅲ ≤ 0.10, Ⅳ ≤ 1.50")
        .contains("As: below 0.005 mg/L, nothing better than Ⅲ is proven")
        .contains("GB/T 14848-2017, table 1, confidence V")
        .contains("raw ground/2024-03-25/samples_202403.csv");
  }
}
