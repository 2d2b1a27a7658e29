package org.dawen.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.dawen.registry.Limit;
import org.dawen.registry.Mark;
import org.junit.jupiter.api.Test;

class OutletHoursTest {
  private static final String[] TWO_PACKETS = {
    "mn,data_time,factor_code,avg_value,zs_avg_value,received_at,file_id,record_no",
    "M1,2024-03-04T08:00:00,a21026,30,40,2024-03-04T09:01:00+08:00,a.txt,1",
    "M1,2024-03-04T08:00:00,a19001,7,,2024-03-04T09:01:00+08:00,a.txt,1",
    "M1,2024-03-04T08:00:00,a21026,20,30,2024-03-04T11:01:00+08:00,b.txt,1",
    "M1,2024-03-05T08:00:00,a21026,30,40,2024-03-05T09:01:00+08:00,b.txt,2",
    "M7,2024-03-05T08:00:00,a21026,30,40,2024-03-05T09:01:00+08:00,b.txt,3"
  };
  private static final List<Limit> NO_LIMITS = List.of();
  private static final List<Mark> NO_MARKS = List.of();

  private static List<Record> computed(List<PacketReading> received) {
    return SourceRows.computed(
        received,
        SourceRows.outlets(
            "outlet_code,mn,industry_code,source_type", "O1,M1,4412,coal_boiler_new"),
        SourceRows.limits(
            "outlet_code,pollutant_code,limit_value,unit,period,reference_o2_percent,document_no",
            "O1,a21026,35,mg/m3,hour,6,P1"),
        NO_MARKS);
  }

  private static List<OutletHour> outletHours(List<PacketReading> received) {
    return SourceRows.of(OutletHour.class, computed(received));
  }

  private static List<OutletHour> outletHours(String... received) {
    return outletHours(SourceRows.received(received));
  }

  /** What is shown of hours, in order of factor and hour; what is missing is left out. */
  private static String text(Object... shown) {
    return String.join(
        " ", Stream.of(shown).filter(Objects::nonNull).map(Object::toString).toList());
  }

  private static List<OutletHour> inOrder(List<OutletHour> hours) {
    return hours.stream()
        .sorted(
            Comparator.comparing(OutletHour::pollutantCode).thenComparing(OutletHour::hourStart))
        .toList();
  }

  @Test
  void arrivalOrderDoesNotMatter() {
    List<PacketReading> received = new ArrayList<>(SourceRows.received(TWO_PACKETS));
    List<Record> asArrived = computed(received);
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(received, new Random(seed));
      assertThat(computed(received)).containsExactlyInAnyOrderElementsOf(asArrived);
    }
  }

  @Test
  void keyIsUniqueThoughLimitsAndMarksOverlap() {
    List<OutletHour> hours =
        SourceRows.outletHours(
            SourceRows.received(TWO_PACKETS),
            SourceRows.outlets(
                "outlet_code,mn,industry_code,source_type,zone_code",
                "O1,M1,4412,coal_boiler_new,key"),
            SourceRows.limits(
                "outlet_code,pollutant_code,limit_value,unit,period,document_no,valid_from,valid_to",
                "O1,a21026,35,mg/m3,hour,P1,,2024-03-04",
                "O1,a21026,35,mg/m3,hour,P1,2024-03-04,",
                "O1,a21026,35,mg/m3,hour,P2,2024-03-01,2024-03-31",
                "O1,a21026,20,mg/m3,day,P2,2024-03-01,2024-03-31"),
            SourceRows.marks(
                "outlet_code,pollutant_code,kind,starts_at,ends_at",
                "O1,,shutdown,2024-03-04T07:30:00,2024-03-04T08:30:00",
                "O1,,maintenance,2024-03-04T08:10:00,2024-03-04T09:30:00",
                "O1,a21026,maintenance,2024-03-04T08:10:00,2024-03-04T08:40:00",
                "O1,a21026,calibration,2024-03-04T08:10:00,2024-03-04T08:20:00"));

    assertThat(hours)
        .extracting(h -> text(h.pollutantCode(), h.hourStart(), h.markKind()))
        .containsExactlyInAnyOrder(
            "a21026 2024-03-04T08:00 calibration",
            "a19001 2024-03-04T08:00 shutdown",
            "a21026 2024-03-05T08:00");
  }

  @Test
  void caseOfFlagNumberAndCodeOfTheLimitDoesNotMatter() {
    List<OutletHour> hours =
        SourceRows.outletHours(
            SourceRows.received(
                "mn,data_time,factor_code,avg_value,data_flag,record_no",
                "3709a,2024-03-04T08:00:00,a21026,60,n,1",
                "3709A,2024-03-04T09:00:00,a21026,60,N,2",
                "3709A,2024-03-04T10:00:00,a21026,60,0,3"),
            SourceRows.outlets("outlet_code,mn", "O1,3709A"),
            SourceRows.limits(
                "outlet_code,pollutant_code,limit_value,unit,period", "O1,A21026,35,mg/m3,hour"),
            SourceRows.marks(
                "outlet_code,pollutant_code,kind,starts_at,ends_at",
                "O1,A21026,calibration,2024-03-04T09:00:00,2024-03-04T10:00:00"));
    assertThat(inOrder(hours))
        .extracting(
            h ->
                text(
                    h.hourStart().getHour(),
                    h.group().dataFlag(),
                    h.isAboveLimit(),
                    h.unjudgeableReason()))
        .containsExactly("8 N true", "9 N MARKED", "10 0 FLAG_NOT_NORMAL");
  }

  @Test
  void onlyHourPacketsBecomeHours() {
    assertThat(
            outletHours(
                "command_code,data_time,factor_code,avg_value,record_no",
                "2051,2024-03-04T08:00:00,a21026,1,1",
                "2011,2024-03-04T08:00:00,a21026,2,2",
                "2031,2024-03-04T00:00:00,a21026,3,3",
                "2061,2024-03-04T08:00:00,a21026,4,4"))
        .extracting(h -> h.group().avgValue().intValue())
        .containsExactly(4);
  }

  @Test
  void groupsOfOnePacketAndFactorCompleteEachOther() {
    List<PacketReading> received =
        new ArrayList<>(
            SourceRows.received(
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
                "2024-03-04T04:00:00,a21026,1,50,,N,b.txt,2"));
    for (int seed = 0; seed < 20; seed++) {
      assertThat(saidOf("a21026", received))
          .containsExactly(
              "1 40/42 N 2 false", "2 40/42 N 1 false", "3 30/42 D 2 true", "4 50/null N 2 true");
      Collections.shuffle(received, new Random(seed));
    }
  }

  @Test
  void fieldsOfAFactorThatASplitPacketCutInTwoMeetAgainInAnyOrder() {
    String heading =
        "data_time,factor_code,avg_value,zs_avg_value,data_flag,packet_count,packet_no,file_id,"
            + "record_no";
    String one = "2024-03-04T01:00:00,a21026,40,,,2,1,%s.txt,1";
    String two = "2024-03-04T01:00:00,a21026,,42,N,2,2,%s.txt,2";
    String corrected = "2024-03-04T01:00:00,a21026,30,,N,,,c.txt,1";

    assertThat(
            saidOf("a21026", SourceRows.received(heading, one.formatted("a"), two.formatted("b"))))
        .containsExactly("1 40/42 N 2 false");
    assertThat(
            saidOf("a21026", SourceRows.received(heading, two.formatted("a"), one.formatted("b"))))
        .containsExactly("1 40/42 N 2 false");
    // A whole packet behind them leaves nothing of them.
    assertThat(
            saidOf(
                "a21026",
                SourceRows.received(heading, one.formatted("a"), two.formatted("b"), corrected)))
        .extracting(said -> said.substring(0, 11))
        .containsExactly("1 30/null N");
  }

  private static List<String> saidOf(String factor, List<PacketReading> received) {
    return inOrder(outletHours(received)).stream()
        .filter(h -> h.pollutantCode().equals(factor))
        .map(
            h ->
                "%d %s/%s %s %d %s"
                    .formatted(
                        h.hourStart().getHour(),
                        h.group().avgValue().intValue(),
                        h.group().zsAvgValue() == null ? null : h.group().zsAvgValue().intValue(),
                        h.group().dataFlag(),
                        h.receipt().revisionCount(),
                        h.receipt().isDecidedByPath()))
        .toList();
  }

  @Test
  void theStricterOfTwoPermitsIsFoundInOneUnit() {
    List<OutletHour> hours =
        SourceRows.outletHours(
            SourceRows.received(TWO_PACKETS),
            SourceRows.outlets("outlet_code", "O1"),
            SourceRows.limits(
                "outlet_code,pollutant_code,limit_value,unit,period,document_no",
                "O1,a21026,50,mg/m3,hour,P1",
                "O1,a21026,40000,ug/m3,hour,P2",
                "O1,a21026,1,ppm,hour,P3"),
            NO_MARKS);

    assertThat(hours)
        .filteredOn(h -> h.pollutantCode().equals("a21026"))
        .hasSize(2)
        .allSatisfy(
            h -> {
              assertThat(h.limit().limitId()).isEqualTo("permit/P2/O1/a21026/hour");
              assertThat(h.limit().limitValue()).isEqualByComparingTo("40");
              assertThat(h.isJudgeable()).isTrue();
            });
  }

  @Test
  void nothingIsConvertedWithAnOxygenThatIsNotValid() {
    List<String> lines =
        new ArrayList<>(
            List.of("command_code,data_time,factor_code,avg_value,zs_avg_value,record_no"));
    for (int hour : List.of(1, 2, 3, 4)) {
      String converted = hour == 2 ? "42" : "";
      lines.add(
          "2061,2024-03-04T0%d:00:00,a21026,40,%s,%d".formatted(hour, converted, lines.size()));
      lines.add(
          "2061,2024-03-04T0%d:00:00,a19001,%s,,%d"
              .formatted(hour, hour == 4 ? 21 : 7, lines.size()));
    }
    for (int minute = 0; minute < 40; minute++) {
      lines.add("2051,2024-03-04T03:%02d:00,a19001,7,,%d".formatted(minute, lines.size()));
    }
    List<OutletHour> hours =
        SourceRows.outletHours(
            SourceRows.received(lines.toArray(String[]::new)),
            SourceRows.outlets("outlet_code", "O1"),
            SourceRows.limits(
                "outlet_code,pollutant_code,limit_value,unit,period,reference_o2_percent",
                "O1,a21026,35,mg/m3,hour,6"),
            SourceRows.marks(
                "outlet_code,pollutant_code,kind,starts_at,ends_at",
                "O1,a19001,calibration,2024-03-04T01:10:00,2024-03-04T02:20:00"));

    assertThat(inOrder(hours))
        .extracting(
            h ->
                text(
                    h.pollutantCode(),
                    h.hourStart().getHour(),
                    h.unjudgeableReason() != null
                        ? h.unjudgeableReason()
                        : h.valueBasis() != null ? h.valueBasis() : "NOT JUDGED"))
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

  @Test
  void theIntervalOfMinutesIsThatOfTheFactor() {
    List<String> lines =
        new ArrayList<>(List.of("command_code,data_time,factor_code,avg_value,record_no"));
    for (int minute = 0; minute < 60; minute++) {
      lines.add("2051,2024-03-04T03:%02d:00,a21002,40,%d".formatted(minute, lines.size()));
      if (minute % 5 == 0) {
        lines.add("2051,2024-03-04T03:%02d:00,a21026,40,%d".formatted(minute, lines.size()));
      }
    }
    lines.add("2061,2024-03-04T03:00:00,a21002,40," + lines.size());
    lines.add("2061,2024-03-04T03:00:00,a21026,40," + lines.size());

    assertThat(inOrder(outletHours(lines.toArray(String[]::new))))
        .extracting(h -> text(h.pollutantCode(), h.validMinutes()))
        .containsExactly("a21002 60", "a21026 60");
  }

  @Test
  void theMassBeyondTheLimitIsRoundedOnce() {
    List<Record> rows =
        SourceRows.computed(
            SourceRows.received(
                "data_time,factor_code,avg_value,cou_value", "2024-03-04T01:00:00,a21002,3,100000"),
            SourceRows.outlets("outlet_code", "O1"),
            SourceRows.limits(
                "outlet_code,pollutant_code,limit_value,unit,period", "O1,a21002,1,mg/m3,hour"),
            NO_MARKS);

    assertThat(SourceRows.of(ExceedanceHour.class, rows))
        .extracting(e -> e.excessMassKg().toPlainString())
        .containsExactly("66666.666667");
  }

  private static OutletHour judged(String limit, String... packets) {
    return SourceRows.outletHours(
            SourceRows.received(packets),
            SourceRows.outlets("outlet_code", "O1"),
            SourceRows.limits(
                "outlet_code,pollutant_code,limit_value,unit,period,reference_o2_percent", limit),
            NO_MARKS)
        .stream()
        .filter(h -> h.pollutantCode().equals("a21026"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void conversionIsThatOfTheStandardRoundedHalfToEven() {
    // 0.00000006 * 15 / 16 = 0.00000005625
    OutletHour hour =
        judged(
            "O1,a21026,35,mg/m3,hour,6",
            "data_time,factor_code,avg_value",
            "2024-03-04T01:00:00,a21026,0.00000006",
            "2024-03-04T01:00:00,a19001,5");
    assertThat(hour.judgedValue().toPlainString()).isEqualTo("0.0000000562");
  }

  @Test
  void limitThatRefersToAnImpossibleOxygenJudgesNothing() {
    for (String reference : List.of("21", "25", "-1")) {
      OutletHour hour =
          judged(
              "O1,a21026,35,mg/m3,hour," + reference,
              "data_time,factor_code,avg_value",
              "2024-03-04T01:00:00,a21026,400",
              "2024-03-04T01:00:00,a19001,7");
      assertThat(hour.unjudgeableReason()).as(reference).isEqualTo(Unjudgeable.O2_OUT_OF_RANGE);
      assertThat(hour.isAboveLimit()).isNull();
    }
  }

  @Test
  void devicesWithoutAnOutletThatDayAreListedWithTheirPackets() {
    List<Record> rows =
        SourceRows.computed(
            SourceRows.received(
                "mn,command_code,data_time,factor_code,file_id,record_no",
                "M1,2061,2024-03-04T08:00:00,a21026,a.txt,1",
                "M7,2061,2024-03-04T08:00:00,a21026,b.txt,2",
                "M7,2061,2024-03-04T08:00:00,a21002,b.txt,2",
                "M7,2051,2024-03-04T08:10:00,a21026,a.txt,3",
                "M2,2011,2024-03-04T08:10:00,a21026,a.txt,4",
                "M2,2011,2024-03-05T08:10:00,a21026,a.txt,5"),
            SourceRows.outlets("outlet_code,mn,valid_from", "O1,M1,", "O2,M2,2024-03-05"),
            NO_LIMITS,
            NO_MARKS);

    assertThat(SourceRows.of(UnknownOutlet.class, rows))
        .containsExactlyInAnyOrder(
            new UnknownOutlet("M2", SourceRows.day("2024-03-04"), 1, "a.txt"),
            new UnknownOutlet("M7", SourceRows.day("2024-03-04"), 2, "a.txt"));
  }

  @Test
  void exceedancesAreTheJudgeableHoursAboveTheHourLimit() {
    List<Record> rows = computed(SourceRows.received(TWO_PACKETS));

    assertThat(SourceRows.of(ExceedanceHour.class, rows))
        .extracting(
            e ->
                text(
                    e.outletCode(),
                    e.hourStart(),
                    e.judgedValue(),
                    e.timesOverLimit(),
                    e.fileId(),
                    e.previousHourComplies(),
                    e.nextHourComplies()))
        .containsExactly("O1 2024-03-05T08:00 40.0000000000 0.14285714 b.txt false false");
  }

  @Test
  void theHoursBesideAnExceedanceAreToldWithinItsDay() {
    List<Record> rows =
        computed(
            SourceRows.received(
                "data_time,factor_code,avg_value,zs_avg_value,record_no",
                "2024-03-04T00:00:00,a21026,30,40,1",
                "2024-03-04T01:00:00,a21026,30,30,2",
                "2024-03-04T22:00:00,a21026,30,,3",
                "2024-03-04T23:00:00,a21026,30,40,4"));
    assertThat(SourceRows.of(ExceedanceHour.class, rows))
        .extracting(
            e ->
                e.hourStart().getHour()
                    + " "
                    + e.previousHourComplies()
                    + " "
                    + e.nextHourComplies())
        .containsExactly("0 null true", "23 false null");
  }
}
