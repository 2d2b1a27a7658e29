package org.dawen.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dawen.intake.ReceivedPower;
import org.dawen.intake.ReceivedPowerPacket;
import org.dawen.lake.DaySet;
import org.dawen.lake.Given;
import org.dawen.lake.Lake;
import org.dawen.lake.SharedSession;
import org.dawen.lake.Table;
import org.dawen.lake.TestRows;
import org.dawen.registry.Alert;
import org.dawen.registry.Meter;
import org.dawen.registry.MeterChange;
import org.dawen.registry.ResponsePlan;
import org.dawen.run.Pass;
import org.dawen.run.PassRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All passes over a few enterprises: the tables are the same on however many tasks they run. */
class PowerPassesTest {
  private static final LocalDate FIRST = LocalDate.of(2024, 3, 4);
  private static final DaySet DAYS = DaySet.between(FIRST, FIRST.plusDays(2));

  @TempDir private Path folder;

  private static List<Map<String, String>> lines(Map<String, String> usual, List<String> lines) {
    return TestRows.withDefaults(TestRows.lines(lines), usual);
  }

  private static void append(
      Lake lake, Table table, DaySet days, Map<String, String> usual, List<String> lines) {
    lake.append(
        table,
        days,
        Given.rows(table, TestRows.dataset(lake.spark(), table, lines(usual, lines))),
        "test");
  }

  /**
   * Three days of quarters of an hour: the line of E1 runs from 8 to 18 o'clock, its unit does not
   * on the second day; GHOST is unregistered; E2 is silent.
   */
  private static List<String> received() {
    List<String> rows = new ArrayList<>();
    rows.add("meter_code,interval_end,data_day,energy_kwh,record_no");
    for (int q = 1; q <= 3 * 96; q++) {
      LocalDateTime end = FIRST.atStartOfDay().plusMinutes(15L * q);
      LocalDate day = end.minusMinutes(15).toLocalDate();
      boolean isOn = end.getHour() >= 8 && end.getHour() < 18;
      boolean isTreated = isOn && !day.equals(FIRST.plusDays(1));
      rows.add("P,%s,%s,%s,%d".formatted(end, day, isOn ? "15" : "0", q));
      rows.add("T,%s,%s,%s,%d".formatted(end, day, isTreated ? "4" : "0", 1000 + q));
      if (q % 48 == 0) {
        rows.add("GHOST,%s,%s,1,%d".formatted(end, day, 2000 + q));
      }
    }
    return rows;
  }

  private Lake city() {
    Lake lake = new Lake(SharedSession.spark(), folder.toString());
    append(lake, Table.of(ReceivedPower.class), DAYS, PowerSamples.USUAL_INTERVAL, received());
    append(
        lake,
        Table.of(ReceivedPowerPacket.class),
        DAYS,
        Map.of(
            "file_order", "0",
            "file_id", "packets.txt",
            "group_no", "1",
            "command_code", "2011",
            "data_day", "2024-03-04"),
        List.of(
            "mn,data_time,factor_code,factor_code_sent,rtd_value,record_no",
            "Mn1,2024-03-04T10:01:00,d20701,d20701,5,2",
            "MN1,2024-03-04T10:02:00,d20701,d20701,6,3",
            "MN1,2024-03-04T10:02:00,w01018,w01018,6,4"));
    append(
        lake,
        Table.of(Meter.class),
        DaySet.ALWAYS,
        PowerSamples.USUAL_METER,
        List.of(
            "meter_code,enterprise_code,role,facility_code,depends_on_facility_code,rated_kw",
            "P,E1,production,F,T1,100",
            "T,E1,treatment,T1,,20",
            "mn1-d201,E1,total,A,,200",
            "S,E2,production,F,,100"));
    append(
        lake,
        Table.of(MeterChange.class),
        DaySet.ALWAYS,
        PowerSamples.USUAL_METER,
        List.of(
            "meter_code,changed_at,last_register_kwh,first_register_kwh",
            "S,2024-03-05T12:00:00,100,0"));
    append(
        lake,
        Table.of(ResponsePlan.class),
        DaySet.ALWAYS,
        PowerSamples.USUAL_METER,
        List.of(
            "enterprise_code,level,action,cut_percent,meter_codes",
            "E1,orange,stop,,P",
            "E2,orange,cut,30,P"));
    append(
        lake,
        Table.of(Alert.class),
        DaySet.ALWAYS,
        PowerSamples.USUAL_METER,
        List.of("level,starts_at,ends_at", "orange,2024-03-05T06:00:00,2024-03-05T12:00:00"));
    return lake;
  }

  private static Map<String, Integer> same(Lake lake, Pass pass) {
    return PassRuns.assertSameInTasks(lake, pass, DAYS, Screenings.SHIPPED);
  }

  @Test
  void noPassCanTellOnHowManyTasksItRuns() {
    Lake lake = city();
    assertThat(same(lake, new MeterPass()))
        .as("two meters, six quarters of a third, packets, the meter taken out")
        .containsEntry("power.meter_interval", 2 * 3 * 96 + 6 + 2 + 1)
        .containsEntry("power.unknown_meter", 3);
    assertThat(same(lake, new MeterDayPass())).containsEntry("power.meter_day", 4 * 3);
    same(lake, new AnomalyPass());
    List<String> found = new ArrayList<>();
    lake.rows(Table.of(Anomaly.class), Anomaly.class, DAYS)
        .forEach(a -> found.add(a.rule() + " " + a.subjectCode() + " " + a.dataDay()));
    assertThat(found)
        .contains("TREATMENT_OFF T1 2024-03-05", "METER_OFFLINE S 2024-03-04")
        .doesNotContain("TREATMENT_OFF T1 2024-03-04", "TREATMENT_OFF T1 2024-03-06");
    assertThat(same(lake, new ResponsePass())).containsEntry("power.response_day", 2);
    lake.rows(Table.of(ResponseDay.class), ResponseDay.class, DAYS)
        .forEach(
            r -> {
              assertThat(r.dataDay()).isEqualTo(FIRST.plusDays(1));
              assertThat(r.alertHourCount()).isEqualTo(6);
              assertThat(r.verdict())
                  .isEqualTo(
                      r.enterpriseCode().equals("E1")
                          ? ResponseDay.Verdict.NOT_MET
                          : ResponseDay.Verdict.TOO_FEW_CLEAN_DAYS);
            });
  }

  @Test
  void daysUnderNoAlertAskForNoMeter() {
    Lake lake = city();
    DaySet before = DaySet.of(FIRST);
    PassRuns.run(lake, new MeterPass(), DAYS, Screenings.SHIPPED);
    PassRuns.run(lake, new MeterDayPass(), DAYS, Screenings.SHIPPED);
    PassRuns.run(lake, new ResponsePass(), before, Screenings.SHIPPED);
    assertThat(lake.countRows(PowerTables.RESPONSE_DAY)).isZero();
  }
}
