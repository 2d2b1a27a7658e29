package org.dawen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Row;
import org.dawen.lake.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is taken of files of surface water, and what is refused. */
class WaterFeedTest {
  private static final String OWN = "section_code,observed_at,ph,do,codmn,nh3n,tp,status\n";
  private static final String SAMPLES =
      "section_code,sampled_at,item_code,value,unit,detection_limit,is_below_detection\n";
  private static final String NATIONAL =
      "station_key,province,city,basin,water_body,section,observed_at,snapshot_at,status,"
          + "published_class,ph_raw,ph_shown,tp_raw,tp_shown,chla_raw,chla_shown\n";

  private static Reading read(String text) {
    return Reading.of(new WaterFeed(), Table.of(ReceivedWater.class), "water/w_20240301.csv", text);
  }

  /** Section, time, method, item, value, below detection, limit. */
  private static List<String> values(Reading reading) {
    return reading.rows().stream().map(WaterFeedTest::shown).toList();
  }

  private static String shown(Row row) {
    return "%s %s %s %s %s%s"
        .formatted(
            row.get(0),
            row.get(1),
            row.get(3),
            row.get(4),
            number(row.get(5)),
            Boolean.TRUE.equals(row.get(6)) ? " below " + number(row.get(7)) : "");
  }

  private static String number(Object cell) {
    return cell == null
        ? "-"
        : new java.math.BigDecimal(cell.toString()).stripTrailingZeros().toPlainString();
  }

  private static String column(Reading reading, int row, String name) {
    return String.valueOf(
        reading
            .rows()
            .get(row)
            .get(
                Table.of(ReceivedWater.class)
                    .columns()
                    .indexOf(Table.of(ReceivedWater.class).column(name))));
  }

  @Test
  void itemsAreColumnsAndTimesAreMoments() {
    Reading r =
        read(
            OWN
                + "S1,2024-03-01T20:00,7.83,13.49,,,0.02,正常\n"
                + "S1,2024-03-01T00:00,7.9,,,,,\n"
                + "S1,2024-03-01T24:00,,9.1,,,,\n"
                + "S1,2024-03-02 09:41,8,,,,,\n");
    assertThat(values(r))
        .containsExactly(
            "S1 2024-03-01T20:00 automatic pH 7.83",
            "S1 2024-03-01T20:00 automatic DO 13.49",
            "S1 2024-03-01T20:00 automatic TP 0.02",
            "S1 2024-03-01T00:00 automatic pH 7.9",
            "S1 2024-03-02T00:00 automatic DO 9.1",
            "S1 2024-03-02T09:41 automatic pH 8");
    assertThat(r.account().note()).isEmpty();
    assertThat(column(r, 0, "status")).isEqualTo("正常");
  }

  @Test
  void headingsNameItemsInEveryWayAndTheirUnit() {
    Reading r =
        read("section_code,observed_at,氨氮,CODMn_mg_L,w21011,chla_ug_l\nS1,2024-03-01,1,2,3,4\n");
    assertThat(values(r))
        .extracting(v -> v.substring("S1 2024-03-01T00:00 automatic ".length()))
        .containsExactly("NH3-N 1", "CODMn 2", "TP 3", "chl-a 0.004");
  }

  @Test
  void headingsMayHaveTheirUnitInBrackets() {
    Reading r =
        read(
            "section_code,observed_at,pH(无量纲),溶解氧（mg/L）,叶绿素α(μg/L),水温(℃),电导率(μS/cm),浊度 (NTU)\n"
                + "S1,2024-03-01,7,8,4,10,500,20\n");
    assertThat(values(r))
        .extracting(v -> v.substring("S1 2024-03-01T00:00 automatic ".length()))
        .containsExactly("pH 7", "DO 8", "chl-a 0.004", "temperature 10", "EC 500", "turbidity 20");
    assertThat(read("section_code,observed_at,氨氮(NTU)\nS1,2024-03-01,7\n").reasons())
        .containsExactly("0 WRONG_UNIT");
  }

  @Test
  void aSampleWhoseValueIsRejectedIsARowOfItsItem() {
    Reading r = read(SAMPLES + "S1,2024-03-05,六价铬,x,毫克/升,,\n");
    assertThat(r.reasons()).containsExactly("2 BAD_NUMBER");
    assertThat(values(r)).containsExactly("S1 2024-03-05T00:00 manual Cr6 -");
  }

  @Test
  void everyDigitIsKept() {
    assertThat(values(read(OWN + "S1,2024-03-01T00:00,,,183.1334406938486,70765,,\n")))
        .containsExactly(
            "S1 2024-03-01T00:00 automatic CODMn 183.1334406938486",
            "S1 2024-03-01T00:00 automatic NH3-N 70765");
  }

  @ParameterizedTest
  @CsvSource({
    "ph, 14.01",
    "ph, 8888",
    "do, 60.5",
    "codmn, 200001",
    "nh3n, 999.9",
    "tn, 6553.5",
    "hg_ug_l, 1000001",
    "水温, 101",
    "水温, -11",
    "ec_ms_m, 100001",
    "turbidity, 2000000",
    "algae, 200000000000",
    "sd_cm, 10001"
  })
  void whatNoInstrumentGivesIsNoValueInWhateverUnit(String heading, String number) {
    Reading r =
        read("section_code,observed_at,%s,tp\nS1,2024-03-01,%s,0.1\n".formatted(heading, number));
    assertThat(values(r)).containsExactly("S1 2024-03-01T00:00 automatic TP 0.1");
    assertThat(r.reasons()).containsExactly("2 IMPOSSIBLE_VALUE");
  }

  @Test
  void aSampleAndItsLimitHaveTheSameBounds() {
    Reading r =
        read(
            SAMPLES
                + "S1,2024-03-05,hg,1000001,ug/L,,\n"
                + "S1,2024-03-05,as,,mg/L,1001,true\n"
                + "S1,2024-03-05,cd,<1001,mg/L,,\n"
                + "S1,2024-03-05,algae,158737000,个/L,,\n");
    assertThat(r.reasons())
        .containsExactly("2 IMPOSSIBLE_VALUE", "3 IMPOSSIBLE_VALUE", "4 IMPOSSIBLE_VALUE");
    assertThat(values(r)).endsWith("S1 2024-03-05T00:00 manual algae 158737000");
  }

  @Test
  void impossibleDaysCostNoMoreThanThemselves() {
    Reading r =
        read(
            OWN
                + "S1,9999-12-31T10:00,7,,,,,\n"
                + "S1,0001-01-01T10:00,7,,,,,\n"
                + "S1,2924-03-01T10:00,7,,,,,\n"
                + "S1,2024-03-01T10:00,7,,,,,\n");
    assertThat(r.reasons())
        .containsExactly("2 DAY_OUT_OF_RANGE", "3 DAY_OUT_OF_RANGE", "4 DAY_OUT_OF_RANGE");
    assertThat(r.account().days()).hasToString("2024-03-01");
  }

  @Test
  void swappedDatesRefuseStationsAndSamples() {
    for (String file :
        List.of(
            OWN
                + "S1,2024-03-31T08:00,7,,,,,\nS1,2024-03-31T20:00,7,,,,,\n"
                + "S1,2024-01-04T00:00,7,,,,,\nS1,2024-01-04T12:00,7,,,,,\n"
                + "S1,2024-02-04T00:00,7,,,,,\nS1,2024-02-04T12:00,7,,,,,\n",
            SAMPLES
                + "S1,2024-03-29,ph,7,,,\nS1,2024-03-30,ph,7,,,\nS1,2024-03-31,ph,7,,,\n"
                + "S1,2024-01-04,ph,7,,,\nS1,2024-02-04,ph,7,,,\n")) {
      Reading r = read(file);
      assertThat(r.rows()).isEmpty();
      assertThat(r.account().refusal()).contains("follow each other with day and month swapped");
    }
  }

  @Test
  void codesThatASpreadsheetMadeNumbersAreRefused() {
    assertThat(read(OWN + "370902.0,2024-03-01,7,,,,,\n3.7E+05,2024-03-01,7,,,,,\n").reasons())
        .containsExactly("2 CODE_AS_NUMBER", "3 CODE_AS_NUMBER");
  }

  @Test
  void aRecordWithoutValuesKeepsItsStatus() {
    Reading r = read(OWN + "S1,2024-03-01T00:00,,--,*,,,维护\n");
    assertThat(values(r)).containsExactly("S1 2024-03-01T00:00 automatic pH -");
    assertThat(column(r, 0, "status")).isEqualTo("维护");
  }

  @Test
  void theNationalPublicationGivesItsUnroundedValueElseTheOneShown() {
    Reading r =
        read(
            NATIONAL
                + "k,山东省,泰安市,黄河流域,大汶河,戴村坝,2025-11-06T20:00,2025-11-06T23:51:29,正常,劣Ⅴ,,8,0.1346,0.135,,*\n");
    assertThat(values(r))
        .containsExactly(
            "山东省/戴村坝 2025-11-06T20:00 automatic pH 8",
            "山东省/戴村坝 2025-11-06T20:00 automatic TP 0.1346");
    assertThat(column(r, 1, "shown_value_text")).isEqualTo("0.135");
    assertThat(column(r, 1, "published_class")).isEqualTo("劣Ⅴ");
    assertThat(column(r, 1, "received_at")).isEqualTo("2025-11-06T15:51:29Z");
    assertThat(column(r, 1, "city_name")).isEqualTo("泰安市");
    assertThat(column(r, 1, "water_body")).isEqualTo("大汶河");
  }

  @Test
  void aStationUnderMaintenanceWithoutTimeAndValuesIsCountedAndGivesNothing() {
    Reading r =
        read(
            NATIONAL
                + "k,江苏省,镇江市,太湖流域,运河,吕城,,2025-11-07T16:54:39,维护,,,*,,--,,*\n"
                + "k,江苏省,镇江市,太湖流域,运河,吕城,,2025-11-07T16:54:39,维护,,,8,,--,,*\n");
    assertThat(r.rows()).isEmpty();
    assertThat(r.account().otherCommands()).isEqualTo(1);
    assertThat(r.reasons()).containsExactly("3 KEY_MISSING");
  }

  @Test
  void theHourlySnapshotIsReadByItsHeadings() {
    Reading r =
        read(
            "province,basin,section,observed_at,published_class,ph,do,codmn,nh3n,tp,tn,water_temp,ec,turbidity,chla,algae\n"
                + "上海市,太湖流域,三甲港,2026-02-04T11:00,Ⅱ,7.95,9.83,2.38,0.135,0.056,2.26,-1.2,1077.9,78.5,--,--\n");
    assertThat(values(r))
        .hasSize(9)
        .contains(
            "上海市/三甲港 2026-02-04T11:00 automatic TP 0.056",
            "上海市/三甲港 2026-02-04T11:00 automatic temperature -1.2");
  }

  @Test
  void samplesComeByItemAndInAnyUnitOfIt() {
    Reading r =
        read(
            SAMPLES
                + "S1,2024-03-05,cod,14,mg/L,,false\n"
                + "S1,2024-03-05,砷,0.8,μg/L,,\n"
                + "S1,2024-03-05,cu,,mg/L,0.001,true\n"
                + "S1,2024-03-05,zn,<0.05,mg/L,,\n"
                + "S1,2024-03-05,hg,0.00004L,mg/L,,是\n"
                + "S1,2024-03-05,pb,未检出,mg/L,0.01,\n"
                + "S1,2024-03-05,se,nd,mg/L,0.0004,false\n"
                + "S1,2024-03-05 10:30,pH,8.1,,,\n");
    assertThat(r.rejects()).isEmpty();
    assertThat(values(r))
        .containsExactly(
            "S1 2024-03-05T00:00 manual COD 14",
            "S1 2024-03-05T00:00 manual As 0.0008",
            "S1 2024-03-05T00:00 manual Cu - below 0.001",
            "S1 2024-03-05T00:00 manual Zn - below 0.05",
            "S1 2024-03-05T00:00 manual Hg - below 0.00004",
            "S1 2024-03-05T00:00 manual Pb - below 0.01",
            "S1 2024-03-05T00:00 manual Se - below 0.0004",
            "S1 2024-03-05T10:30 manual pH 8.1");
  }

  @ParameterizedTest
  @CsvSource({
    "'S1,2024-03-05,EC,888888888888,S/m,,', value",
    "'S1,2024-03-05,EC,<8888888888,mS/cm,,', value",
    "'S1,2024-03-05,EC,,mS/cm,8888888888,true', detection_limit"
  })
  void aNumberTooLargeInTheUnitOfItsItemIsRejected(String row, String heading) {
    Reading r = read(SAMPLES + row + "\n");
    assertThat(r.reasons()).containsExactly("2 IMPOSSIBLE_VALUE");
    assertThat(r.rejects().get(0).getString(5)).isEqualTo(heading);
    assertThat(r.account().rejectedValues()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'S1,2024-03-05,tss,14,mg/L,,false', NOT_IN_LIST, item_code",
    "'S1,2024-03-05,,14,mg/L,,false', KEY_MISSING, item_code",
    "'S1,2024-03-05,cod,14,mg,,false', WRONG_UNIT, unit",
    "'S1,2024-03-05,cod,14,,,false', KEY_MISSING, unit",
    "'S1,2024-03-05,cd,,mg/L,,true', KEY_MISSING, detection_limit",
    "'S1,2024-03-05,cd,ND,mg/L,,', KEY_MISSING, detection_limit",
    "'S1,2024-03-05,cd,0.5,mg/L,0.001,true', NOT_IN_LIST, above the limit",
    "'S1,2024-03-05,cd,,mg/L,0.001,perhaps', NOT_IN_LIST, is_below_detection",
    "'S1,03-05 08:00,cod,14,mg/L,,false', BAD_TIME, no year",
    "'S1,,cod,14,mg/L,,false', KEY_MISSING, sampled_at",
    "',2024-03-05,cod,14,mg/L,,false', KEY_MISSING, section_code",
    "'S1,1824-03-05,cod,14,mg/L,,false', DAY_OUT_OF_RANGE, sampled_at"
  })
  void aSampleThatCannotBeReadIsRejectedWithItsReason(String line, String reason, String detail) {
    Reading r = read(SAMPLES + line + "\n");
    assertThat(r.reasons()).containsExactly("2 " + reason);
    assertThat(r.rejects().get(0).getString(7)).contains(detail);
    assertThat(r.rows()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "9999, IMPOSSIBLE_VALUE",
    "-0.1, NEGATIVE_VALUE",
    "high, BAD_NUMBER",
    "<x, BAD_NUMBER"
  })
  void aValueThatCannotBeReadIsRejectedAloneWithItsReason(String cell, String reason) {
    Reading r = read(OWN + "S1,2024-03-01T08:00,8.1," + cell + ",,,,\n");
    assertThat(r.reasons()).containsExactly("2 " + reason);
    assertThat(values(r)).containsExactly("S1 2024-03-01T08:00 automatic pH 8.1");
  }

  @Test
  void anUnknownPublishedClassIsRejectedAndTheValuesStay() {
    Reading r = read(NATIONAL + "k,山东省,,,,S,2025-11-06T20:00,,正常,Ⅶ,7.9,8,,,,\n");
    assertThat(r.reasons()).containsExactly("2 NOT_IN_LIST");
    assertThat(r.rows()).hasSize(1);
  }

  @Test
  void columnsOfNoItemOrUnitRefuseTheFile() {
    assertThat(read("section_code,observed_at,ph,smell\nS1,2024-03-01,7,8\n").reasons())
        .containsExactly("0 WRONG_HEADER");
    assertThat(read("section_code,observed_at,codmn_ntu\nS1,2024-03-01,7\n").reasons())
        .containsExactly("0 WRONG_UNIT");
    Reading twice = read("section_code,observed_at,nh3n,氨氮\nS1,2024-03-01,7,7\n");
    assertThat(twice.reasons()).containsExactly("0 WRONG_HEADER");
    assertThat(twice.account().refusal()).contains("of one item, NH3-N");
  }

  @Test
  void anObservationThatComesTwiceInAFileIsTakenTwiceAndARepetitionOnce() {
    Reading r =
        read(
            OWN
                + "S1,2024-03-01T08:00,8.1,,,,,\n"
                + "S1,2024-03-01T08:00,8.2,,,,,\n"
                + "S1,2024-03-01T08:00,8.1,,,,,\n");
    assertThat(r.rows()).hasSize(2);
    assertThat(r.account().duplicates()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "昨天, BAD_TIME",
    "03-02 09:00, BAD_TIME",
    "2024-02-30T09:00, BAD_TIME",
    "2924-03-02T09:00, DAY_OUT_OF_RANGE"
  })
  void aTimeOfReceiptThatCannotBeReadIsRejectedAndTheValuesStayFirstInOrder(
      String cell, String reason) {
    Reading own = read("section_code,observed_at,ph,received_at\nS1,2024-03-01,8," + cell + "\n");
    Reading national = read(NATIONAL + "k,山东省,,,,S,2024-03-01T20:00," + cell + ",正常,,7.9,8,,,,\n");
    Reading sample =
        read(
            "section_code,sampled_at,item_code,value,unit,received_at\nS1,2024-03-01,cod,14,mg/L,"
                + cell
                + "\n");
    assertThat(List.of(own, national, sample))
        .allSatisfy(
            r -> {
              assertThat(r.reasons()).containsExactly("2 " + reason);
              assertThat(r.rejects().get(0).getString(7)).contains("_at is '" + cell + "'");
              assertThat(column(r, 0, "received_at")).isEqualTo("null");
            });
  }
}
