package org.dawen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.Row;
import org.dawen.lake.Table;
import org.junit.jupiter.api.Test;

/** What is taken of files of noise, and what is refused. */
class NoiseFeedTest {
  private static Reading read(String text) {
    return at("noise/n_20240301.csv", text);
  }

  private static Reading at(String path, String text) {
    return Reading.of(new NoiseFeed(), Table.of(ReceivedNoise.class), path, text);
  }

  private static Reading weather(String text) {
    return Reading.of(
        new NoiseFeed(), Table.of(ReceivedWeather.class), "noise/weather_20240301.csv", text);
  }

  private static List<String> levels(Reading reading) {
    return reading.rows().stream()
        .map(
            r ->
                "%s %s %s %s"
                    .formatted(r.get(0), r.get(1), r.get(2), r.get(3) + " " + number(r.get(4))))
        .toList();
  }

  private static String number(Object cell) {
    return cell == null
        ? "-"
        : new BigDecimal(cell.toString()).stripTrailingZeros().toPlainString();
  }

  @Test
  void theMiddleOfAMinuteNamesTheMinute() {
    assertThat(levels(read("point_code,minute_mid,laeq_db\nN1,2025-03-21T00:00:30,47.3604\n")))
        .containsExactly("N1 minute 2025-03-21T00:00 2025-03-21 47.3604");
  }

  @Test
  void aFileWithoutAPointIsOfThePointThatItsFolderNames() {
    String text = "minute_mid,laeq_db\n2025-03-21T23:59:30,47.3604\n";
    assertThat(levels(at("noise/point=N7/laeq_1min.csv.gz".replace(".gz", ""), text)))
        .containsExactly("N7 minute 2025-03-21T23:59 2025-03-21 47.3604");
    assertThat(at("noise/laeq_1min.csv", text).reasons()).containsExactly("0 WRONG_HEADER");
  }

  @Test
  void labelsOfEndsBelongToTheHourBefore() {
    assertThat(
            levels(
                read(
                    "point_code,hour_end,leq_db\nN1,2024-03-01T01:00,50\nN1,2024-03-02T00:00,51\n")))
        .containsExactly(
            "N1 hour 2024-03-01T00:00 2024-03-01 50", "N1 hour 2024-03-01T23:00 2024-03-01 51");
    assertThat(levels(read("point_code,minute_end,leq_db\nN1,2024-03-02T00:00,51\n")))
        .containsExactly("N1 minute 2024-03-01T23:59 2024-03-01 51");
  }

  @Test
  void labelsOfStartsAreMoments() {
    assertThat(
            levels(
                read(
                    "point_code,hour_start,leq_db,l10_db,l50_db,l90_db,lmax_db,lmin_db,received_minutes\n"
                        + "N1,2024-03-01T23:00,50,51,50,49,60,40,58\n"
                        + "N1,2024-03-01T00:00,50,,,,,,\n")))
        .containsExactly(
            "N1 hour 2024-03-01T23:00 2024-03-01 50", "N1 hour 2024-03-01T00:00 2024-03-01 50");
  }

  @Test
  void labelsBesideTheirIntervalAreRejected() {
    assertThat(read("point_code,hour_start,leq_db\nN1,2024-03-01T08:10,50\n").reasons())
        .containsExactly("2 NOT_A_FULL_HOUR");
    assertThat(read("point_code,minute_mid,leq_db\nN1,2024-03-01T08:10:00,50\n").reasons())
        .containsExactly("2 BAD_TIME");
  }

  @Test
  void daysAreSentWithTheirLevels() {
    Reading r = read("point_code,data_day,ld_db,ln_db,ldn_db\nN1,2024-03-01,55.1,45.2,56\n");
    assertThat(levels(r)).containsExactly("N1 day 2024-03-01T00:00 2024-03-01 -");
    Row row = r.rows().get(0);
    assertThat(number(row.get(10)) + " " + number(row.get(11)) + " " + number(row.get(12)))
        .isEqualTo("55.1 45.2 56");
  }

  @Test
  void whatNoInstrumentGivesIsRejectedAsAValue() {
    Reading r =
        read(
            "point_code,hour_start,leq_db\nN1,2024-03-01T08:00,999.9\nN1,2024-03-01T09:00,0\n"
                + "N1,2024-03-01T10:00,-5\nN1,2024-03-01T11:00,x\n");
    assertThat(r.reasons())
        .containsExactly(
            "2 IMPOSSIBLE_VALUE", "3 IMPOSSIBLE_VALUE", "4 IMPOSSIBLE_VALUE", "5 BAD_NUMBER");
    assertThat(levels(r)).hasSize(4).allMatch(l -> l.endsWith(" -"));
  }

  @Test
  void windAndRainOfHoursAreAFileOfTheirOwn() {
    Reading r =
        weather(
            "weather_station_code,hour_end,wind_m_s,rain_mm\nW1,2024-03-01T09:00,5.1,0\n"
                + "W1,2024-03-01T10:00,,\n");
    assertThat(r.rows())
        .extracting(
            w -> w.get(0) + " " + w.get(1) + " " + number(w.get(3)) + " " + number(w.get(4)))
        .containsExactly("W1 2024-03-01T08:00 5.1 0", "W1 2024-03-01T09:00 - -");
    assertThat(
            weather("weather_station_code,hour_start,wind_m_s\nW1,2024-03-01T09:00,200\n")
                .reasons())
        .containsExactly("2 IMPOSSIBLE_VALUE");
  }

  @Test
  void otherColumnsRefuseTheFile() {
    assertThat(read("point_code,hour_start,leq_db,noise\nN1,2024-03-01T08:00,50,1\n").reasons())
        .containsExactly("0 WRONG_HEADER");
    assertThat(read("point_code,leq_db\nN1,50\n").reasons()).containsExactly("0 WRONG_HEADER");
  }
}
