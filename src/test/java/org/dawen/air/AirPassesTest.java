package org.dawen.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dawen.intake.ReceivedAir;
import org.dawen.intake.ReceivedAirCityDay;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.SharedSession;
import org.dawen.lake.Table;
import org.dawen.lake.TestRows;
import org.dawen.registry.County;
import org.dawen.registry.DustHour;
import org.dawen.registry.Station;
import org.dawen.registry.Target;
import org.dawen.registry.Township;
import org.dawen.run.Pass;
import org.dawen.run.PassRuns;
import org.dawen.run.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All passes over a small city: their tables are the same on however many tasks they run. */
class AirPassesTest {
  private static final DaySet DAYS = DaySet.parse("2016-02-27..2016-03-10");
  private static final DaySet MONTHS = DaySet.parse("2016-02-01,2016-03-01");
  private static final Settings SETTINGS = AirSamples.settings("data_day");

  @TempDir private Path folder;

  /** Thirteen recorded days of three stations, of which one is silent for some and one unknown. */
  private static List<Map<String, String>> received() {
    List<Map<String, String>> rows = new ArrayList<>();
    for (String station : List.of("dongsi", "guanyuan", "huairou")) {
      for (Map<String, String> row :
          AirSamples.cells(TestRows.csv("/air/beijing_" + station + "_2016.csv.gz"))) {
        LocalDate day = LocalDate.parse(row.get("data_day"));
        boolean isSilent = station.equals("guanyuan") && day.getDayOfMonth() == 4;
        if (DAYS.contains(day) && !isSilent) {
          rows.add(row);
          if (row.get("hour_start").endsWith("T07:00")) {
            Map<String, String> later = new LinkedHashMap<>(row);
            later.put("file_id", "air/later.csv");
            later.put("pm10_ug_m3", "777");
            rows.add(later);
          }
        }
      }
    }
    return rows;
  }

  private Lake city() {
    Lake lake = new Lake(SharedSession.spark(), folder.toString());
    AirSamples.append(lake, Table.of(ReceivedAir.class), DAYS, received());
    AirSamples.append(
        lake,
        Table.of(ReceivedAirCityDay.class),
        DAYS,
        TestRows.withDefaults(
            TestRows.lines(
                List.of(
                    "city_code,city_name,data_day,pm2_5_ug_m3,pm10_ug_m3",
                    "X9,Other,2016-03-01,20,40",
                    "X9,Other,2016-03-11,20,40")),
            Map.of("file_order", "0", "file_id", "air/city.csv", "record_no", "2")));
    AirSamples.append(
        lake,
        Table.of(Station.class),
        DaySet.ALWAYS,
        "station_code,name,county_code,township_code,city_code,valid_from,valid_to",
        "Dongsi,东四,C1,T1,X1,,2016-03-05",
        "Dongsi,东四,C2,T2,X1,2016-03-06,",
        "Guanyuan,官园,C2,T2,X1,,");
    AirSamples.append(
        lake,
        Table.of(County.class),
        DaySet.ALWAYS,
        "county_code,name,city_code,city_name",
        "C1,First,X1,City",
        "C2,Second,X1,City");
    AirSamples.append(
        lake,
        Table.of(Township.class),
        DaySet.ALWAYS,
        "township_code,name,county_code",
        "T1,One,C1",
        "T2,Two,C2");
    AirSamples.append(
        lake,
        Table.of(DustHour.class),
        DaySet.ALWAYS,
        "area_code,starts_at,ends_at",
        "C2,2016-03-04T05:30,2016-03-05T11:00");
    AirSamples.append(
        lake,
        Table.of(Target.class),
        DaySet.ALWAYS,
        "area_code,item,period,target_value,valid_from,valid_to",
        "C1,PM2.5,month,30,,",
        "C2,good_day_percent,year,60,,",
        "X1,O3,year,160,,");
    return lake;
  }

  private static Map<String, Integer> same(Lake lake, Pass pass, DaySet days) {
    return PassRuns.assertSameInTasks(lake, pass, days, SETTINGS);
  }

  @Test
  void noPassCanTellOnHowManyTasksItRuns() {
    Lake lake = city();
    assertThat(same(lake, new StationPass(), DAYS))
        .containsEntry("air.station_hour", 3 * 13 * 24)
        .containsEntry("air.station_day", 3 * 13)
        .containsEntry("air.unknown_station", 13)
        .containsEntry("air.area_day", 13 * 5 + 1);
    assertThat(same(lake, new AreaMonthPass(), MONTHS))
        .containsEntry("air.area_month", 5 * 2 * 3 * 2 + 3 * 2);
    assertThat(same(lake, new RankingPass(), MONTHS))
        .containsEntry("air.ranking_month", 5 * 2 * 3 * 2 + 3 * 2);
    assertThat(same(lake, new EpisodePass(), DaySet.parse("2016-01-01")).get("air.episode"))
        .isPositive();
    assertThat(same(lake, new HeadroomPass(), DAYS).get("air.headroom_day")).isPositive();
    assertThat(same(lake, new ProfilePass(), MONTHS).get("air.profile_month")).isPositive();
  }
}
