package org.dawen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dawen.lake.Table;
import org.dawen.registry.Station;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CSV feeds without Spark: what is read, what is rejected, and that the account adds up. */
class CsvReadingTest {
  private static final String AIR_HEADER =
      "station_code,hour_end,so2_ug_m3,no2_ug_m3,co_mg_m3,o3_ug_m3,pm10_ug_m3,pm2_5_ug_m3\n";

  private static final List<String> AIR_COLUMNS =
      List.of("so2_ug_m3", "no2_ug_m3", "co_mg_m3", "o3_ug_m3", "pm10_ug_m3", "pm2_5_ug_m3");

  private static Reading read(FeedReader feed, Table table, String path, byte[] bytes) {
    return Reading.of(feed, table, path, bytes);
  }

  private static Reading air(String text) {
    return read(
        new AirFeed(),
        Table.of(ReceivedAir.class),
        "air/air_20240302.csv",
        text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void theLabelOfAnAirHourIsItsEnd() {
    Reading r = air(AIR_HEADER + "S1,2024-03-02T00:00,1,2,0.3,4,5,6\n");
    assertThat(r.rows().get(0).get(1)).hasToString("2024-03-01T23:00");
    assertThat(r.rows().get(0).get(2)).hasToString("2024-03-01");
    assertThat(r.account().days()).hasToString("2024-03-01");
  }

  @Test
  void anIntervalThatEndsAtMidnightBelongsToTheDayBefore() {
    Reading r =
        read(
            new PowerFeed(List.of()),
            Table.of(ReceivedPower.class),
            "power/p.csv",
            "meter_code,interval_end,energy_kwh\nM1,2024-03-02T00:00,1.5\n"
                .getBytes(StandardCharsets.UTF_8));
    assertThat(r.rows().get(0).get(2)).hasToString("2024-03-02T00:00");
    assertThat(r.rows().get(0).get(3)).hasToString("2024-03-01");
  }

  private static final PowerMapping STEEL =
      new PowerMapping(
          "steel_works",
          "date",
          "usage_kwh",
          "d/M/yyyy H:mm",
          "(.+?)(?:_\\d{8})?\\.csv(?:\\.gz)?",
          true);

  private static Reading steel(String fileName, String text) {
    return read(
        new PowerFeed(List.of(STEEL)),
        Table.of(ReceivedPower.class),
        "power/" + fileName,
        text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void theSteelWorksLastRowOfADayEndsThatDay() {
    Reading r =
        steel(
            "MILL1_20180101.csv",
            "date,Usage_kWh,Load_Type\n1/1/2018 23:45,3.67,Light\n1/1/2018 0:00,3.42,Light\n"
                + "2/1/2018 0:15,3.2,Light\n");
    assertThat(r.rows()).hasSize(3).allSatisfy(row -> assertThat(row.get(0)).isEqualTo("MILL1"));
    assertThat(r.rows().get(1).get(2)).hasToString("2018-01-02T00:00");
    assertThat(r.rows().get(1).get(3)).hasToString("2018-01-01");
    assertThat(r.rows().get(2).get(2)).hasToString("2018-01-02T00:15");
    assertThat(r.rows().get(2).get(3)).hasToString("2018-01-02");
  }

  @Test
  void datesThatRunBackwardsRefuseTheFile() {
    Reading r =
        steel(
            "MILL1.csv",
            "date,Usage_kWh\n1/3/2018 0:15,1\n2/3/2018 0:15,1\n1/3/2018 0:30,1\n3/3/2018 0:15,1\n");
    assertThat(r.account().refusal()).contains("run backwards").contains("Day and month");
    assertThat(r.reasons()).containsExactly("0 DATES_RUN_BACKWARDS");
  }

  @Test
  void datesThatFollowOnlyWhenSwappedRefuseTheFile() {
    Reading r =
        steel("MILL1.csv", "date,Usage_kWh\n3/1/2018 23:45,1\n3/1/2018 0:00,1\n3/2/2018 0:15,1\n");
    assertThat(r.account().refusal()).contains("day and month swapped");
  }

  @Test
  void aNameThatTellsNoMeterRefusesTheFile() {
    Reading r = steel(".csv", "date,Usage_kWh\n1/1/2018 0:15,1\n");
    assertThat(r.account().refusal()).contains("its name does not tell the meter");
  }

  private static Reading intervals(String rows) {
    return read(
        new PowerFeed(List.of()),
        Table.of(ReceivedPower.class),
        "power/i.csv",
        ("meter_code,interval_end,energy_kwh\n" + rows).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void intervalsThatGoOnOverMidnightOnlyWhenSwappedRefuseTheFile() {
    Reading r =
        intervals(
            "M1,2024-03-05T23:45,1\nM2,2024-03-05T23:45,1\nM1,2024-04-05T00:00,1\n"
                + "M1,2024-04-05T00:15,1\n");
    assertThat(r.account().refusal()).contains("M1").contains("day and month swapped");
    assertThat(r.reasons()).containsExactly("0 DATES_RUN_BACKWARDS");
  }

  private static Reading registers(String rows) {
    return read(
        new PowerFeed(List.of()),
        Table.of(ReceivedPower.class),
        "power/r.csv",
        ("meter_code,read_at,register_kwh\n" + rows).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aFileOfRegistersWithSwappedDatesIsRefusedToo() {
    Reading midnight =
        registers("M1,2024-01-03T23:45,10\nM1,2024-01-03T24:00,11\nM1,2024-02-03T00:15,12\n");
    assertThat(midnight.account().refusal()).contains("M1").contains("day and month swapped");

    // Read once a day: 10, 11, 12 March, then 1 April.
    Reading daily =
        registers(
            "M1,2024-10-03T08:00,10\nM1,2024-11-03T08:00,11\nM1,2024-12-03T08:00,12\n"
                + "M1,2024-13-03T08:00,13\nM1,2024-01-04T08:00,14\n");
    assertThat(daily.account().refusal()).contains("day and month swapped");
  }

  @Test
  void aLateRowOfAnotherMonthIsNoSwappedDate() {
    Reading r = intervals("M1,2024-04-02T00:15,1\nM1,2024-03-05T08:00,1\nM1,2024-04-02T00:30,1\n");
    assertThat(r.account().refusal()).isNullOrEmpty();
    assertThat(r.rows()).hasSize(3);
  }

  @Test
  void gapsAndOtherOrdersOfIntervalsAreNoSwappedDates() {
    Reading r =
        intervals(
            "M1,2024-01-01T00:00,1\nM1,2024-02-01T00:00,1\nM1,2024-03-01T00:00,1\n"
                + "M1,2024-01-05T10:00,1\nM1,2024-03-04T23:45,1\nM1,2024-03-05T00:00,1\n"
                + "M1,2024-04-30T23:45,1\nM1,2024-05-01T00:00,1\nM1,2024-05-31T23:45,1\n"
                + "M1,2024-06-01T00:00,1\n");
    assertThat(r.account().refusal()).isNullOrEmpty();
    assertThat(r.rows()).hasSize(10);
  }

  @Test
  void aRegisterReadingClosesTheIntervalBefore() {
    Reading r =
        read(
            new PowerFeed(List.of()),
            Table.of(ReceivedPower.class),
            "power/r.csv",
            ("meter_code,read_at,register_kwh\nM1,2024-03-02T00:00,1000.5\nM1,2024-03-02T00:15,-1\n"
                    + "M1,,5\n")
                .getBytes(StandardCharsets.UTF_8));
    assertThat(r.rows().get(0).get(3)).hasToString("2024-03-01");
    assertThat(r.rows().get(0).get(5)).hasToString("1000.500000");
    assertThat(r.reasons()).containsExactly("3 NEGATIVE_VALUE", "4 KEY_MISSING");
  }

  @Test
  void anIntervalThatEndsBeforeItStartsIsRefused() {
    Reading r =
        read(
            new PowerFeed(List.of()),
            Table.of(ReceivedPower.class),
            "power/p.csv",
            ("meter_code,interval_start,interval_end,energy_kwh\n"
                    + "M1,2024-03-01T00:15,2024-03-01T00:00,1\n")
                .getBytes(StandardCharsets.UTF_8));
    assertThat(r.reasons()).containsExactly("2 PERIOD_REVERSED");
  }

  @Test
  void everyBadRecordHasItsLineAndReason() {
    Reading r =
        air(
            AIR_HEADER
                + "S1,2024-02-30T05:00,1,2,0.3,4,5,6\n"
                + "S1,2024-03-01T05:30,1,2,0.3,4,5,6\n"
                + ",2024-03-01T05:00,1,2,0.3,4,5,6\n"
                + "S1,2024-03-01T05:00,1,2,0.3,4,5,6,7\n"
                + "S1,,1,2,0.3,4,5,6\n");
    assertThat(r.reasons())
        .containsExactly(
            "2 BAD_TIME",
            "3 NOT_A_FULL_HOUR",
            "4 KEY_MISSING",
            "5 WRONG_COLUMN_COUNT",
            "6 KEY_MISSING");
    assertThat(r.rows()).isEmpty();
    assertThat(r.rejects().get(0).getString(8)).isEqualTo("S1,2024-02-30T05:00,1,2,0.3,4,5,6");
  }

  @Test
  void aBadValueIsRejectedAndTheRestOfItsRecordTaken() {
    Reading r = air(AIR_HEADER + "S1,2024-03-01T05:00,abc,-2,0.3,NA,—,6\n");
    assertThat(r.reasons()).containsExactly("2 BAD_NUMBER", "2 NEGATIVE_VALUE");
    assertThat(r.rows().get(0).toString()).contains("null,null,0.300000,null,null,6.000000");
    assertThat(r.account().accepted()).isEqualTo(1);
    assertThat(r.account().values()).isEqualTo(4);
    assertThat(r.account().rejectedValues()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "9999,2,0.3,4,5,6, so2_ug_m3",
    "1,9999.0,0.3,4,5,6, no2_ug_m3",
    "1,2,9.999,4,5,6, co_mg_m3",
    "1,2,0.3,999.9,5,6, o3_ug_m3",
    "1,2,0.3,4,9.999E3,6, pm10_ug_m3",
    "1,2,0.3,4,5,99999808, pm2_5_ug_m3",
    "1,2,0.3,4,5,-9999, pm2_5_ug_m3",
    "1,2,0.3,4,5,999999999999, pm2_5_ug_m3"
  })
  void anImpossibleNumberIsNoNumber(
      String so2, String no2, String co, String o3, String pm10, String pm25, String field) {
    String values = String.join(",", so2, no2, co, o3, pm10, pm25);
    Reading r = air(AIR_HEADER + "S1,2024-03-01T05:00," + values + "\n");
    assertThat(r.reasons()).containsExactly("2 IMPOSSIBLE_VALUE");
    assertThat(r.rejects().get(0).getString(5)).isEqualTo(field);
    assertThat(r.account().values()).isEqualTo(6);
    assertThat(r.account().receivedValues()).isEqualTo(5);
    assertThat(r.rows()).hasSize(1);
    assertThat(r.rows().get(0).isNullAt(3 + AIR_COLUMNS.indexOf(field))).isTrue();
  }

  @Test
  void anHourOfADustStormStays() {
    Reading r = air(AIR_HEADER + "S1,2024-03-01T05:00,1,2,0.3,4,8765,1400\n");
    assertThat(r.rejects()).isEmpty();
    assertThat(r.rows().get(0).getDecimal(7)).isEqualByComparingTo("8765");
  }

  @Test
  void impossibleNumbersOfCityDaysSnapshotsAndMetersAreNoNumbers() {
    Reading cities =
        read(
            new AirFeed(),
            Table.of(ReceivedAirCityDay.class),
            "air/cities.csv",
            "city_code,data_day,so2_ug_m3,no2_ug_m3,co_mg_m3,o3_8h_ug_m3,pm10_ug_m3,pm2_5_ug_m3\n370900,2024-03-01,9,20,0.5,9999,999.9,30\n"
                .getBytes(StandardCharsets.UTF_8));
    assertThat(cities.reasons()).containsExactly("2 IMPOSSIBLE_VALUE", "2 IMPOSSIBLE_VALUE");
    Reading snapshot =
        air(
            "timepoint,stationcode,aqi,primarypollutant,quality,so2,no2,co,o3,pm10,pm2_5\n"
                + "2016-01-14T00:00:00,1675A,9999,,,27,85,2.7,4,93,99999\n");
    assertThat(snapshot.reasons()).containsExactly("2 IMPOSSIBLE_VALUE", "2 IMPOSSIBLE_VALUE");
    Reading meters =
        read(
            new PowerFeed(List.of()),
            Table.of(ReceivedPower.class),
            "power/p.csv",
            ("meter_code,interval_end,energy_kwh,power_kw,current_a,voltage_v\n"
                    + "M1,2024-03-01T00:15,99999,999999999,65535,9999\n"
                    + "M1,2024-03-01T00:30,1.5,6,9,380\n")
                .getBytes(StandardCharsets.UTF_8));
    assertThat(meters.reasons()).containsOnly("2 IMPOSSIBLE_VALUE").hasSize(4);
    Reading registers = registers("M1,2024-03-01T00:15,999999.99\nM1,2024-03-01T00:30,999999999\n");
    assertThat(registers.reasons()).containsExactly("3 IMPOSSIBLE_VALUE");
  }

  @Test
  void exactRepetitionsAreCountedAndOtherValuesOfTheSameHourAreKept() {
    Reading r =
        air(
            AIR_HEADER
                + "S1,2024-03-01T05:00,1,2,0.3,4,5,6\n"
                + "S1,2024-03-01T05:00,1,2,0.3,4,5,6\n"
                + "S1,2024-03-01T05:00,1,2,0.3,4,5,7\n");
    assertThat(r.account().duplicates()).isEqualTo(1);
    assertThat(r.rows()).hasSize(2);
  }

  @Test
  void columnsMayStandInAnyOrderAndSomeMayBeLeftOut() {
    Reading r = air("pm2_5_ug_m3,hour_end,station_code\n6,2024-03-01T05:00,S1\n");
    assertThat(r.rows().get(0).getString(0)).isEqualTo("S1");
    assertThat(r.rows().get(0).getDecimal(8)).isEqualByComparingTo("6");
  }

  @Test
  void aColumnInAnotherUnitRefusesTheFile() {
    Reading r =
        air(AIR_HEADER.replace("co_mg_m3", "co_ug_m3") + "S1,2024-03-01T05:00,1,2,3,4,5,6\n");
    assertThat(r.reasons()).containsExactly("0 WRONG_UNIT");
    assertThat(r.account().refusal()).contains("co_ug_m3").contains("co_mg_m3");
  }

  @Test
  void anUnknownHeaderRefusesTheFileAndSaysWhatIsMissing() {
    Reading r = air("station;hour;value\nS1;2024-03-01T05:00;1\n");
    assertThat(r.reasons()).containsExactly("0 WRONG_HEADER");
    assertThat(r.account().refusal()).contains("missing station_code, hour_end");
  }

  @Test
  void bytesThatAreNoTextRefuseTheFile() {
    byte[] garbage = new byte[5000];
    new java.util.Random(7).nextBytes(garbage);
    Reading r = read(new AirFeed(), Table.of(ReceivedAir.class), "air/x.csv", garbage);
    assertThat(r.account().refusal()).isNotEmpty();
    assertThat(r.rows()).isEmpty();
  }

  @Test
  void emptyFilesHaveNoRecords() {
    assertThat(air("").account().records()).isZero();
    assertThat(air(AIR_HEADER).account().records()).isZero();
  }

  @Test
  void theNationalSnapshotIsKnownByItsHeader() {
    Reading r =
        air(
            "timepoint,area,positionname,stationcode,lat,lon,aqi,primarypollutant,quality,so2,"
                + "so2_24h,no2,no2_24h,co,co_24h,o3,o3_24h,o3_8h,o3_8h_24h,pm10,pm10_24h,pm2_5,"
                + "pm2_5_24h\n2016-01-14T00:00:00,泰安市,监测站,1675A,36.19,117.14,97,细颗粒物(PM2.5),良,"
                + "27,19,85,61,2.700,1.367,4,62,6,33,93,67,72,45\n");
    assertThat(r.rows().get(0).toString())
        .startsWith(
            "[1675A,2016-01-13T23:00,2016-01-13,27.000000,85.000000,2.700000,4.000000,93.000000,"
                + "72.000000,97,细颗粒物(PM2.5),良");
  }

  @Test
  void cityDaysGoToTheirOwnTable() {
    Reading r =
        read(
            new AirFeed(),
            Table.of(ReceivedAirCityDay.class),
            "air/c.csv",
            "city_code,data_day,so2_ug_m3,no2_ug_m3,co_mg_m3,o3_8h_ug_m3,pm10_ug_m3,pm2_5_ug_m3\n370900,2024-03-01,8,14,0.6,188,38,21\n"
                .getBytes(StandardCharsets.UTF_8));
    assertThat(r.rows().get(0).toString()).startsWith("[370900,null,2024-03-01,8.000000");
  }

  @Test
  void aCityDayMayNameItsCity() {
    Reading r =
        read(
            new AirFeed(),
            Table.of(ReceivedAirCityDay.class),
            "air/c.csv",
            "city_code,city_name,data_day,so2_ug_m3,no2_ug_m3,co_mg_m3,o3_8h_ug_m3,pm10_ug_m3,pm2_5_ug_m3\n370900,泰安市,2024-03-01,8,14,0.6,188,38,21\n"
                .getBytes(StandardCharsets.UTF_8));
    assertThat(r.rows().get(0).toString()).startsWith("[370900,泰安市,2024-03-01,8.000000");
  }

  private static final String STATIONS = "station_code,name,county_code,valid_from,valid_to\n";

  private static Reading stations(byte[] bytes) {
    return read(new RegistryFeed(), Table.of(Station.class), "registry/stations.csv", bytes);
  }

  @Test
  void gbkAndByteOrderMarksAreRead() {
    String text = STATIONS + "S1,一中,370902,,\n";
    Reading gbk = stations(text.getBytes(Charset.forName("GBK")));
    Reading bom = stations(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8));
    assertThat(gbk.rows().get(0).getString(1)).isEqualTo("一中");
    assertThat(bom.rows().get(0).getString(1)).isEqualTo("一中");
  }

  @Test
  void rowsThatClaimTheSameDaysAreBothRefused() {
    Reading r =
        stations(
            (STATIONS
                    + "S1,甲,370902,2024-01-01,2024-03-10\n"
                    + "S1,乙,370902,2024-03-10,\n"
                    + "S2,丙,370902,2024-01-01,2024-03-09\n"
                    + "S2,丁,370902,2024-03-10,\n"
                    + "S3,戊,370902,2024-03-10,2024-03-01\n")
                .getBytes(StandardCharsets.UTF_8));
    assertThat(r.reasons())
        .containsExactly("2 PERIOD_OVERLAP", "3 PERIOD_OVERLAP", "6 PERIOD_REVERSED");
    assertThat(r.rows()).hasSize(2);
  }

  @Test
  void lineEndsOfAnyKindAreLineEnds() {
    Reading r =
        air(
            (AIR_HEADER + "S1,2024-03-01T05:00,1,2,3,4,5,6\nS1,2024-03-01T06:00,1,2,3,4,5,6")
                .replace("\n", "\r\n"));
    assertThat(r.rows()).hasSize(2);
    assertThat(r.rows().get(1).<Long>getAs(15)).isEqualTo(3L);
  }

  private static Reading registered(String rows) {
    return stations((STATIONS + rows).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aNameInTheRegistryMayHaveLinesAndTheOthersKeepTheirNumbers() {
    Reading r =
        registered(
            "A,\"甲\"\"乙\"\",\r\n丙𠮷\",C,,\n"
                + "B,二站,C,,\n"
                + "C,\"三\n\n站\",C,,\n"
                + "D,四站,C,perhaps,");
    assertThat(r.rows())
        .extracting(x -> x.getString(1))
        .containsExactly("甲\"乙\",\n丙𠮷", "二站", "三\n\n站");
    assertThat(r.rows()).extracting(x -> (Long) x.get(x.size() - 1)).containsExactly(2L, 4L, 5L);
    assertThat(r.reasons()).singleElement().asString().startsWith("8 ");
  }

  @Test
  void aQuoteThatIsNeverClosedSwallowsNoOtherRow() {
    Reading r = registered("A,\"一站,C,,\nB,二站,C,,\nC,\"三站\",C,,\n");
    assertThat(r.rows()).extracting(x -> x.getString(0)).contains("B", "C");
  }
}
