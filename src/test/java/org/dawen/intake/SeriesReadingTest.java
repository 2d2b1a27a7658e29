package org.dawen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dawen.lake.Table;
import org.dawen.registry.County;
import org.dawen.registry.Station;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Labels and leftovers of spreadsheets in CSV feeds, as files: what is taken, what is refused. */
class SeriesReadingTest {
  private static final String AIR =
      "station_code,hour_end,so2_ug_m3,no2_ug_m3,co_mg_m3,o3_ug_m3,pm10_ug_m3,pm2_5_ug_m3\n";
  private static final String POWER = "meter_code,interval_end,energy_kwh\n";
  private static final String REGISTER = "meter_code,read_at,register_kwh\n";

  private static Reading air(String text) {
    return Reading.of(new AirFeed(), Table.of(ReceivedAir.class), "air/a.csv", text);
  }

  private static Reading power(String text) {
    return Reading.of(new PowerFeed(List.of()), Table.of(ReceivedPower.class), "power/p.csv", text);
  }

  /** 24 hours of a station, the last as 0:00 of the same date. */
  private static String hours(String station, String date, String values) {
    return IntStream.rangeClosed(1, 24)
        .mapToObj(h -> "%s,%s %d:00,%d,%s\n".formatted(station, date, h % 24, h, values))
        .collect(Collectors.joining());
  }

  private static String rows(String format, List<String> dates, int stepMinutes) {
    StringBuilder text = new StringBuilder();
    for (String date : dates) {
      for (int m = stepMinutes; m <= 1_440; m += stepMinutes) {
        text.append(format.formatted(date, m % 1_440 / 60, m % 60, m));
      }
    }
    return text.toString();
  }

  @Test
  void theMidnightOfTheSameDateEndsTheDayOfAStation() {
    Reading r = air(AIR + hours("S1", "2024-04-02", "2,0.5,60,50,30"));
    assertThat(r.account().days()).hasToString("2024-04-02");
    assertThat(r.rows().get(23).get(1)).hasToString("2024-04-02T23:00");
    assertThat(r.account().note()).contains("1 rows stamped 0:00").contains("24:00");
  }

  @Test
  void soItDoesWhereStationsStandRowByRow() {
    String one = hours("S1", "2024-04-02", "2,0.5,60,50,30");
    String[] a = one.split("\n");
    String[] b = one.replace("S1", "S2").split("\n");
    String both =
        IntStream.range(0, 24)
            .mapToObj(i -> a[i] + "\n" + b[i] + "\n")
            .collect(Collectors.joining());
    Reading r = air(AIR + both);
    assertThat(r.rows()).hasSize(48);
    assertThat(r.account().days()).hasToString("2024-04-02");
  }

  @Test
  void soItDoesInTheNationalSnapshot() {
    String rows =
        rows("%s %02d:%02d:00,泰安市,1675A,97,细颗粒物(PM2.5),良,%d\n", List.of("2024-04-02"), 60);
    Reading r = air("timepoint,area,stationcode,aqi,primarypollutant,quality,so2\n" + rows);
    assertThat(r.account().days()).hasToString("2024-04-02");
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 30, 60, 120})
  void soItDoesForIntervalsAndRegistersOfMeters(int step) {
    List<String> dates = List.of("2024/4/2", "2024/4/3", "2024/4/4");
    Reading intervals = power(POWER + rows("M1,%s %d:%02d,%d\n", dates, step));
    assertThat(intervals.account().days()).hasToString("2024-04-02..2024-04-04");
    assertThat(intervals.account().note()).contains("3 rows");
    Reading registers = power(REGISTER + rows("M1,%s %d:%02d,%d\n", dates, step));
    assertThat(registers.account().days()).hasToString("2024-04-02..2024-04-04");
  }

  @Test
  void soItDoesInAMappedFormatWithoutTheSetting() {
    Reading r =
        mapped(
            "yyyy-MM-dd HH:mm:ss", false, rows("%s %02d:%02d:00,%d\n", List.of("2024-04-02"), 15));
    assertThat(r.account().days()).hasToString("2024-04-02");
  }

  @Test
  void anIntervalWithItsStartMayEndAtTheMidnightOfTheSameDate() {
    Reading r =
        power(
            "meter_code,interval_start,interval_end,energy_kwh\n"
                + "M1,2024-04-02 23:15,2024-04-02 23:30,1\nM1,2024-04-02 23:30,2024-04-02 23:45,1\n"
                + "M1,2024-04-02 23:45,2024-04-02 0:00,1\n");
    assertThat(r.rows()).hasSize(3);
    assertThat(r.rows().get(2).get(2)).hasToString("2024-04-03T00:00");
  }

  @Test
  void midnightsWrittenRightlyAreLeftAlone() {
    Reading r =
        power(
            POWER
                + "M1,2024-04-02T00:00,1\nM1,2024-04-02T23:45,1\nM1,2024-04-03T00:00,1\n"
                + "M2,2024-04-02T23:45,1\nM2,2024-04-02T24:00,1\n");
    assertThat(r.rows()).extracting(x -> x.get(2).toString()).contains("2024-04-02T00:00");
    assertThat(r.account().note()).isEmpty();
  }

  @Test
  void aSeriesWithTwoRowsForOneMidnightIsRefusedAndTheOthersStay() {
    String right = "S1,2024-04-02T00:00,9,2,0.5,60,50,30\n";
    Reading r =
        air(
            AIR
                + hours("S2", "2024-04-02", "2,0.5,60,50,30")
                + right
                + hours("S1", "2024-04-02", "2,0.5,60,50,30"));
    assertThat(r.rows()).hasSize(24).allSatisfy(x -> assertThat(x.get(0)).isEqualTo("S2"));
    assertThat(r.account().rejects()).isEqualTo(25);
    assertThat(r.reasons()).allSatisfy(x -> assertThat(x).endsWith("MIDNIGHT_TWICE"));
    assertThat(r.rejects().get(0).getString(7)).contains("S1").contains("two rows");
  }

  private static Reading mapped(String pattern, boolean endsTheSameDay, String rows) {
    PowerMapping mapping =
        new PowerMapping("works", "date", "kwh", pattern, "(.+?)\\.csv", endsTheSameDay);
    return Reading.of(
        new PowerFeed(List.of(mapping)),
        Table.of(ReceivedPower.class),
        "power/M1.csv",
        "date,kwh\n" + rows);
  }

  @ParameterizedTest
  @CsvSource({
    "yyyy-MM-dd HH:mm, false, 2024-04-02 24:00, 2024-04-03T00:00",
    "yyyy-MM-dd HH:mm, true, 2024-04-02 24:00, 2024-04-03T00:00",
    "yyyy-MM-dd HH:mm, true, 2024-04-02 00:00, 2024-04-03T00:00",
    "yyyy-MM-dd HH:mm, false, 2024-04-02 00:00, 2024-04-02T00:00",
    "yyyy-MM-dd HH:mm, false, 2024-04-02, 2024-04-02T00:00",
    "yyyy-MM-dd kk:mm, false, 2024-04-02 24:00, 2024-04-03T00:00",
    "d/M/yyyy H:mm, true, 2/4/2024, 2024-04-03T00:00",
    "yyyyMMddHHmm, false, 20240402, 2024-04-02T00:00"
  })
  void aMappedMidnightIsWhatItsPatternAndItsSettingSay(
      String pattern, boolean endsTheSameDay, String cell, String end) {
    Reading r = mapped(pattern, endsTheSameDay, cell + ",1\n");
    assertThat(r.rows()).singleElement().satisfies(x -> assertThat(x.get(2)).hasToString(end));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-02-30 01:00", "2024-04-31 24:00", "2023-02-29 00:00"})
  void aDayThatDoesNotExistIsNoTimeOfAMappedFormatEither(String cell) {
    Reading r = mapped("yyyy-MM-dd HH:mm", false, cell + ",1\n");
    assertThat(r.rows()).isEmpty();
    assertThat(r.reasons()).singleElement().asString().contains("BAD_TIME");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"31/12/+999999999 0:00", "31/12/+999999999 24:00", "1/1/+10000 8:00", "x1/1/2018"})
  void aYearOfMoreThanFourDigitsIsNoTimeOfAMappedFormat(String cell) {
    Reading r = mapped("d/M/yyyy H:mm", true, cell + ",1\n1/1/2018 8:00,1\n");
    assertThat(r.rows()).hasSize(1);
    assertThat(r.reasons()).containsExactly("2 BAD_TIME");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void swappedDatesOfAMappedFormatAreRefusedWhateverItsPattern(boolean endsTheSameDay) {
    List<String> dates = List.of("2018-08-31", "2018-01-09", "2018-02-09");
    Reading r =
        mapped("yyyy-MM-dd HH:mm:ss", endsTheSameDay, rows("%s %02d:%02d:00,%d\n", dates, 15));
    assertThat(r.account().refusal())
        .contains("day and month swapped")
        .contains("yyyy-MM-dd HH:mm:ss")
        .contains("intake.power_formats");
    assertThat(r.reasons()).containsExactly("0 DATES_RUN_BACKWARDS");
  }

  @Test
  void swappedHoursOfAStationAndDaysOfACityAreRefused() {
    Reading hours =
        air(
            AIR
                + hours("S1", "2018-02-01", "2,0.5,60,50,30")
                + hours("S1", "2018-03-01", "2,0.5,60,50,30"));
    assertThat(hours.account().refusal()).contains("S1").contains("day and month swapped");
    String days =
        LocalDate.of(2018, 8, 25)
            .datesUntil(LocalDate.of(2018, 9, 20))
            .map(d -> "370900,%s,8\n".formatted(TimeLabel.of(d, 0).swappedDay()))
            .collect(Collectors.joining());
    Reading city =
        Reading.of(
            new AirFeed(),
            Table.of(ReceivedAirCityDay.class),
            "air/c.csv",
            "city_code,data_day,so2_ug_m3\n" + days);
    assertThat(city.account().refusal()).contains("370900").contains("day and month swapped");
  }

  @Test
  void aThirdOfTheDatesMixedRefusesTheFile() {
    Reading third =
        power(POWER + "M1,2024-03-01 08:00,1\nM1,2024-03-01 09:00,1\nM1,2024-13-03 08:00,1\n");
    assertThat(third.account().refusal())
        .contains("1 of 3 dates")
        .contains("swapped")
        .contains("line 4");
    Reading less =
        power(
            POWER
                + "M1,2024-03-01 08:00,1\nM1,2024-03-01 09:00,1\nM1,2024-03-01 10:00,1\n"
                + "M1,2024-13-03 08:00,1\n");
    assertThat(less.account().refusal()).isEmpty();
    assertThat(less.reasons()).containsExactly("5 BAD_TIME");
    Reading mapped = mapped("d/M/yyyy H:mm", true, "1/3/2018 0:15,1\n2/25/2018 0:15,1\n");
    assertThat(mapped.account().refusal()).contains("1 of 2 dates");
  }

  @Test
  void whatASpreadsheetLeavesIsNotThere() {
    Reading r =
        air(
            "\n,,,\n"
                + "station_code,hour_end,so2_ug_m3,,no2_ug_m3,,,\n"
                + ",,,,,,,\n"
                + "S1,2024-04-01 1:00,1,,2,,,\n"
                + "S1,2024-04-01 2:00,1\n"
                + "S1,2024-04-01 3:00,1, ,2,\"\",,,,,\n"
                + " , ,\u00A0,,,\n"
                + ",,,,,,,\n");
    assertThat(r.rows()).hasSize(3);
    assertThat(r.account().records()).isEqualTo(3);
    assertThat(r.rows().get(1).get(4)).isNull();
  }

  @Test
  void aThousandEmptyColumnsAreNone() {
    String commas = ",".repeat(16_000);
    Reading r =
        air("station_code,hour_end,so2_ug_m3" + commas + "\nS1,2024-04-01 1:00,1" + commas + "\n");
    assertThat(r.rows()).hasSize(1);
  }

  @Test
  void aCellMoreThanThereAreHeadingsIsStillRefused() {
    Reading r = air("station_code,hour_end,so2_ug_m3\nS1,2024-04-01 1:00,1,2\n");
    assertThat(r.reasons()).containsExactly("2 WRONG_COLUMN_COUNT");
  }

  @Test
  void aColumnWithContentButNoHeadingRefusesTheFileAndIsNamed() {
    Reading r =
        air("station_code,,hour_end,so2_ug_m3\nS1,,2024-04-01 1:00,1\nS1,x,2024-04-01 2:00,1\n");
    assertThat(r.account().refusal()).contains("Column 2").contains("line 3").contains("'x'");
    assertThat(r.reasons()).contains("0 WRONG_HEADER");
  }

  @Test
  void aLastLineThatIsCutOffIsRefusedUnlessAllLinesAreSo() {
    String heading = "station_code,hour_end,so2_ug_m3,no2_ug_m3\n";
    Reading cut = air(heading + "S1,2024-04-01 1:00,17,18\nS1,2024-04-01 2:00,1");
    assertThat(cut.reasons()).containsExactly("3 WRONG_COLUMN_COUNT");
    assertThat(cut.rejects().toString()).contains("ends in the middle of this line");
    Reading allShort = air(heading + "S1,2024-04-01 1:00,17\nS1,2024-04-01 2:00,17");
    assertThat(allShort.rows()).hasSize(2);
  }

  @Test
  void aRecordWhoseQuotedCellGoesOnInTheNextLineIsRefused() {
    Reading r =
        Reading.of(
            new PoolFeed(),
            Table.of(ReceivedPool.class),
            "pool/p.csv",
            "entry_no,entry_day,kind,note,mass_t\n1,2024-04-07,RETURN,\"one\ntwo\",5\n");
    assertThat(r.reasons()).startsWith("2 WRONG_COLUMN_COUNT");
    assertThat(r.rows()).isEmpty();
  }

  @Test
  void codesAreReadWithoutWhatCannotBeSeenAtTheirEnds() {
    Reading r =
        air(
            AIR
                + "S1\u00A0,2024-04-07T01:00,1,2,0.3,4,5,6\n"
                + "\u200BS1,2024-04-07T02:00,1,2,0.3,4,5,6\n"
                + "S1\u3000,2024-04-07T03:00,1,2,0.3,4,5,6\n"
                + "S\u200B1,2024-04-07T04:00,1,2,0.3,4,5,6\n");
    assertThat(r.rows())
        .extracting(x -> x.getString(0))
        .containsExactly("S1", "S1", "S1", "S\u200B1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"370902.0", "3.70902E+05", "4E+11"})
  void aCodeThatASpreadsheetMadeANumberIsRefusedInEveryFeed(String code) {
    Reading air = air(AIR + code + ",2024-04-07T01:00,1,2,0.3,4,5,6\n");
    assertThat(air.reasons()).containsExactly("2 CODE_AS_NUMBER");
    assertThat(air.rejects().get(0).getString(7)).contains("spreadsheet").contains(code);
    assertThat(power(POWER + code + ",2024-04-07T01:00,1\n").reasons())
        .containsExactly("2 CODE_AS_NUMBER");
    Reading pool =
        Reading.of(
            new PoolFeed(),
            Table.of(ReceivedPool.class),
            "pool/p.csv",
            "entry_no,entry_day,kind,county_code\n1,2024-04-07,REDUCE,%s\n".formatted(code));
    assertThat(pool.reasons()).containsExactly("2 CODE_AS_NUMBER");
    Reading registry =
        Reading.of(
            new RegistryFeed(),
            Table.of(County.class),
            "registry/counties.csv",
            "county_code,name\n%s,泰山区\n370911,岱岳区\n".formatted(code));
    assertThat(registry.reasons()).containsExactly("2 CODE_AS_NUMBER");
    assertThat(registry.rows()).hasSize(1);
  }

  @Test
  void theRegistryIsReadAsASpreadsheetWritesItInGbkToo() {
    String text =
        "station_code,name,county_code,valid_from,valid_to,\n"
            + "S1,泰安一站,370902,2020/1/1 0:00,2024-03-20 00:00:00,\n"
            + "S1,泰安一站,370902,2024/3/21,\n"
            + ",,,,,\n";
    for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GBK"))) {
      Reading r =
          Reading.of(
              new RegistryFeed(),
              Table.of(Station.class),
              "registry/stations.csv",
              text.getBytes(charset));
      assertThat(r.reasons()).isEmpty();
      assertThat(r.rows()).hasSize(2);
      assertThat(r.rows().get(0).toString()).contains("泰安一站").contains("2020-01-01,2024-03-20");
    }
  }

  @Test
  void aGbkFileWhoseFewWordsAreValidUtf8IsStillGbk() {
    String text = "county_code,name\n370902,泰山\n";
    Reading r =
        Reading.of(
            new RegistryFeed(),
            Table.of(County.class),
            "registry/counties.csv",
            text.getBytes(Charset.forName("GBK")));
    assertThat(r.rows().get(0).getString(1)).isEqualTo("泰山");
    assertThat(air("station_code,hour_end\nµg³S,2024-04-01 1:00\n").rows().get(0).getString(0))
        .isEqualTo("µg³S");
  }

  @Test
  void aDayMayBeWrittenWithItsMidnightAndAnHourWithout() {
    Reading city =
        Reading.of(
            new AirFeed(),
            Table.of(ReceivedAirCityDay.class),
            "air/c.csv",
            "city_code,data_day,so2_ug_m3\n370100,2024/4/1 0:00,10\n370100,2024/4/2 5:00,10\n");
    assertThat(city.rows().get(0).toString()).startsWith("[370100,null,2024-04-01");
    assertThat(city.reasons()).containsExactly("3 BAD_TIME");
    Reading hours =
        air(
            AIR
                + "S1,2024-04-03 22:00,1,2,0.3,4,5,6\nS1,2024-04-03 23:00,1,2,0.3,4,5,6\n"
                + "S1,2024-04-04,1,2,0.3,4,5,6\n");
    assertThat(hours.rows().get(2).get(1)).hasToString("2024-04-03T23:00");
  }
}
