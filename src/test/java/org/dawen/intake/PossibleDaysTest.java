package org.dawen.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dawen.codec.hj212.Crc16;
import org.dawen.lake.Trouble;
import org.dawen.run.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every feed takes records of possible days and rejects the others, each with its line. */
class PossibleDaysTest {
  private static final String AIR =
      "station_code,hour_end,so2_ug_m3,no2_ug_m3,co_mg_m3,o3_ug_m3,pm10_ug_m3,pm2_5_ug_m3\n";
  private static final String SNAPSHOT =
      "timepoint,stationcode,so2,no2,co,o3,pm10,pm2_5,aqi,primarypollutant,quality\n";
  private static final String POOL =
      "entry_no,entry_day,kind,county_code,pollutant_code,mass_t,document_no\n";
  private static final PowerMapping MAPPED =
      new PowerMapping("works", "date", "kwh", "yyyy-MM-dd HH:mm", "(.+)\\.csv", true);

  private record Reading(String days, List<String> reasons) {}

  private static Reading read(FeedReader feed, String path, String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      LandingFile file = LandingFile.of(path, feed.feed(), "", bytes.length);
      Emitter out = Emitter.ofSurvey(file);
      RecordCursor cursor =
          feed.open(file, StandardCharsets.UTF_8, new ByteArrayInputStream(bytes));
      while (cursor.advance(out)) {
        // until the end
      }
      FileAccount account = out.account("", "UTF-8");
      assertThat(account.addsUp()).isTrue();
      return new Reading(
          account.days().toString(),
          out.ready().stream()
              .map(org.dawen.intake.Reading::row)
              .map(r -> r.getLong(2) + " " + r.getString(6))
              .toList());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The label ends an hour: that of 0:00 belongs to the day before. */
  @ParameterizedTest
  @CsvSource({
    "2000-01-01T00:00, ''",
    "2000-01-01T01:00, 2000-01-01",
    "2080-01-01T00:00, 2079-12-31",
    "2080-01-01T01:00, ''",
    "9999-12-31T10:00, ''",
    "9999-12-31T24:00, BAD_TIME",
    "0001-01-01T10:00, ''",
    "0000-01-01T10:00, BAD_TIME",
    "2924-03-04T10:00, ''",
    "2035-06-15T10:00, 2035-06-15"
  })
  void hoursAndIntervalsAreJudgedByTheDayTheyBelongTo(String label, String taken) {
    Reading good = new Reading(taken, List.of());
    Reading bad =
        new Reading("", List.of("2 " + (taken.isEmpty() ? "DAY_OUT_OF_RANGE" : "BAD_TIME")));
    Reading expected = taken.isEmpty() || taken.equals("BAD_TIME") ? bad : good;
    assertThat(read(new AirFeed(), "air/a.csv", AIR + "S1," + label + ",1,2,0.3,4,5,6\n"))
        .isEqualTo(expected);
    assertThat(read(new AirFeed(), "air/a.csv", SNAPSHOT + label + ",S1,1,2,0.3,4,5,6,50,PM10,良\n"))
        .isEqualTo(expected);
    PowerFeed power = new PowerFeed(List.of(MAPPED));
    assertThat(
            read(power, "power/p.csv", "meter_code,interval_end,energy_kwh\nM1," + label + ",1\n"))
        .isEqualTo(expected);
    assertThat(read(power, "power/p.csv", "meter_code,read_at,register_kwh\nM1," + label + ",1\n"))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "1999-12-31, DAY_OUT_OF_RANGE",
    "2000-01-01, ''",
    "2079/12/31, ''",
    "2080-01-01, DAY_OUT_OF_RANGE",
    "9999-12-31, DAY_OUT_OF_RANGE",
    "0001-01-01, DAY_OUT_OF_RANGE",
    "0000-01-01, BAD_TIME"
  })
  void daysOfCitiesAndOfThePoolAreJudgedToo(String day, String reason) {
    List<String> reasons = reason.isEmpty() ? List.of() : List.of("2 " + reason);
    String header =
        "city_code,data_day,so2_ug_m3,no2_ug_m3,co_mg_m3,o3_8h_ug_m3,pm10_ug_m3,pm2_5_ug_m3\n";
    assertThat(read(new AirFeed(), "air/c.csv", header + "3709," + day + ",1,2,0.3,4,5,6\n"))
        .extracting(Reading::reasons)
        .isEqualTo(reasons);
    assertThat(
            read(new PoolFeed(), "pool/p.csv", POOL + "1," + day + ",ADJUST,370902,a21026,1,D1\n"))
        .extracting(Reading::reasons)
        .isEqualTo(reasons);
  }

  @Test
  void platformsOwnFormatsAndStartsOfIntervalsAreJudgedToo() {
    PowerFeed power = new PowerFeed(List.of(MAPPED));
    assertThat(read(power, "power/M1.csv", "date,kwh\n2024-03-04 01:00,1\n2924-03-04 01:00,1\n"))
        .isEqualTo(new Reading("2024-03-04", List.of("3 DAY_OUT_OF_RANGE")));
    assertThat(
            read(
                power,
                "power/p.csv",
                "meter_code,interval_start,interval_end,energy_kwh\n"
                    + "M1,0001-01-01T00:00,2024-03-04T01:00,1\n"))
        .isEqualTo(new Reading("", List.of("2 DAY_OUT_OF_RANGE")));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 19991231230000, DAY_OUT_OF_RANGE",
    "'', 20000101000000, ''",
    "'', 20791231230000, ''",
    "'', 20800101000000, DAY_OUT_OF_RANGE",
    "'', 99991231100000, BAD_TIME",
    "9999-12-31T10:00:00+08:00, 20240304100000, DAY_OUT_OF_RANGE",
    "1970-01-01T08:00:00+08:00, 20240304100000, DAY_OUT_OF_RANGE",
    "2080-01-01T00:00:00+08:00, 20240304100000, DAY_OUT_OF_RANGE",
    "2079-12-31T23:59:59+08:00, 20240304100000, ''"
  })
  void packetsAreJudgedByTheDayOfMeasurementAndThatOfReceipt(
      String received, String dataTime, String reason) {
    String data =
        "QN=20240304100000000;ST=31;CN=2061;PW=123456;MN=A;Flag=4;CP=&&DataTime="
            + dataTime
            + ";a21026-Avg=1&&";
    String frame = "##%04d%s%04X".formatted(data.length(), data, crc(data));
    Reading r =
        read(
            new Hj212Feed(List.of("2061"), PacketParameters.of(Settings.shipped())),
            "hj212/p.txt",
            (received.isEmpty() ? "" : received + "\t") + frame + "\r\n");
    assertThat(r.reasons()).isEqualTo(reason.isEmpty() ? List.of() : List.of("1 " + reason));
  }

  private static int crc(String data) {
    byte[] bytes = data.getBytes(StandardCharsets.US_ASCII);
    return Crc16.of(bytes);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 9999-12-31, ''",
    "0001-01-01, 2099/12/31, ''",
    "1900-01-01, '', ''",
    "2924-01-01, '', DAY_OUT_OF_RANGE",
    "'', 1999-12-31, DAY_OUT_OF_RANGE",
    "0000-01-01, '', BAD_TIME"
  })
  void aPeriodOfTheRegistryMayReachBeyondButNotLieOutside(String from, String to, String reason) {
    assertThat(
            read(
                new RegistryFeed(),
                "registry/townships.csv",
                "township_code,name,county_code,valid_from,valid_to\n"
                    + "T1,Here,370902,%s,%s\n".formatted(from, to)))
        .extracting(Reading::reasons)
        .isEqualTo(reason.isEmpty() ? List.of() : List.of("2 " + reason));
  }

  @Test
  void openPeriodsOverlapWithWhatTheyReach() {
    assertThat(
            read(
                new RegistryFeed(),
                "registry/townships.csv",
                "township_code,name,county_code,valid_from,valid_to\n"
                    + "T1,Here,370902,2020-01-01,\n"
                    + "T1,There,370902,9999-12-31,9999-12-31\n"
                    + "T2,Here,370902,,2020-12-31\n"
                    + "T2,There,370902,2021-01-01,\n"
                    + "T3,Here,370902,2020-01-01,\n"
                    + "T3,There,370902,2019-01-01,2020-01-01\n"))
        .extracting(Reading::reasons)
        .isEqualTo(List.of("3 DAY_OUT_OF_RANGE", "6 PERIOD_OVERLAP", "7 PERIOD_OVERLAP"));
  }

  @Test
  void singleDaysOfTheRegistryMustBePossible() {
    assertThat(
            read(
                new RegistryFeed(),
                "registry/holidays.csv",
                "holiday_day,name\n2024-05-01,A\n2924-05-01,B\n"))
        .extracting(Reading::reasons)
        .isEqualTo(List.of("3 DAY_OUT_OF_RANGE"));
    assertThat(
            read(
                new RegistryFeed(),
                "registry/work_orders.csv",
                "lead_id,opened_day,due_day,closed_day\n"
                    + "L1,2024-03-04,9999-12-31,\n"
                    + "L2,0001-01-01,,\n"
                    + "L3,2024-03-04,,2924-03-04\n"))
        .extracting(Reading::reasons)
        .isEqualTo(List.of("3 DAY_OUT_OF_RANGE", "4 DAY_OUT_OF_RANGE"));
  }

  @Test
  void theDaysAreASetting() {
    Settings narrow =
        Settings.shipped()
            .with(
                Map.of(PossibleDays.FIRST_DAY, "2024-01-01", PossibleDays.LAST_DAY, "2024-12-31"));
    PossibleDays days = PossibleDays.of(narrow);
    assertThat(days.has(LocalDate.of(2023, 12, 31))).isFalse();
    assertThat(days.has(LocalDate.of(2024, 12, 31))).isTrue();
    assertThat(ReadLimits.KEYS)
        .as("another setting makes the files be read again")
        .contains(PossibleDays.FIRST_DAY, PossibleDays.LAST_DAY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9999-12-31", "soon", "1999-12-31", ""})
  void aSettingThatIsNoUsableDayIsRefused(String last) {
    Settings wrong = Settings.shipped().with(Map.of(PossibleDays.LAST_DAY, last));
    assertThatThrownBy(() -> PossibleDays.of(wrong)).isInstanceOf(Trouble.class);
  }
}
