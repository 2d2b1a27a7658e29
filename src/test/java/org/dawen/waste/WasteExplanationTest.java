package org.dawen.waste;

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
import org.dawen.run.Explanation;
import org.dawen.run.Explanation.Section;
import org.dawen.run.Settings;
import org.junit.jupiter.api.Test;

/** Stocks and findings of the sample city, down to moves, manifests and records. */
class WasteExplanationTest {
  private static String explained(Class<? extends Record> type, String condition) {
    Lake lake = SampleLake.lake();
    Table table = Table.of(type);
    TableRow row = Engines.of(lake).rows(table, condition, 1).get(0);
    Explanation explanation =
        WasteExplanation.all().stream().filter(e -> e.table() == table).findFirst().orElseThrow();
    Evidence evidence =
        new Evidence(
            lake,
            Engines.of(lake),
            Settings.read(Path.of(System.getProperty("dawen.home", "."), "jobs/nightly.yaml")),
            (file, record) -> List.of(Message.verbatim("raw " + file + " " + record)),
            (t, r) -> List.of());
    return explanation.explain(row, evidence).stream()
        .map(
            (Section s) ->
                s.title()
                    + "\n"
                    + s.lines().stream().map(Message::toString).collect(Collectors.joining("\n")))
        .collect(Collectors.joining("\n\n"));
  }

  @Test
  void storageOverAYearNamesThePermitTheClauseAndTheMoveIn() {
    assertThat(explained(Finding.class, "object_no = 'WU001-B02'"))
        .contains("示例危险废物经营单位, holds a permit")
        .contains("12 months unless more were approved", "art. 81, confidence V")
        .contains("2023-02-20 in 12.6 t, batch WU001-B02")
        .contains("raw waste/2024-01-08/ledger_2023.csv");
  }

  @Test
  void aDifferenceNamesBothSidesAndTheirRecords() {
    assertThat(explained(Finding.class, "object_no = '37092300000003'"))
        .contains("2024-03-12 out 30.5 t, batch WU002-B01, manifest 37092300000003")
        .contains("sent 2024-03-12 30.2 t to WU901, received 2024-03-13 30.2 t")
        .contains("waste/2024-04-01/manifests_202403.csv");
  }

  @Test
  void aStockIsTheSumOfTheDayAndNamesTheCorrectedMoveAlone() {
    assertThat(explained(StockDay.class, "unit_code = 'WU004' AND data_day = DATE'2024-03-18'"))
        .contains("0.280000 = 0.480000 before + 0.000000 in - 0.200000 out")
        .contains("2024-03-02 in 0.48 t")
        .doesNotContain("0.84");
  }

  @Test
  void aBatchNamesTheLastDayItMayBeKept() {
    assertThat(explained(Batch.class, "batch_no = 'WU002-B02'"))
        .contains("keep_until", "2024-11-14", "may store for 18 months")
        .contains("2023-05-14 in 28 t");
  }
}
