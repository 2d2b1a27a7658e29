package org.dawen.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dawen.intake.ReceivedTables;
import org.dawen.lake.ContentHash;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.SharedSession;
import org.dawen.registry.RegistryTables;
import org.dawen.run.Job;
import org.dawen.run.JobInput;
import org.dawen.run.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jobs over a lake: what they compute is what the tables declare. */
class AirJobsTest {
  private static final LocalDate FIRST = LocalDate.of(2016, 3, 1);
  private static final DaySet DAYS = DaySet.between(FIRST, FIRST.plusDays(1));

  @TempDir private Path folder;

  /** Two recorded days, some hours twice from different files, one station registered. */
  private static List<Map<String, String>> landed() {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Map<String, String> row : AirSamples.csv("/air/beijing_dongsi_2016.csv.gz")) {
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
    lake.append(ReceivedTables.AIR, DAYS, AirSamples.received(landed), "intake");
    lake.append(
        RegistryTables.STATION,
        DaySet.ALWAYS,
        AirSamples.stations(
            "station_code,name,county_code,valid_from,valid_to", "Dongsi,东四,110101,2016-03-02,"),
        "intake");
    return lake;
  }

  private static Settings settings(String rulesAsOf) {
    Map<String, String> values = new LinkedHashMap<>(Map.of(RulesAsOf.SETTING, rulesAsOf));
    InstrumentCaps.SETTINGS.forEach(key -> values.put(key, "999"));
    return Settings.of(values);
  }

  private static void run(Lake lake, DaySet days) {
    for (Job job : List.of(new StationHourJob(), new StationDayJob())) {
      Settings settings = settings("data_day");
      job.run(new JobInput(lake, job.spec(), days, settings, ""))
          .forEach((table, rows) -> lake.replaceDays(table, days, rows, job.spec().name()));
    }
  }

  private static List<String> contents(Lake lake) {
    return AirTables.ALL.stream().map(t -> t + " " + ContentHash.of(lake, t)).toList();
  }

  @Test
  void everyTableIsWrittenByAJobThatDeclaresIt() {
    assertThat(new StationHourJob().spec().writes())
        .containsExactly(AirTables.STATION_HOUR, AirTables.UNKNOWN_STATION);
    assertThat(new StationDayJob().spec().writes()).containsExactly(AirTables.STATION_DAY);
    assertThat(new StationHourJob().spec().name()).isEqualTo("air.station_hour");
    assertThat(new StationDayJob().spec().name()).isEqualTo("air.station_day");
  }

  @Test
  void runningTwiceOrDayByDayOrInAnotherOrderGivesTheSameRows() {
    Lake whole = lake("whole", landed());
    run(whole, DAYS);
    List<String> contents = contents(whole);
    assertThat(whole.read(AirTables.STATION_HOUR).count()).isEqualTo(48);
    assertThat(whole.read(AirTables.UNKNOWN_STATION).count()).isEqualTo(1);
    assertThat(whole.read(AirTables.STATION_DAY).count()).isEqualTo(2);

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
    Job job = new StationDayJob();
    Settings fixed = settings("2026-03-01");
    assertThat(
            Lake.all(
                job.run(new JobInput(whole, job.spec(), DAYS, fixed, ""))
                    .get(AirTables.STATION_DAY)))
        .extracting(r -> r.text(AirTables.RULE_SET))
        .containsOnly("HJ 633-2026");
  }
}
