package org.dawen.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dawen.air.StationHours.AirReading;
import org.dawen.lake.TestRows;
import org.dawen.registry.DustHour;
import org.dawen.registry.Station;
import org.junit.jupiter.api.Test;

class StationHoursTest {
  private static final String HEADINGS =
      "station_code,hour_start,so2_ug_m3,no2_ug_m3,co_mg_m3,o3_ug_m3,pm10_ug_m3,pm2_5_ug_m3";
  private static final String STATION_HEADINGS =
      "station_code,name,county_code,valid_from,valid_to";

  private static List<StationHour> hours(List<AirReading> received, List<Station> stations) {
    return AirSamples.stationHours(received, stations, RulesAsOf.DATA_DAY);
  }

  private static StationHour hour(String line) {
    return hours(AirSamples.received(HEADINGS, line), List.of()).get(0);
  }

  @Test
  void theHourReceivedLaterIsInForceAndTheRevisionsAreCounted() {
    List<AirReading> received =
        AirSamples.received(
            HEADINGS + ",file_order,file_id",
            "S1,2024-03-01T05:00,,,,,,80,20240301060000#000000,air/b.csv",
            "S1,2024-03-01T05:00,,,,,,90,20240302060000#000000,air/a.csv");
    List<StationHour> rows = hours(received, List.of());
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).values().pm2_5UgM3()).isEqualByComparingTo("90");
    assertThat(rows.get(0).revisionCount()).isEqualTo(2);
    assertThat(rows.get(0).isDecidedByPath()).isFalse();
    assertThat(rows.get(0).fileId()).isEqualTo("air/a.csv");
  }

  @Test
  void onlyDifferentConcentrationsMakeThePathDecide() {
    List<AirReading> received =
        AirSamples.received(
            HEADINGS + ",file_id",
            "S1,2024-03-01T05:00,1,2,3,4,5,6,air/a.csv",
            "S1,2024-03-01T05:00,1,2,3,4,5,6,air/b.csv",
            "S2,2024-03-01T05:00,1,2,3,4,5,6,air/a.csv",
            "S2,2024-03-01T05:00,1,2,3,4,5,7,air/b.csv");
    assertThat(hours(received, List.of()))
        .extracting(r -> r.isDecidedByPath())
        .containsExactly(false, true);
  }

  @Test
  void theCountyIsThatOfTheRegistryRowValidOnTheDay() {
    List<Station> stations =
        AirSamples.stations(
            STATION_HEADINGS,
            "S1,East,370902,,2024-02-29",
            "S1,East,370911,2024-03-01,",
            "S2,West,,2024-03-02,2024-03-02");
    List<AirReading> received =
        AirSamples.received(
            HEADINGS,
            "S1,2024-02-29T23:00,,,,,,1",
            "S1,2024-03-01T00:00,,,,,,1",
            "S2,2024-03-01T23:00,,,,,,1",
            "S2,2024-03-02T23:00,,,,,,1",
            "S2,2024-03-03T00:00,,,,,,1");
    assertThat(hours(received, stations))
        .filteredOn(r -> r.revisionCount() > 0)
        .extracting(r -> r.isRegistered() + " " + r.countyCode())
        .containsExactly("true 370902", "true 370911", "false null", "true null", "false null");
  }

  @Test
  void stationsWithoutAValidRegistryRowAreListedByDay() {
    List<Station> stations = AirSamples.stations(STATION_HEADINGS, "S1,East,370902,2024-03-02,");
    List<AirReading> received =
        AirSamples.received(
            HEADINGS + ",file_id",
            "S1,2024-03-01T22:00,,,,,,1,air/b.csv",
            "S1,2024-03-01T22:00,,,,,,2,air/a.csv",
            "S1,2024-03-01T23:00,,,,,,1,air/b.csv",
            "S1,2024-03-02T00:00,,,,,,1,air/b.csv",
            "S9,2024-03-02T00:00,,,,,,1,air/c.csv");
    StationHours rule =
        new StationHours(
            new StationRegister(stations, List.of()), AirSamples.CAPS, RulesAsOf.DATA_DAY);
    List<UnknownStation> unknown = new ArrayList<>();
    AirSamples.byDay(received)
        .forEach((day, readings) -> unknown.addAll(rule.unknown(day, readings)));
    assertThat(unknown)
        .extracting(
            u ->
                "%s %s %d %s"
                    .formatted(
                        u.stationCode(), u.dataDay(), u.receivedHourCount(), u.firstFileId()))
        .containsExactlyInAnyOrder("S1 2024-03-01 2 air/a.csv", "S9 2024-03-02 1 air/c.csv");
  }

  @Test
  void anHourWithoutValuesStaysWithoutIndex() {
    StationHour row = hour("S1,2016-01-13T23:00,,,,,,");
    assertThat(row.index().aqi()).isNull();
    assertThat(row.index().className()).isNull();
    assertThat(row.index().primaryPollutant()).isNull();
    assertThat(row.index().ruleSet()).isEqualTo("HJ 633-2012");
  }

  @Test
  void anHourBeforeTheFirstStandardStaysUnjudged() {
    StationHour row = hour("S1,2010-01-13T23:00,10,10,1,10,10,10");
    assertThat(row.index().aqi()).isNull();
    assertThat(row.index().ruleSet()).isNull();
    assertThat(row.values().so2UgM3()).isEqualByComparingTo("10");
  }

  @Test
  void sulphurDioxideAbove800IsLeftOutUntil2026AndFixedAt200After() {
    StationHour before = hour("S1,2016-01-13T23:00,801,10,1,10,10,10");
    assertThat(before.index().so2Iaqi()).isNull();
    assertThat(before.index().aqi()).isEqualTo(15);
    StationHour after = hour("S1,2026-03-01T00:00,801,10,1,10,10,10");
    assertThat(after.index().so2Iaqi()).isEqualTo(200);
    assertThat(after.index().aqi()).isEqualTo(200);
  }

  @Test
  void withAnItemMissingOnlyAnIndexAbove100IsPublishedSince2026() {
    Map<String, String> published =
        hours(
                AirSamples.received(
                    HEADINGS,
                    "missing-2012,2026-02-28T23:00,10,10,1,10,,35",
                    "missing-at-100,2026-03-01T00:00,10,10,1,10,,60",
                    "missing-at-101,2026-03-01T00:00,10,10,1,10,,61",
                    "whole,2026-03-01T00:00,10,10,1,10,10,35"),
                List.of())
            .stream()
            .collect(
                Collectors.toMap(
                    StationHour::stationCode,
                    r -> r.index().aqi() + "/" + r.index().aqiPublished()));
    assertThat(published)
        .containsEntry("missing-2012", "50/50")
        .containsEntry("missing-at-100", "100/null")
        .containsEntry("missing-at-101", "101/101")
        .containsEntry("whole", "50/50");
  }

  /** One city, one computation: what makes an hour invalid, suspect or dusty. */
  @Test
  void everyHourOfARegisteredStationIsARowWithItsReason() {
    List<AirReading> received =
        AirSamples.received(
            HEADINGS,
            "S1,2026-03-01T00:00,10,10,1,10,40,60",
            "S1,2026-03-01T01:00,10,10,1,10,,20",
            "S1,2026-03-01T02:00,,,,,,",
            "S1,2026-03-01T03:00,10,10,1,10,999,20",
            "S2,2026-03-01T00:00,,,,,40,20",
            "S8,2026-03-01T00:00,10,10,1,10,40,20");
    List<Station> stations =
        AirSamples.stations(
            "station_code,name,county_code,township_code,city_code,unmonitored_items,valid_from",
            "S1,One,370902,T1,370900,,2026-01-01",
            "S2,Two,370911,T2,370900,SO2;NO2; CO;O3,",
            "S3,Silent,370911,T3,370900,,",
            "S4,Not yet,370911,T3,370900,,2026-03-02");
    List<DustHour> dust =
        TestRows.records(
            DustHour.class,
            "area_code,starts_at,ends_at",
            "370902,2026-03-01T00:30,2026-03-01T02:00",
            "T2,2026-03-01T23:00,");
    List<StationHour> rows = AirSamples.stationHours(received, stations, dust, RulesAsOf.DATA_DAY);
    Map<String, StationHour> byHour =
        rows.stream()
            .collect(
                Collectors.toMap(
                    r -> r.stationCode() + " " + r.hourStart().getHour(), Function.identity()));
    // 24 hours of each registered station, silent ones too, and what an unknown one sent.
    assertThat(rows).hasSize(3 * 24 + 1);
    assertThat(List.of("S1 0", "S1 1", "S1 2", "S1 3", "S1 4", "S2 0", "S3 23", "S8 0"))
        .extracting(byHour::get)
        .extracting(
            r ->
                "%s %s %s %s"
                    .formatted(r.invalidReason(), r.missingItems(), r.suspectReason(), r.isDust()))
        .containsExactly(
            "null null PM2_5_ABOVE_PM10 true",
            "ITEM_MISSING PM10 null true",
            "NO_VALUE SO2+NO2+CO+O3+PM10+PM2.5 null false",
            "null null PM10_AT_CAP false",
            "NOT_RECEIVED SO2+NO2+CO+O3+PM10+PM2.5 null false",
            "null null null false",
            "NOT_RECEIVED SO2+NO2+CO+O3+PM10+PM2.5 null false",
            "null null null false");
    // Items not monitored by plan do not withhold the index, HJ 633-2026 5.3.2.
    assertThat(byHour.get("S2 0").index().aqiPublished()).isEqualTo(40);
    assertThat(byHour.get("S1 1").index().aqiPublished()).isNull();
    assertThat(rows.stream().filter(r -> r.isDust()).count()).isEqualTo(3);
    assertThat(byHour.get("S3 23").fileId()).isNull();
    assertThat(byHour.get("S3 23").index().ruleSet()).isEqualTo("HJ 633-2026");
  }
}
