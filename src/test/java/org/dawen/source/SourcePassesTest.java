package org.dawen.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dawen.intake.ReceivedHj212;
import org.dawen.lake.ContentHash;
import org.dawen.lake.DaySet;
import org.dawen.lake.Given;
import org.dawen.lake.Lake;
import org.dawen.lake.SharedSession;
import org.dawen.lake.Table;
import org.dawen.lake.TestRows;
import org.dawen.registry.Limit;
import org.dawen.registry.Outlet;
import org.dawen.run.Pass;
import org.dawen.run.PassRuns;
import org.dawen.run.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The passes over a lake: the same rows on any number of tasks and in any order of arrival. */
class SourcePassesTest {
  private static final LocalDate FIRST = LocalDate.of(2024, 3, 1);
  private static final DaySet DAYS = DaySet.between(FIRST, FIRST.plusDays(2));
  private static final Settings SETTINGS =
      Settings.read(Path.of(System.getProperty("dawen.home", "."), "jobs/nightly.yaml"));

  @TempDir private Path folder;

  /** Two devices and an unknown one: hours, some sent again or in two parts, and minutes. */
  private static List<Map<String, String>> received() {
    Random random = new Random(11);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String mn : List.of("M1", "M2", "M9")) {
      for (int hour = 0; hour < 72; hour++) {
        LocalDateTime at = FIRST.atStartOfDay().plusHours(hour);
        boolean isSplit = hour % 11 == 0;
        for (int again = 0; again < (hour % 7 == 0 ? 2 : 1); again++) {
          int record = rows.size();
          String value = String.valueOf(20 + random.nextInt(60));
          rows.add(row(mn, "2061", at, "a21026", value, record, isSplit ? "1" : null));
          rows.add(row(mn, "2061", at, "a19001", "7", record + (isSplit ? 1 : 0), part(isSplit)));
        }
        if (hour < 3) {
          for (int minute = 0; minute < 60; minute += 10) {
            rows.add(row(mn, "2051", at.plusMinutes(minute), "a21026", "30", rows.size(), null));
          }
        }
      }
    }
    return rows;
  }

  private static String part(boolean isSplit) {
    return isSplit ? "2" : null;
  }

  private static Map<String, String> row(
      String mn,
      String command,
      LocalDateTime at,
      String factor,
      String value,
      int record,
      String part) {
    Map<String, String> row = new HashMap<>();
    row.put("mn", mn);
    row.put("command_code", command);
    row.put("data_time", at.toString());
    row.put("data_day", at.toLocalDate().toString());
    row.put("factor_code", factor);
    row.put("factor_code_sent", factor);
    row.put("group_no", "1");
    row.put("avg_value", value);
    row.put("cou_value", value);
    row.put("data_flag", "N");
    row.put("packet_count", part == null ? "" : "2");
    row.put("packet_no", part == null ? "" : part);
    row.put("file_order", "0");
    row.put("file_id", "hj212.txt");
    row.put("record_no", String.valueOf(record));
    return row;
  }

  private Lake lake(String name, List<Map<String, String>> received) {
    Lake lake = new Lake(SharedSession.spark(), folder.resolve(name).toString());
    append(lake, Table.of(ReceivedHj212.class), DAYS, received);
    append(
        lake,
        Table.of(Outlet.class),
        DaySet.ALWAYS,
        TestRows.lines(
            List.of(
                "outlet_code,mn,name,enterprise_code,county_code,medium,file_id,record_no",
                "O1,M1,一,E1,370902,gas,outlets.csv,2",
                "O2,M2,二,E1,370902,gas,outlets.csv,3")));
    append(
        lake,
        Table.of(Limit.class),
        DaySet.ALWAYS,
        TestRows.lines(
            List.of(
                "outlet_code,pollutant_code,limit_value,unit,period,file_id,record_no",
                "O1,a21026,50,mg/m3,hour,limits.csv,2",
                "O2,a21026,50,mg/m3,hour,limits.csv,3")));
    return lake;
  }

  private static void append(Lake lake, Table table, DaySet days, List<Map<String, String>> rows) {
    lake.append(
        table, days, Given.rows(table, TestRows.dataset(lake.spark(), table, rows)), "intake");
  }

  private static List<Pass> passes() {
    return List.of(new PacketPass(), new EpisodePass(), new OutletPass(), new MonthPass());
  }

  private static List<String> contents(Lake lake) {
    return passes().stream()
        .flatMap(pass -> pass.spec().gives().stream())
        .map(type -> Table.of(type) + " " + ContentHash.of(lake, Table.of(type)))
        .toList();
  }

  @Test
  void anyNumberOfTasksAndAnyOrderOfArrivalGiveTheSameRows() {
    Lake whole = lake("whole", received());
    Map<String, Integer> counts = new HashMap<>();
    passes().forEach(p -> counts.putAll(PassRuns.assertSameInTasks(whole, p, DAYS, SETTINGS)));
    assertThat(counts)
        .containsEntry("source.outlet_hour", 2 * 72 * 2)
        .containsEntry("source.unknown_outlet", 3)
        .containsEntry("source.outlet_day", 2 * 3 * 2)
        .hasEntrySatisfying("source.withdrawn_exceedance", n -> assertThat(n).isPositive())
        .hasEntrySatisfying("source.exceedance_episode", n -> assertThat(n).isPositive())
        .hasEntrySatisfying("source.transmission_month", n -> assertThat(n).isPositive());

    List<Map<String, String>> shuffled = received();
    Collections.shuffle(shuffled, new Random(5));
    Lake another = lake("another", shuffled);
    for (DaySet day : DAYS.batches(1)) {
      PassRuns.run(another, new PacketPass(), day, SETTINGS);
    }
    passes().stream().skip(1).forEach(p -> PassRuns.run(another, p, DAYS, SETTINGS));
    assertThat(contents(another)).isEqualTo(contents(whole));
  }
}
