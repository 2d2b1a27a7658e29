package org.dawen.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.intake.ReceivedTables;
import org.dawen.lake.Lake;
import org.dawen.lake.TableRow;
import org.dawen.registry.RegistryTables;
import org.junit.jupiter.api.Test;

class StationHourRulesTest {
  private static final String HEADINGS =
      "station_code,hour_start,so2_ug_m3,no2_ug_m3,co_mg_m3,o3_ug_m3,pm10_ug_m3,pm2_5_ug_m3";
  private static final String STATION_HEADINGS =
      "station_code,name,county_code,valid_from,valid_to";

  private static List<TableRow> hours(Dataset<Row> received, Dataset<Row> stations) {
    return Lake.all(
        AirSamples.stationHours(received, stations, RulesAsOf.DATA_DAY)
            .orderBy(AirTables.STATION_CODE.col(), ReceivedTables.HOUR_START.col()));
  }

  private static TableRow hour(String line) {
    return hours(AirSamples.received(HEADINGS, line), AirSamples.noStations()).get(0);
  }

  @Test
  void theHourReceivedLaterIsInForceAndTheRevisionsAreCounted() {
    Dataset<Row> received =
        AirSamples.received(
            HEADINGS + ",file_order,file_id",
            "S1,2024-03-01T05:00,,,,,,80,20240301060000#000000,air/b.csv",
            "S1,2024-03-01T05:00,,,,,,90,20240302060000#000000,air/a.csv");
    List<TableRow> rows = hours(received, AirSamples.noStations());
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).decimal(ReceivedTables.PM2_5_UG_M3)).isEqualByComparingTo("90");
    assertThat(rows.get(0).whole(AirTables.REVISION_COUNT)).isEqualTo(2);
    assertThat(rows.get(0).truth(AirTables.IS_DECIDED_BY_PATH)).isFalse();
    assertThat(rows.get(0).text(ReceivedTables.FILE_ID)).isEqualTo("air/a.csv");
  }

  @Test
  void onlyDifferentConcentrationsMakeThePathDecide() {
    Dataset<Row> received =
        AirSamples.received(
            HEADINGS + ",file_id",
            "S1,2024-03-01T05:00,1,2,3,4,5,6,air/a.csv",
            "S1,2024-03-01T05:00,1,2,3,4,5,6,air/b.csv",
            "S2,2024-03-01T05:00,1,2,3,4,5,6,air/a.csv",
            "S2,2024-03-01T05:00,1,2,3,4,5,7,air/b.csv");
    assertThat(hours(received, AirSamples.noStations()))
        .extracting(r -> r.truth(AirTables.IS_DECIDED_BY_PATH))
        .containsExactly(false, true);
  }

  @Test
  void theCountyIsThatOfTheRegistryRowValidOnTheDay() {
    Dataset<Row> stations =
        AirSamples.stations(
            STATION_HEADINGS,
            "S1,East,370902,,2024-02-29",
            "S1,East,370911,2024-03-01,",
            "S2,West,,2024-03-02,2024-03-02");
    Dataset<Row> received =
        AirSamples.received(
            HEADINGS,
            "S1,2024-02-29T23:00,,,,,,1",
            "S1,2024-03-01T00:00,,,,,,1",
            "S2,2024-03-01T23:00,,,,,,1",
            "S2,2024-03-02T23:00,,,,,,1",
            "S2,2024-03-03T00:00,,,,,,1");
    assertThat(hours(received, stations))
        .filteredOn(r -> r.whole(AirTables.REVISION_COUNT) > 0)
        .extracting(r -> r.truth(AirTables.IS_REGISTERED) + " " + r.text(AirTables.COUNTY_CODE))
        .containsExactly("true 370902", "true 370911", "false null", "true null", "false null");
  }

  @Test
  void stationsWithoutAValidRegistryRowAreListedByDay() {
    Dataset<Row> stations = AirSamples.stations(STATION_HEADINGS, "S1,East,370902,2024-03-02,");
    Dataset<Row> received =
        AirSamples.received(
            HEADINGS + ",file_id",
            "S1,2024-03-01T22:00,,,,,,1,air/b.csv",
            "S1,2024-03-01T22:00,,,,,,2,air/a.csv",
            "S1,2024-03-01T23:00,,,,,,1,air/b.csv",
            "S1,2024-03-02T00:00,,,,,,1,air/b.csv",
            "S9,2024-03-02T00:00,,,,,,1,air/c.csv");
    assertThat(Lake.all(StationHourRules.unknownStations(received, stations)))
        .extracting(
            r ->
                "%s %s %d %s"
                    .formatted(
                        r.text(AirTables.STATION_CODE),
                        r.day(ReceivedTables.DATA_DAY),
                        r.whole(AirTables.RECEIVED_HOUR_COUNT),
                        r.text(AirTables.FIRST_FILE_ID)))
        .containsExactlyInAnyOrder("S1 2024-03-01 2 air/a.csv", "S9 2024-03-02 1 air/c.csv");
  }

  @Test
  void anHourWithoutValuesStaysWithoutIndex() {
    TableRow row = hour("S1,2016-01-13T23:00,,,,,,");
    assertThat(row.text("aqi")).isNull();
    assertThat(row.text(AirTables.CLASS_NAME)).isNull();
    assertThat(row.text(AirTables.PRIMARY_POLLUTANT)).isNull();
    assertThat(row.text(AirTables.RULE_SET)).isEqualTo("HJ 633-2012");
  }

  @Test
  void anHourBeforeTheFirstStandardStaysUnjudged() {
    TableRow row = hour("S1,2010-01-13T23:00,10,10,1,10,10,10");
    assertThat(row.text("aqi")).isNull();
    assertThat(row.text(AirTables.RULE_SET)).isNull();
    assertThat(row.decimal(ReceivedTables.SO2_UG_M3)).isEqualByComparingTo("10");
  }

  @Test
  void sulphurDioxideAbove800IsLeftOutUntil2026AndFixedAt200After() {
    TableRow before = hour("S1,2016-01-13T23:00,801,10,1,10,10,10");
    assertThat(before.text("so2_iaqi")).isNull();
    assertThat(before.text("aqi")).isEqualTo("15");
    TableRow after = hour("S1,2026-03-01T00:00,801,10,1,10,10,10");
    assertThat(after.text("so2_iaqi")).isEqualTo("200");
    assertThat(after.text("aqi")).isEqualTo("200");
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
                AirSamples.noStations())
            .stream()
            .collect(
                Collectors.toMap(
                    (Function<TableRow, String>) r -> r.text(AirTables.STATION_CODE),
                    r -> r.text("aqi") + "/" + r.text("aqi_published")));
    assertThat(published)
        .containsEntry("missing-2012", "50/50")
        .containsEntry("missing-at-100", "100/null")
        .containsEntry("missing-at-101", "101/101")
        .containsEntry("whole", "50/50");
  }

  /** One city, one computation: what makes an hour invalid, suspect or dusty. */
  @Test
  void everyHourOfARegisteredStationIsARowWithItsReason() {
    Dataset<Row> received =
        AirSamples.received(
            HEADINGS,
            "S1,2026-03-01T00:00,10,10,1,10,40,60",
            "S1,2026-03-01T01:00,10,10,1,10,,20",
            "S1,2026-03-01T02:00,,,,,,",
            "S1,2026-03-01T03:00,10,10,1,10,999,20",
            "S2,2026-03-01T00:00,,,,,40,20",
            "S8,2026-03-01T00:00,10,10,1,10,40,20");
    Dataset<Row> stations =
        AirSamples.stations(
            "station_code,name,county_code,township_code,city_code,unmonitored_items,valid_from",
            "S1,One,370902,T1,370900,,2026-01-01",
            "S2,Two,370911,T2,370900,SO2;NO2; CO;O3,",
            "S3,Silent,370911,T3,370900,,",
            "S4,Not yet,370911,T3,370900,,2026-03-02");
    Dataset<Row> dust =
        AirSamples.rows(
            RegistryTables.DUST_HOUR,
            "area_code,starts_at,ends_at",
            "370902,2026-03-01T00:30,2026-03-01T02:00",
            "T2,2026-03-01T23:00,");
    List<TableRow> rows =
        Lake.all(
            StationHourRules.stationHours(
                    received, stations, dust, AirSamples.CAPS, RulesAsOf.DATA_DAY)
                .orderBy(AirTables.STATION_CODE.col(), ReceivedTables.HOUR_START.col()));
    Map<String, TableRow> byHour =
        rows.stream()
            .collect(
                Collectors.toMap(
                    r ->
                        r.text(AirTables.STATION_CODE)
                            + " "
                            + r.civilTime(ReceivedTables.HOUR_START).getHour(),
                    Function.identity()));
    // 24 hours of each registered station, silent ones too, and what an unknown one sent.
    assertThat(rows).hasSize(3 * 24 + 1);
    assertThat(List.of("S1 0", "S1 1", "S1 2", "S1 3", "S1 4", "S2 0", "S3 23", "S8 0"))
        .extracting(byHour::get)
        .extracting(
            r ->
                "%s %s %s %s"
                    .formatted(
                        r.text(AirTables.INVALID_REASON),
                        r.text(AirTables.MISSING_ITEMS),
                        r.text(AirTables.SUSPECT_REASON),
                        r.truth(AirTables.IS_DUST)))
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
    assertThat(byHour.get("S2 0").text("aqi_published")).isEqualTo("40");
    assertThat(byHour.get("S1 1").text("aqi_published")).isNull();
    assertThat(rows.stream().filter(r -> r.truth(AirTables.IS_DUST)).count()).isEqualTo(3);
    assertThat(byHour.get("S3 23").text(ReceivedTables.FILE_ID.name())).isNull();
    assertThat(byHour.get("S3 23").text(AirTables.RULE_SET)).isEqualTo("HJ 633-2026");
  }
}
