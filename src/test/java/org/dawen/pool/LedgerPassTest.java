package org.dawen.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dawen.intake.ReceivedPool;
import org.dawen.lake.DaySet;
import org.dawen.lake.Given;
import org.dawen.lake.Lake;
import org.dawen.lake.SharedSession;
import org.dawen.lake.Table;
import org.dawen.lake.TestRows;
import org.dawen.run.PassRuns;
import org.dawen.run.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger as a pass: from received records to committed tables. */
class LedgerPassTest {
  private static final DaySet ALL = DaySet.between(LocalDate.of(2024, 1, 1), null);
  private static final DaySet FROM_MAY = DaySet.between(LocalDate.of(2024, 5, 1), null);
  private static final Settings NONE = Settings.of(Map.of());
  private static final String HEADINGS =
      "entry_no,data_day,kind,county_code,pollutant_code,mass_t,project_code,refers_to_entry_no,"
          + "file_order,file_id,record_no";

  /** Two months and the beginning of a third. */
  private static final List<String> SPRING =
      List.of(
          "1,2024-03-04,CERTIFY,370902,NOx,10.0000,,",
          "2,2024-03-20,ALLOCATE_COUNTY,370902,NOx,3.0000,P1,",
          "3,2024-04-02,CERTIFY,370902,NOx,5.0000,,",
          "4,2024-04-11,ALLOCATE_COUNTY,370902,NOx,50.0000,P2,",
          "5,2024-05-03,ALLOCATE_COUNTY,370902,NOx,2.5000,P1,");

  /** Undoes an entry of an earlier month, draws what became free, and names a refused one. */
  private static final List<String> LATER =
      List.of(
          "6,2024-05-20,REVERSE,,,,,2",
          "7,2024-05-21,ALLOCATE_COUNTY,370902,NOx,7.5000,P3,",
          "8,2024-06-01,REVERSE,,,,,4");

  @TempDir private Path folder;

  private Lake lake(String name) {
    return new Lake(SharedSession.spark(), folder.resolve(name).toString());
  }

  private static void receive(Lake lake, List<String> records) {
    List<String> lines = new ArrayList<>(List.of(HEADINGS));
    records.forEach(r -> lines.add(r + ",20240701,pool/p.csv," + r.split(",")[0]));
    List<Map<String, String>> rows = TestRows.lines(lines);
    lake.append(
        Table.of(ReceivedPool.class),
        DaySet.of(rows.stream().map(r -> LocalDate.parse(r.get("data_day"))).distinct().toList()),
        Given.rows(
            Table.of(ReceivedPool.class),
            TestRows.dataset(SharedSession.spark(), Table.of(ReceivedPool.class), rows)),
        "intake");
  }

  private static List<Record> contents(Lake lake) {
    List<Record> rows = new ArrayList<>();
    LedgerPass.ROWS.forEach(
        type -> lake.rows(Table.of(type), type, DaySet.ALWAYS).forEach(rows::add));
    return rows;
  }

  @Test
  void theTablesAreTheSameInAnyNumberOfTasksAndProveThemselves() {
    Lake lake = lake("tasks");
    receive(lake, SPRING);

    Map<String, Integer> counts = PassRuns.assertSameInTasks(lake, new LedgerPass(), ALL, NONE);

    assertThat(counts)
        .containsEntry("pool.entry", 7)
        .containsEntry("pool.balance_month", 3)
        .containsEntry("pool.city_balance_month", 6)
        .containsEntry("pool.project", 2)
        .containsEntry("pool.county_year", 1);
    assertThat(LedgerProof.differences(lake)).isEmpty();
  }

  @Test
  void laterEntriesChangeWhatWasWrittenFromTheirMonthOn() {
    Lake lake = lake("goes-on");
    receive(lake, SPRING);
    PassRuns.run(lake, new LedgerPass(), ALL, NONE);
    receive(lake, LATER);
    assertThat(LedgerProof.differences(lake))
        .contains("pool.entry 7 1 ALLOCATE_COUNTY 1 follows but does not stand")
        .anyMatch(line -> line.startsWith("pool.project ") && line.endsWith("does not follow"));

    PassRuns.run(lake, new LedgerPass(), FROM_MAY, NONE);

    Lake atOnce = lake("at-once");
    receive(atOnce, SPRING);
    receive(atOnce, LATER);
    PassRuns.run(atOnce, new LedgerPass(), ALL, NONE);
    assertThat(contents(lake)).containsExactlyInAnyOrderElementsOf(contents(atOnce));
    assertThat(LedgerProof.differences(lake)).isEmpty();
  }

  @Test
  void whatIsNoLongerReceivedIsNoLongerInTheTables() {
    Lake lake = lake("withdrawn");
    receive(lake, SPRING);
    PassRuns.run(lake, new LedgerPass(), ALL, NONE);
    Given.replaceDays(
        lake,
        Table.of(ReceivedPool.class),
        DaySet.ALWAYS,
        TestRows.dataset(SharedSession.spark(), Table.of(ReceivedPool.class), List.of()),
        "intake");

    PassRuns.run(lake, new LedgerPass(), ALL, NONE);

    assertThat(contents(lake)).isEmpty();
  }
}
