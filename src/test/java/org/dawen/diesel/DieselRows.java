package org.dawen.diesel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.types.NumericType;
import org.dawen.diesel.InfoScreen.ToldInfo;
import org.dawen.lake.Column;
import org.dawen.lake.DaySet;
import org.dawen.lake.Table;
import org.dawen.lake.TestRows;
import org.dawen.registry.Vehicle;
import org.dawen.run.Settings;

/** Rows for the tests of this room from CSV texts, and the rules as the passes call them. */
final class DieselRows {
  private static final Settings SHIPPED =
      Settings.read(Path.of(System.getProperty("dawen.home", "."), "jobs/nightly.yaml"));

  static final String VIN = "LTATEST0000000001";

  private DieselRows() {}

  static DieselThresholds thresholds(String... keys) {
    return DieselThresholds.of(SHIPPED, keys);
  }

  /** Records of rows that name columns of the table; what they do not name is usual or null. */
  static <R extends Record> List<R> records(
      Class<R> type, Table table, Map<String, String> usual, List<Map<String, String>> rows) {
    rows.forEach(
        row -> assertThat(table.columns()).extracting(Column::name).containsAll(row.keySet()));
    return TestRows.records(type, TestRows.withDefaults(rows, usual));
  }

  /** Numbers of a minute are 0, but for these and what tells of runs. */
  static Map<String, String> usualMinute(String... but) {
    Map<String, String> usual = new HashMap<>();
    for (Column c : DieselTables.VEHICLE_MINUTE.columns()) {
      boolean isLeftOut = Stream.of(but).anyMatch(c.name()::contains);
      if (c.type() instanceof NumericType && !isLeftOut) {
        usual.put(c.name(), "0");
      }
    }
    return usual;
  }

  /** A minute of each row of a CSV text, that tell nothing unusual but what they name. */
  static List<ScreenedMinute> screened(String... lines) {
    Map<String, String> usual = usualMinute("unchanged", "equal_seconds");
    usual.put("vin", VIN);
    usual.put("data_day", "2024-03-04");
    usual.put("reagent_raw_max", "150");
    return records(
        ScreenedMinute.class, DieselTables.VEHICLE_MINUTE, usual, TestRows.lines(List.of(lines)));
  }

  /** What the screening finds of all vehicles. */
  static List<Anomaly> anomalies(
      List<ScreenedMinute> minutes,
      List<ScreenedDay> days,
      List<ToldInfo> infos,
      List<Vehicle> vehicles,
      DaySet judged) {
    Screening screening =
        new Screening(thresholds(DieselThresholds.ANOMALY_KEYS), vehicles, judged);
    TreeSet<String> vins = new TreeSet<>();
    minutes.forEach(m -> vins.add(m.vin()));
    days.forEach(d -> vins.add(d.vin()));
    infos.forEach(i -> vins.add(i.vin()));
    List<Anomaly> found = new ArrayList<>();
    for (String vin : vins) {
      found.addAll(
          screening.of(
              vin,
              minutes.stream()
                  .filter(m -> m.vin().equals(vin))
                  .sorted(Comparator.comparing(ScreenedMinute::minuteStart))
                  .toList(),
              days.stream()
                  .filter(d -> d.vin().equals(vin))
                  .sorted(Comparator.comparing(ScreenedDay::dataDay))
                  .toList(),
              infos.stream()
                  .filter(i -> i.vin().equals(vin))
                  .sorted(
                      Comparator.comparing(ToldInfo::dataDay).thenComparingInt(ToldInfo::wordingNo))
                  .toList()));
    }
    return found;
  }
}
