package org.dawen.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dawen.intake.ReceivedAir;
import org.dawen.lake.ContentHash;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.SharedSession;
import org.dawen.lake.Table;
import org.dawen.lake.TestRows;
import org.dawen.registry.Station;
import org.dawen.run.JobSpec;
import org.dawen.run.PassRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pass over a lake: what it computes is what the tables declare. */
class StationPassTest {
  private static final LocalDate FIRST = LocalDate.of(2016, 3, 1);
  private static final DaySet DAYS = DaySet.between(FIRST, FIRST.plusDays(1));

  @TempDir private Path folder;

  /** Two recorded days, some hours twice from different files, one station registered. */
  private static List<Map<String, String>> landed() {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Map<String, String> row : TestRows.csv("/air/beijing_dongsi_2016.csv.gz")) {
      String end = row.get("hour_end");
      if (end.compareTo("2016-03-01T01") >= 0 && end.compareTo("2016-03-03T00:00") <= 0) {
        rows.add(with(row, "air/a.csv", rows.size(), row.get("pm10_ug_m3")));
        if (end.endsWith("7:00")) {
          rows.add(with(row, "air/b.csv", rows.size(), "77"));
        }
      }
    }
    return rows;
  }

  private static Map<String, String> with(
      Map<String, String> row, String fileId, int recordNo, String pm10) {
    Map<String, String> copy = new LinkedHashMap<>(row);
    copy.put("pm10_ug_m3", pm10);
    copy.put("file_id", fileId);
    copy.put("record_no", String.valueOf(recordNo));
    return copy;
  }

  private Lake lake(String name, List<Map<String, String>> landed) {
    Lake lake = new Lake(SharedSession.spark(), folder.resolve(name).toString());
    AirSamples.append(lake, Table.of(ReceivedAir.class), DAYS, AirSamples.cells(landed));
    AirSamples.append(
        lake,
        Table.of(Station.class),
        DaySet.ALWAYS,
        "station_code,name,county_code,valid_from,valid_to",
        "Dongsi,东四,110101,2016-03-02,");
    return lake;
  }

  private static void run(Lake lake, DaySet days) {
    PassRuns.run(lake, new StationPass(), days, AirSamples.settings("data_day"));
  }

  private static List<String> contents(Lake lake) {
    return new StationPass()
        .spec().gives().stream()
            .map(Table::of)
            .map(t -> t + " " + ContentHash.of(lake, t))
            .toList();
  }

  @Test
  void everyTableIsWrittenByAPartThatDeclaresIt() {
    assertThat(new StationPass().spec().parts())
        .extracting(JobSpec::name, JobSpec::writes)
        .containsExactly(
            tuple(
                "air.station_hour",
                List.of(Table.of(StationHour.class), Table.of(UnknownStation.class))),
            tuple("air.station_day", List.of(Table.of(StationDay.class))),
            tuple("air.area_day", List.of(Table.of(AreaDay.class))));
  }

  @Test
  void runningTwiceOrDayByDayOrInAnotherOrderGivesTheSameRows() {
    Lake whole = lake("whole", landed());
    run(whole, DAYS);
    List<String> contents = contents(whole);
    assertThat(whole.read(Table.of(StationHour.class)).count()).isEqualTo(48);
    assertThat(whole.read(Table.of(UnknownStation.class)).count()).isEqualTo(1);
    assertThat(whole.read(Table.of(StationDay.class)).count()).isEqualTo(2);

    run(whole, DAYS);
    assertThat(contents(whole)).isEqualTo(contents);

    List<Map<String, String>> shuffled = landed();
    Collections.shuffle(shuffled, new Random(7));
    Lake dayByDay = lake("day-by-day", shuffled);
    for (DaySet day : DAYS.batches(1)) {
      run(dayByDay, day);
    }
    assertThat(contents(dayByDay)).isEqualTo(contents);

    // The setting that fixes the day of the rules reaches the rows.
    PassRuns.run(whole, new StationPass(), DAYS, AirSamples.settings("2026-03-01"));
    assertThat(whole.rows(Table.of(StationDay.class), StationDay.class, DaySet.ALWAYS).list())
        .hasSize(2)
        .extracting(day -> day.index().ruleSet())
        .containsOnly("HJ 633-2026");
  }
}
