package org.dawen.diesel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dawen.intake.ObdTables;
import org.dawen.lake.DaySet;
import org.dawen.lake.Given;
import org.dawen.lake.Lake;
import org.dawen.lake.SharedSession;
import org.dawen.lake.Table;
import org.dawen.lake.TestRows;
import org.dawen.registry.Vehicle;
import org.dawen.run.PassRuns;
import org.dawen.run.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All passes over a few trucks: their tables are the same on however many tasks they run. */
class DieselPassesTest {
  private static final DaySet DAYS = DaySet.parse("2024-03-01..2024-03-06");
  private static final Settings SETTINGS =
      Settings.read(Path.of(System.getProperty("dawen.home", "."), "jobs/nightly.yaml"));

  @TempDir private Path folder;

  /** Twelve trucks, each on three days for forty minutes with an empty tank. */
  private static List<Map<String, String>> minutes() {
    List<Map<String, String>> rows = new ArrayList<>();
    for (int truck = 0; truck < 12; truck++) {
      for (int i = 0; i < 3 * 40; i++) {
        LocalDateTime start =
            LocalDateTime.of(2024, 3, 1 + truck % 4 + i / 40, 8, 0).plusMinutes(i % 40);
        Map<String, String> row = new HashMap<>(DieselRows.usualMinute("unchanged", "equal_sec"));
        row.put("vin", vin(truck));
        row.put("minute_start", start.toString());
        row.put("data_day", start.toLocalDate().toString());
        row.put("second_map", "1152921504606846975");
        row.put("last_second", "59");
        row.put("trip_no", "1");
        row.put("fast_seconds", "60");
        row.put("speed_raw_sum", String.valueOf(921_600 + truck));
        row.put("is_overlap_unresolved", "false");
        rows.add(row);
      }
    }
    return rows;
  }

  private static List<Map<String, String>> infos() {
    List<Map<String, String>> rows = new ArrayList<>();
    for (int truck = 0; truck < 12; truck++) {
      for (int day = 1; day <= 6; day++) {
        Map<String, String> row = new HashMap<>();
        row.put("vin", vin(truck));
        row.put("data_day", "2024-03-0" + day);
        row.put("first_at", "2024-03-0%dT08:00:00".formatted(day));
        row.put("last_at", "2024-03-0%dT09:00:00".formatted(day));
        row.put("calid", "CAL-" + (truck + day / 5));
        row.put("support_hex", "FFFF");
        row.put("readiness_hex", "0000");
        row.put("trouble_codes_hex", "00");
        row.put("file_id", "obd/a.bin");
        row.put("record_no", String.valueOf(truck));
        rows.add(row);
      }
    }
    return rows;
  }

  private static String vin(int truck) {
    return "LTATEST%010d".formatted(truck);
  }

  private static void append(Lake lake, Table table, DaySet days, List<Map<String, String>> rows) {
    List<Map<String, String>> whole = new ArrayList<>();
    for (Map<String, String> row : rows) {
      Map<String, String> cells = new HashMap<>();
      table.columns().forEach(c -> cells.put(c.name(), row.getOrDefault(c.name(), "")));
      whole.add(cells);
    }
    lake.append(
        table, days, Given.rows(table, TestRows.dataset(lake.spark(), table, whole)), "test");
  }

  @Test
  void noPassCanTellOnHowManyTasksItRuns() {
    Lake lake = new Lake(SharedSession.spark(), folder.toString());
    append(lake, DieselTables.VEHICLE_MINUTE, DAYS, minutes());
    append(lake, ObdTables.OBD_INFO, DAYS, infos());
    append(
        lake,
        Table.of(Vehicle.class),
        DaySet.ALWAYS,
        List.of(
            Map.of("vin", vin(3), "owner", "示例运输", "file_id", "registry/v.csv", "record_no", "2")));

    assertThat(PassRuns.assertSameInTasks(lake, new VehiclePass(), DAYS, SETTINGS))
        .containsEntry("diesel.obd_info", 12 * 6)
        .containsEntry("diesel.vehicle_day", 12 * 6);
    // An empty tank on three days each, and another calibration on the fifth.
    assertThat(PassRuns.assertSameInTasks(lake, new AnomalyPass(), DAYS, SETTINGS))
        .containsEntry("diesel.anomaly", 12 * 3 + 12);
    assertThat(
            PassRuns.assertSameInTasks(lake, new WatchListPass(), DAYS, SETTINGS)
                .get("diesel.watch_list"))
        .isPositive();
  }
}
