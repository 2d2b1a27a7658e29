package org.dawen.source;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.dawen.lake.DaySet;
import org.junit.jupiter.api.Test;

class OutletHourRulesTest {
  private static final String[] TWO_PACKETS = {
    "mn,data_time,factor_code,avg_value,zs_avg_value,received_at,file_id,record_no",
    "M1,2024-03-04T08:00:00,a21026,30,40,2024-03-04T09:01:00+08:00,a.txt,1",
    "M1,2024-03-04T08:00:00,a19001,7,,2024-03-04T09:01:00+08:00,a.txt,1",
    "M1,2024-03-04T08:00:00,a21026,20,30,2024-03-04T11:01:00+08:00,b.txt,1",
    "M1,2024-03-05T08:00:00,a21026,30,40,2024-03-05T09:01:00+08:00,b.txt,2",
    "M7,2024-03-05T08:00:00,a21026,30,40,2024-03-05T09:01:00+08:00,b.txt,3"
  };
  private static final String[] NO_LIMITS = {"outlet_code"};
  private static final String[] NO_MARKS = {"outlet_code"};

  private static Dataset<Row> outletHours(Dataset<Row> received) {
    return OutletHourRules.outletHours(
        received,
        OutletHours.outlets(
            "outlet_code,mn,industry_code,source_type", "O1,M1,4412,coal_boiler_new"),
        OutletHours.limits(
            "outlet_code,pollutant_code,limit_value,unit,period,reference_o2_percent,document_no",
            "O1,a21026,35,mg/m3,hour,6,P1"),
        OutletHours.marks(NO_MARKS),
        OutletHours.MARCH);
  }

  private static List<String> texts(Dataset<Row> rows) {
    return rows.toJSON().collectAsList().stream().sorted().toList();
  }

  @Test
  void resultHasTheDeclaredColumnsAndTypes() {
    Dataset<Row> hours = outletHours(OutletHours.received(TWO_PACKETS));

    for (org.dawen.lake.Column c : SourceTables.OUTLET_HOUR.columns()) {
      assertThat(hours.schema().apply(c.name()).dataType()).as(c.name()).isEqualTo(c.type());
    }
    assertThat(hours.columns()).hasSameSizeAs(SourceTables.OUTLET_HOUR.columns());
  }

  @Test
  void arrivalOrderDoesNotMatter() {
    Dataset<Row> asArrived = OutletHours.received(TWO_PACKETS);
    Dataset<Row> turnedRound =
        asArrived.orderBy(col("record_no").desc(), col("file_id").desc()).repartition(3);

    assertThat(texts(outletHours(turnedRound))).isEqualTo(texts(outletHours(asArrived)));
  }

  @Test
  void dayByDayEqualsTheWholeMonth() {
    Dataset<Row> received = OutletHours.received(TWO_PACKETS);
    Dataset<Row> fourth = received.where("data_day = DATE'2024-03-04'");
    Dataset<Row> fifth = received.where("data_day = DATE'2024-03-05'");

    assertThat(texts(outletHours(fourth).union(outletHours(fifth))))
        .isEqualTo(texts(outletHours(received)));
  }

  @Test
  void keyIsUniqueThoughLimitsAndMarksOverlap() {
    Dataset<Row> hours =
        OutletHourRules.outletHours(
            OutletHours.received(TWO_PACKETS),
            OutletHours.outlets(
                "outlet_code,mn,industry_code,source_type,zone_code",
                "O1,M1,4412,coal_boiler_new,key"),
            OutletHours.limits(
                "outlet_code,pollutant_code,limit_value,unit,period,document_no,valid_from,valid_to",
                "O1,a21026,35,mg/m3,hour,P1,,2024-03-04",
                "O1,a21026,35,mg/m3,hour,P1,2024-03-04,",
                "O1,a21026,35,mg/m3,hour,P2,2024-03-01,2024-03-31",
                "O1,a21026,20,mg/m3,day,P2,2024-03-01,2024-03-31"),
            OutletHours.marks(
                "outlet_code,pollutant_code,kind,starts_at,ends_at",
                "O1,,shutdown,2024-03-04T07:30:00,2024-03-04T08:30:00",
                "O1,,maintenance,2024-03-04T08:10:00,2024-03-04T09:30:00",
                "O1,a21026,calibration,2024-03-04T08:10:00,2024-03-04T08:20:00",
                "O1,a21026,maintenance,2024-03-04T08:10:00,2024-03-04T08:40:00"),
            OutletHours.MARCH);

    assertThat(
            hours
                .select(col("pollutant_code"), col("hour_start").cast("string"), col("mark_kind"))
                .as(Encoders.tuple(Encoders.STRING(), Encoders.STRING(), Encoders.STRING()))
                .collectAsList()
                .stream()
                .map(t -> t._1() + " " + t._2() + " " + t._3()))
        .containsExactlyInAnyOrder(
            "a21026 2024-03-04 08:00:00 calibration",
            "a19001 2024-03-04 08:00:00 shutdown",
            "a21026 2024-03-05 08:00:00 null");
  }

  @Test
  void caseOfFlagNumberAndCodeOfTheLimitDoesNotMatter() {
    Dataset<Row> hours =
        OutletHourRules.outletHours(
            OutletHours.received(
                "mn,data_time,factor_code,avg_value,data_flag",
                "3709a,2024-03-04T08:00:00,a21026,60,n",
                "3709A,2024-03-04T09:00:00,a21026,60,N",
                "3709A,2024-03-04T10:00:00,a21026,60,0"),
            OutletHours.outlets("outlet_code,mn", "O1,3709A"),
            OutletHours.limits(
                "outlet_code,pollutant_code,limit_value,unit,period", "O1,A21026,35,mg/m3,hour"),
            OutletHours.marks(
                "outlet_code,pollutant_code,kind,starts_at,ends_at",
                "O1,A21026,calibration,2024-03-04T09:00:00,2024-03-04T10:00:00"),
            OutletHours.MARCH);
    assertThat(
            texts(
                hours.selectExpr(
                    "concat_ws(' ', hour(hour_start), data_flag, is_above_limit, unjudgeable_reason)"
                        + " AS t")))
        .containsExactly(
            "{\"t\":\"10 0 FLAG_NOT_NORMAL\"}", "{\"t\":\"8 N true\"}", "{\"t\":\"9 N MARKED\"}");
  }

  @Test
  void onlyHourPacketsBecomeHours() {
    Dataset<Row> hours =
        outletHours(
            OutletHours.received(
                "command_code,data_time,factor_code,avg_value",
                "2051,2024-03-04T08:00:00,a21026,1",
                "2011,2024-03-04T08:00:00,a21026,2",
                "2031,2024-03-04T00:00:00,a21026,3",
                "2061,2024-03-04T08:00:00,a21026,4"));

    assertThat(texts(hours.select(col("avg_value").cast("int"))))
        .containsExactly("{\"avg_value\":4}");
  }

  @Test
  void groupsOfOnePacketAndFactorCompleteEachOther() {
    String[] packets = {
      "data_time,factor_code,group_no,avg_value,zs_avg_value,data_flag,file_id,record_no",
      "2024-03-04T01:00:00,a21026,1,40,42,N,a.txt,1",
      "2024-03-04T01:00:00,a21026,2,,,N,a.txt,1",
      "2024-03-04T02:00:00,a21026,1,40,,,a.txt,2",
      "2024-03-04T02:00:00,a21002,2,60,,,a.txt,2",
      "2024-03-04T02:00:00,a21026,3,,42,,a.txt,2",
      "2024-03-04T02:00:00,a21026,4,,,N,a.txt,2",
      "2024-03-04T03:00:00,a21026,1,40,42,N,a.txt,3",
      "2024-03-04T03:00:00,a21026,2,30,,D,a.txt,3",
      // The same packet in another file, and a correction that says less.
      "2024-03-04T01:00:00,a21026,1,40,42,N,b.txt,1",
      "2024-03-04T01:00:00,a21026,2,,,N,b.txt,1",
      "2024-03-04T04:00:00,a21026,1,40,42,N,a.txt,4",
      "2024-03-04T04:00:00,a21026,1,50,,N,b.txt,2"
    };
    Dataset<Row> asArrived = OutletHours.received(packets);
    Dataset<Row> turnedRound = asArrived.orderBy(col("group_no").desc()).repartition(3);

    assertThat(saidOf("a21026", outletHours(asArrived)))
        .containsExactly(
            "1 40/42 N 2 false", "2 40/42 N 1 false", "3 30/42 D 2 true", "4 50/null N 2 true");
    assertThat(saidOf("a21026", outletHours(turnedRound)))
        .extracting(said -> said.substring(0, 9))
        .containsExactly("1 40/42 N", "2 40/42 N", "3 30/42 D", "4 50/null");
  }

  @Test
  void fieldsOfAFactorThatASplitPacketCutInTwoMeetAgainInAnyOrder() {
    String heading =
        "data_time,factor_code,avg_value,zs_avg_value,data_flag,packet_count,packet_no,file_id,"
            + "record_no";
    String one = "2024-03-04T01:00:00,a21026,40,,,2,1,%s.txt,1";
    String two = "2024-03-04T01:00:00,a21026,,42,N,2,2,%s.txt,2";
    // A whole packet behind them leaves nothing of them.
    String[] corrected = {
      heading, one.formatted("a"), two.formatted("b"), "2024-03-04T01:00:00,a21026,30,,N,,,c.txt,1"
    };

    assertThat(
            saidOf(
                "a21026",
                outletHours(OutletHours.received(heading, one.formatted("a"), two.formatted("b")))))
        .containsExactly("1 40/42 N 2 false");
    assertThat(
            saidOf(
                "a21026",
                outletHours(OutletHours.received(heading, two.formatted("a"), one.formatted("b")))))
        .containsExactly("1 40/42 N 2 false");
    assertThat(saidOf("a21026", outletHours(OutletHours.received(corrected))))
        .extracting(said -> said.substring(0, 11))
        .containsExactly("1 30/null N");
  }

  private static List<String> saidOf(String factor, Dataset<Row> hours) {
    return hours
        .where(col("pollutant_code").equalTo(factor))
        .orderBy("hour_start")
        .selectExpr(
            "concat(extract(HOUR FROM hour_start), ' ', CAST(avg_value AS INT), '/',"
                + " coalesce(CAST(CAST(zs_avg_value AS INT) AS STRING), 'null'), ' ', data_flag,"
                + " ' ', revision_count, ' ', is_decided_by_path)")
        .as(Encoders.STRING())
        .collectAsList();
  }

  @Test
  void theStricterOfTwoPermitsIsFoundInOneUnit() {
    Dataset<Row> hours =
        OutletHourRules.outletHours(
            OutletHours.received(TWO_PACKETS),
            OutletHours.outlets("outlet_code", "O1"),
            OutletHours.limits(
                "outlet_code,pollutant_code,limit_value,unit,period,document_no",
                "O1,a21026,50,mg/m3,hour,P1",
                "O1,a21026,40000,ug/m3,hour,P2",
                "O1,a21026,1,ppm,hour,P3"),
            OutletHours.marks(NO_MARKS),
            OutletHours.MARCH);

    assertThat(
            hours
                .where("pollutant_code = 'a21026'")
                .selectExpr("concat_ws(' ', limit_id, CAST(limit_value AS INT), is_judgeable)")
                .as(Encoders.STRING())
                .distinct()
                .collectAsList())
        .containsExactly("permit/P2/O1/a21026/hour 40 true");
  }

  @Test
  void nothingIsConvertedWithAnOxygenThatIsNotValid() {
    List<String> lines =
        new java.util.ArrayList<>(
            List.of("command_code,data_time,factor_code,avg_value,zs_avg_value"));
    for (int hour : List.of(1, 2, 3, 4)) {
      lines.add("2061,2024-03-04T0%d:00:00,a21026,40,%s".formatted(hour, hour == 2 ? 42 : ""));
      lines.add("2061,2024-03-04T0%d:00:00,a19001,%s,".formatted(hour, hour == 4 ? 21 : 7));
    }
    for (int minute = 0; minute < 40; minute++) {
      lines.add("2051,2024-03-04T03:%02d:00,a19001,7,".formatted(minute));
    }
    Dataset<Row> hours =
        OutletHourRules.outletHours(
            OutletHours.received(lines.toArray(String[]::new)),
            OutletHours.outlets("outlet_code", "O1"),
            OutletHours.limits(
                "outlet_code,pollutant_code,limit_value,unit,period,reference_o2_percent",
                "O1,a21026,35,mg/m3,hour,6"),
            OutletHours.marks(
                "outlet_code,pollutant_code,kind,starts_at,ends_at",
                "O1,a19001,calibration,2024-03-04T01:10:00,2024-03-04T02:20:00"),
            OutletHours.MARCH);

    assertThat(
            hours
                .orderBy("pollutant_code", "hour_start")
                .selectExpr(
                    "concat_ws(' ', pollutant_code, extract(HOUR FROM hour_start),"
                        + " coalesce(unjudgeable_reason, value_basis, 'NOT JUDGED'))")
                .as(Encoders.STRING())
                .collectAsList())
        .containsExactly(
            "a19001 1 MARKED",
            "a19001 2 MARKED",
            "a19001 3 MINUTES_TOO_FEW",
            "a19001 4 O2_OUT_OF_RANGE",
            "a21026 1 O2_MISSING",
            "a21026 2 ZS_AVG",
            "a21026 3 O2_MISSING",
            "a21026 4 O2_OUT_OF_RANGE");
  }

  private static List<String> judged(String packets, String limit, String shown) {
    return OutletHourRules.outletHours(
            OutletHours.received(packets.split("\n")),
            OutletHours.outlets("outlet_code", "O1"),
            OutletHours.limits(
                "outlet_code,pollutant_code,limit_value,unit,period,reference_o2_percent", limit),
            OutletHours.marks(NO_MARKS),
            OutletHours.MARCH)
        .where("pollutant_code = 'a21026'")
        .selectExpr(shown)
        .as(Encoders.STRING())
        .collectAsList();
  }

  @Test
  void conversionIsThatOfTheStandardRoundedHalfToEven() {
    // 0.00000006 * 15 / 16 = 0.00000005625
    assertThat(
            judged(
                """
                data_time,factor_code,avg_value
                2024-03-04T01:00:00,a21026,0.00000006
                2024-03-04T01:00:00,a19001,5""",
                "O1,a21026,35,mg/m3,hour,6",
                "CAST(judged_value AS STRING)"))
        .containsExactly("0.0000000562");
  }

  @Test
  void limitThatRefersToAnImpossibleOxygenJudgesNothing() {
    String packets =
        """
        data_time,factor_code,avg_value
        2024-03-04T01:00:00,a21026,400
        2024-03-04T01:00:00,a19001,7""";
    for (String reference : List.of("21", "25", "-1")) {
      assertThat(
              judged(
                  packets,
                  "O1,a21026,35,mg/m3,hour," + reference,
                  "coalesce(unjudgeable_reason, 'JUDGED')"))
          .as(reference)
          .containsExactly("O2_OUT_OF_RANGE");
    }
  }

  @Test
  void noDaysGiveNoRows() {
    Dataset<Row> none =
        OutletHourRules.outletHours(
            OutletHours.received(TWO_PACKETS).limit(0),
            OutletHours.outlets("outlet_code", "O1"),
            OutletHours.limits(NO_LIMITS),
            OutletHours.marks(NO_MARKS),
            DaySet.NONE);

    assertThat(none.isEmpty()).isTrue();
  }

  @Test
  void devicesWithoutAnOutletThatDayAreListedWithTheirPackets() {
    Dataset<Row> unknown =
        PacketRules.unknownOutlets(
            OutletHours.received(
                "mn,command_code,data_time,factor_code,file_id,record_no",
                "M1,2061,2024-03-04T08:00:00,a21026,a.txt,1",
                "M7,2061,2024-03-04T08:00:00,a21026,b.txt,2",
                "M7,2061,2024-03-04T08:00:00,a21002,b.txt,2",
                "M7,2051,2024-03-04T08:10:00,a21026,a.txt,3",
                "M2,2011,2024-03-04T08:10:00,a21026,a.txt,4",
                "M2,2011,2024-03-05T08:10:00,a21026,a.txt,5"),
            OutletHours.outlets("outlet_code,mn,valid_from", "O1,M1,", "O2,M2,2024-03-05"));

    assertThat(texts(unknown))
        .containsExactly(
            "{\"mn\":\"M2\",\"data_day\":\"2024-03-04\",\"record_count\":1,"
                + "\"first_file_id\":\"a.txt\"}",
            "{\"mn\":\"M7\",\"data_day\":\"2024-03-04\",\"record_count\":2,"
                + "\"first_file_id\":\"a.txt\"}");
  }

  @Test
  void exceedancesAreTheJudgeableHoursAboveTheHourLimit() {
    Dataset<Row> hours = outletHours(OutletHours.received(TWO_PACKETS));

    Dataset<Row> exceedances = ExceedanceRules.keepAboveLimit(hours);

    assertThat(
            texts(
                exceedances.select(
                    "outlet_code", "hour_start", "judged_value", "times_over_limit", "file_id")))
        .containsExactly(
            "{\"outlet_code\":\"O1\",\"hour_start\":\"2024-03-05T08:00:00.000\","
                + "\"judged_value\":40.0000000000,\"times_over_limit\":0.14285714,"
                + "\"file_id\":\"b.txt\"}");
    for (org.dawen.lake.Column c : SourceTables.EXCEEDANCE_HOUR.columns()) {
      assertThat(exceedances.schema().apply(c.name()).dataType()).as(c.name()).isEqualTo(c.type());
    }
  }
}
