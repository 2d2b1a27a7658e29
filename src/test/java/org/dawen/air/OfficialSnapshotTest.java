package org.dawen.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dawen.lake.TestRows;
import org.junit.jupiter.api.Test;

/** The hourly index against what CNEMC published for 1,497 stations on 2016-01-13, hour 23. */
class OfficialSnapshotTest {
  private static final Map<String, String> NAMES =
      Map.of(
          "细颗粒物(PM2.5)", "PM2.5",
          "颗粒物(PM10)", "PM10",
          "颗粒物(PM10),细颗粒物(PM2.5)", "PM2.5+PM10",
          "二氧化硫", "SO2",
          "臭氧1小时", "O3");

  private static final List<Map<String, String>> PUBLISHED =
      TestRows.csv("/air/cnemc_20160114T00.csv.gz");

  private static Map<String, StationHour> computed() {
    List<Map<String, String>> landed =
        PUBLISHED.stream()
            .map(
                p -> {
                  Map<String, String> row = new LinkedHashMap<>();
                  row.put("station_code", p.get("stationcode"));
                  row.put("hour_end", p.get("timepoint"));
                  row.put("so2_ug_m3", p.get("so2"));
                  row.put("no2_ug_m3", p.get("no2"));
                  row.put("co_mg_m3", p.get("co"));
                  row.put("o3_ug_m3", p.get("o3"));
                  row.put("pm10_ug_m3", p.get("pm10"));
                  row.put("pm2_5_ug_m3", p.get("pm2_5"));
                  return row;
                })
            .toList();
    return AirSamples.stationHours(AirSamples.received(landed), List.of(), RulesAsOf.DATA_DAY)
        .stream()
        .collect(Collectors.toMap(StationHour::stationCode, Function.identity()));
  }

  @Test
  void everyPublishedHourIsReproduced() {
    Map<String, StationHour> computed = computed();
    List<String> differences = new ArrayList<>();
    int compared = 0;
    for (Map<String, String> p : PUBLISHED) {
      StationHour row = computed.get(p.get("stationcode"));
      String found = "%s %s %s".formatted(row.index().aqi(), primary(row), className(row));
      String expected =
          p.get("aqi").isEmpty()
              ? "null  "
              : "%s %s %s"
                  .formatted(
                      p.get("aqi"),
                      NAMES.getOrDefault(p.get("primarypollutant"), p.get("primarypollutant")),
                      p.get("quality"));
      compared += p.get("aqi").isEmpty() ? 0 : 1;
      if (!found.equals(expected)) {
        differences.add(p.get("stationcode") + ": " + found + ", published " + expected);
      }
    }
    assertThat(differences).isEmpty();
    assertThat(compared).isEqualTo(1460);
    assertThat(computed).hasSize(1497);
  }

  private static String primary(StationHour row) {
    String primary = row.index().primaryPollutant();
    return primary == null ? "" : primary;
  }

  private static String className(StationHour row) {
    String name = row.index().className();
    return name == null ? "" : name;
  }
}
