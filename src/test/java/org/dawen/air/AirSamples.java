package org.dawen.air;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dawen.air.StationHours.AirReading;
import org.dawen.air.StationHours.InstrumentCaps;
import org.dawen.lake.DaySet;
import org.dawen.lake.Given;
import org.dawen.lake.Lake;
import org.dawen.lake.Table;
import org.dawen.lake.TestRows;
import org.dawen.registry.DustHour;
import org.dawen.registry.Station;
import org.dawen.run.Settings;

/** Rows for the tests of this room: CSV texts and recordings as what intake makes of them. */
final class AirSamples {
  /** Caps no ordinary value reaches. */
  static final InstrumentCaps CAPS =
      new InstrumentCaps(
          new Six<>(
              new BigDecimal("500"),
              new BigDecimal("500"),
              new BigDecimal("10"),
              new BigDecimal("1071"),
              new BigDecimal("999"),
              new BigDecimal("999")));

  private AirSamples() {}

  /** Hours by station and time, day by day as the pass computes them, without any dust. */
  static List<StationHour> stationHours(
      List<AirReading> received, List<Station> stations, RulesAsOf rulesAsOf) {
    return stationHours(received, stations, List.of(), rulesAsOf);
  }

  static List<StationHour> stationHours(
      List<AirReading> received, List<Station> stations, List<DustHour> dust, RulesAsOf rulesAsOf) {
    StationHours rule = new StationHours(new StationRegister(stations, dust), CAPS, rulesAsOf);
    Map<String, List<StationHour>> byStation = new TreeMap<>();
    byDay(received)
        .forEach(
            (day, readings) ->
                rule.of(day, readings)
                    .forEach(
                        (station, hours) ->
                            byStation
                                .computeIfAbsent(station, s -> new ArrayList<>())
                                .addAll(hours)));
    return byStation.values().stream().flatMap(List::stream).toList();
  }

  static TreeMap<LocalDate, List<AirReading>> byDay(List<AirReading> received) {
    TreeMap<LocalDate, List<AirReading>> days = new TreeMap<>();
    received.forEach(r -> days.computeIfAbsent(r.dataDay(), d -> new ArrayList<>()).add(r));
    return days;
  }

  /** The days of these hours, by station and day. */
  static List<StationDay> stationDays(List<StationHour> hours, RulesAsOf rulesAsOf) {
    StationDays rule = new StationDays(rulesAsOf);
    Map<List<Object>, List<StationHour>> days = new LinkedHashMap<>();
    hours.forEach(
        h ->
            days.computeIfAbsent(List.of(h.stationCode(), h.dataDay()), d -> new ArrayList<>())
                .add(h));
    return days.values().stream().map(rule::of).toList();
  }

  /** What intake would make of a file in the landing format. */
  static List<AirReading> landed(String resource) {
    return received(TestRows.csv(resource));
  }

  /** Readings from a CSV text. */
  static List<AirReading> received(String... lines) {
    return received(TestRows.lines(List.of(lines)));
  }

  /** Readings from cells by column name. */
  static List<AirReading> received(List<Map<String, String>> rows) {
    return TestRows.records(AirReading.class, cells(rows));
  }

  /**
   * Cells of {@code received.air}. The hour comes from {@code hour_start} or {@code hour_end}; what
   * is not given of the file is a harmless default.
   */
  static List<Map<String, String>> cells(List<Map<String, String>> rows) {
    List<Map<String, String>> all = new ArrayList<>();
    for (Map<String, String> row : rows) {
      LocalDateTime start =
          row.containsKey("hour_start")
              ? time(row.get("hour_start"))
              : time(row.get("hour_end")).minusHours(1);
      Map<String, String> cells = new LinkedHashMap<>();
      cells.put("file_order", "00000000000000#000000");
      cells.put("file_id", "air/test.csv");
      cells.put("record_no", String.valueOf(all.size() + 2));
      row.forEach(
          (name, text) -> cells.merge(name, text, (usual, own) -> own.isEmpty() ? usual : own));
      cells.put("hour_start", start.toString());
      cells.put("data_day", start.toLocalDate().toString());
      all.add(cells);
    }
    return all;
  }

  private static LocalDateTime time(String text) {
    return LocalDateTime.parse(text.replace(' ', 'T'));
  }

  /** Stations from a CSV text. */
  static List<Station> stations(String... lines) {
    return TestRows.records(Station.class, lines);
  }

  /** Appends rows to a table as intake would. */
  static void append(Lake lake, Table table, DaySet days, List<Map<String, String>> rows) {
    lake.append(
        table, days, Given.rows(table, TestRows.dataset(lake.spark(), table, rows)), "intake");
  }

  /** As above, from a CSV text; what is not given of the file is a harmless default. */
  static void append(Lake lake, Table table, DaySet days, String... lines) {
    Map<String, String> file = Map.of("file_id", "registry/test.csv", "record_no", "2");
    append(lake, table, days, TestRows.withDefaults(TestRows.lines(List.of(lines)), file));
  }

  /** All settings of the passes of this room. */
  static Settings settings(String rulesAsOf) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put(RulesAsOf.SETTING, rulesAsOf);
    values.put("air.require_share_of_stations", "false");
    InstrumentCaps.SETTINGS.forEach(key -> values.put(key, "999"));
    return Settings.of(values);
  }
}
