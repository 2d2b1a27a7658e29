package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.dawen.lake.Message;
import org.dawen.lake.Query;
import org.dawen.run.NightReport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Electricity as it should not arrive, through the lake: each case ends in a reject, a warning, a
 * derived list, a finding or a verdict.
 */
class PowerNightTest {
  private static final LocalDate DAY = LocalDate.of(2024, 3, 5);

  @TempDir private static Path folder;
  private static Path landing;
  private static Nights nights;
  private static NightReport report;

  @BeforeAll
  static void runTheNight() throws IOException {
    landing = folder.resolve("landing");
    write("registry/counties.csv", "county_code,name,city_code\n370902,甲,370900\n");
    write(
        "registry/meters.csv",
        "meter_code,enterprise_code,role,facility_code,depends_on_facility_code,rated_kw,county_code\n"
            + "E1-P,E1,production,F1,T1,100,370902\n"
            + "E1-T,E1,treatment,T1,,20,370902\n"
            + "E2-P,E2,production,F1,T9,100,370902\n"
            + "E3-P,E3,production,F1,,100,370902\n"
            + "E4-P,E4,production,F1,,100,370902\n"
            + "E5-P,E5,production,F1,,,370902\n");
    write(
        "registry/meter_changes.csv",
        "meter_code,changed_at,last_register_kwh,first_register_kwh\n"
            + "E4-P,2024-03-05T12:07,1240,5\n");
    write(
        "registry/response_plans.csv",
        "enterprise_code,level,action,cut_percent,meter_codes,valid_from\n"
            + "E1,yellow,cut,30,,2024-01-01\n"
            + "E2,yellow,cut,,E2-P,2024-01-01\n"
            + "E3,yellow,cut,30,E3-P;E1-P;NOBODY,2024-01-01\n"
            + "E4,yellow,cut,30,E4-P,2024-01-01\n"
            + "E8,yellow,stop,,E8-P,2024-01-01\n");
    write(
        "registry/alerts.csv",
        "level,starts_at,ends_at,area_code\n"
            + "yellow,2024-03-05T12:00,,370902\n"
            + "red,2024-03-06T12:00,2024-03-06T08:00,370902\n"
            + "orange,2024-03-09T12:00,2024-03-10T08:00,999999\n");
    write(
        "registry/work_orders.csv",
        "lead_id,opened_day,due_day,closed_day,result\n"
            + "E7/NIGHT_PRODUCTION/2024-03-01,2024-03-02,,,\n"
            + "no lead,2024-03-02,2024-03-01,,\n");
    write(
        "registry/enforcement_cases.csv",
        "case_no,case_day,county_code,is_off_site,lead_id\n"
            + "C-1,2024-03-05,370902,true,E9/NIGHT_PRODUCTION/2024-03-01\n");
    StringBuilder power = new StringBuilder("meter_code,interval_end,energy_kwh\n");
    for (int q = 1; q <= 96; q++) {
      line(power, "E1-P", at(15 * q), "12.5");
      line(power, "E1-T", at(15 * q), "2.5");
      // 60 kWh in a quarter of an hour are 240 kW: power written as energy.
      line(power, "E2-P", at(15 * q), q > 40 && q <= 44 ? "60" : "12.5");
    }
    // Quarters until noon, then five minutes.
    for (int q = 1; q <= 48; q++) {
      line(power, "E3-P", at(15 * q), "12");
    }
    for (int m = 725; m <= 1440; m += 5) {
      line(power, "E3-P", at(m), "4");
    }
    line(power, "GHOST", at(15), "1");
    line(power, "GHOST", at(30), "1");
    write("power/day.csv", power.toString());
    write(
        "power/starts.csv",
        "meter_code,interval_start,interval_end,energy_kwh\n"
            + "E5-P,2024-03-05T00:00,2024-03-05T01:00,10\n"
            + "E5-P,2024-03-05T00:30,2024-03-05T01:30,10\n"
            + "E5-P,2024-03-05T03:00,2024-03-05T02:00,10\n");
    StringBuilder register = new StringBuilder("meter_code,read_at,register_kwh\n");
    int reading = 1000;
    for (int q = 0; q <= 48; q++) {
      register.append("E4-P,%s,%d\n".formatted(at(15 * q), reading + 5 * q));
    }
    for (int q = 49; q <= 96; q++) {
      register.append("E4-P,%s,%d\n".formatted(at(15 * q), 5 + 5 * (q - 48)));
    }
    write("power/register.csv", register.toString());
    // 3 and 4 May, written with day and month swapped: 5 March is followed by 5 April.
    StringBuilder swapped = new StringBuilder("meter_code,interval_end,energy_kwh\n");
    for (int q = 1; q <= 96; q++) {
      line(swapped, "E1-P", q == 96 ? "2024-04-05T00:00" : at(15 * q), "1");
    }
    line(swapped, "E1-P", "2024-04-05T00:15", "1");
    write("power/swapped.csv", swapped.toString());
    nights = new Nights(folder.resolve("lake"), landing);
    report = nights.run();
  }

  private static void line(StringBuilder csv, String meter, String end, String energy) {
    csv.append(meter).append(',').append(end).append(',').append(energy).append('\n');
  }

  private static String at(int minutes) {
    return DAY.atStartOfDay().plusMinutes(minutes).toString();
  }

  private static void write(String path, String text) throws IOException {
    Path file = landing.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static List<String> asked(String sql) {
    return Ask.texts(new Query(nights.lake(), Catalogue.tables()), sql);
  }

  @Test
  void anUnknownMeterIsListedAndItsRowsAreKept() {
    assertThat(
            asked("SELECT meter_code || ' ' || received_interval_count FROM power.unknown_meter"))
        .containsExactly("GHOST 2");
    assertThat(
            asked(
                "SELECT count(*) FROM power.meter_interval WHERE meter_code = 'GHOST'"
                    + " AND NOT is_registered"))
        .containsExactly("2");
  }

  @Test
  void intervalsThatOverlapSaySoAndOneThatEndsBeforeItStartsIsRefused() {
    assertThat(
            asked(
                "SELECT quality FROM power.meter_interval WHERE meter_code = 'E5-P' ORDER BY"
                    + " interval_end"))
        .containsExactly("GOOD", "OVERLAPPING");
    assertThat(asked("SELECT line_no FROM ops.reject WHERE file_id = 'power/starts.csv'"))
        .containsExactly("4");
  }

  @Test
  void quartersAndFiveMinutesInOneDayMakeTheWholeDay() {
    assertThat(
            asked(
                "SELECT CAST(day_energy_kwh AS INT) || ' ' || CAST(day_coverage_percent AS INT)"
                    + " FROM power.meter_day WHERE meter_code = 'E3-P' AND data_day ="
                    + " DATE'2024-03-05'"))
        // 48 · 12 + 144 · 4
        .containsExactly("1152 100");
    assertThat(
            asked(
                "SELECT DISTINCT CAST(interval_minutes AS INT) FROM power.meter_interval WHERE"
                    + " meter_code = 'E3-P' ORDER BY 1"))
        .containsExactly("5", "15");
  }

  @Test
  void aFileWithDayAndMonthSwappedIsRefusedWithThatSentence() {
    assertThat(asked("SELECT status FROM ops.landing_file WHERE file_id = 'power/swapped.csv'"))
        .containsExactly("held_back");
    assertThat(report.warnings())
        .extracting(Message::toString)
        .anySatisfy(w -> assertThat(w).contains("power/swapped.csv").contains("day and month"));
    assertThat(report.exitCode()).isEqualTo(4);
  }

  @Test
  void powerWrittenAsEnergyIsImplausibleAgainstTheRating() {
    assertThat(
            asked(
                "SELECT rule || ' ' || starts_at || ' ' || ends_at FROM power.anomaly WHERE"
                    + " enterprise_code = 'E2' AND rule = 'IMPLAUSIBLE_POWER'"))
        .containsExactly("IMPLAUSIBLE_POWER 2024-03-05 10:00:00 2024-03-05 11:00:00");
  }

  @Test
  void aMeterReplacedInMidDayCountsOnBothSidesOfTheChange() {
    // 1000 to 1240 before, 5 to 245 after: 240 + 240, and none of it a register that went back.
    assertThat(
            asked(
                "SELECT CAST(day_energy_kwh AS INT) FROM power.meter_day WHERE meter_code = 'E4-P'"
                    + " AND data_day = DATE'2024-03-05'"))
        .containsExactly("480");
    assertThat(
            asked(
                "SELECT rule FROM power.anomaly WHERE enterprise_code = 'E4' AND rule LIKE"
                    + " 'REGISTER%'"))
        .isEmpty();
  }

  @Test
  void plansThatCannotBeJudgedSayWhy() {
    assertThat(
            asked(
                "SELECT enterprise_code || ' ' || verdict || ' ' || alert_hour_count FROM"
                    + " power.response_day WHERE data_day = DATE'2024-03-05' ORDER BY 1"))
        .containsExactly(
            "E1 NO_METER 12",
            "E2 NO_CUT_NAMED 12",
            "E3 UNKNOWN_METER 12",
            "E4 TOO_FEW_CLEAN_DAYS 12");
  }

  @Test
  void theRegistryCheckNamesWhatIsWrongWithPlansAlertsAndOrders() {
    assertThat(CheckedRegistry.json(landing, nights.lake()))
        .contains("registry/response_plans.csv line 2: E1 yellow")
        .contains("registry/response_plans.csv line 3: E2 yellow")
        .contains("registry/response_plans.csv line 4: E3 yellow names E1-P")
        .contains("registry/response_plans.csv line 4: E3 yellow names NOBODY")
        .contains("registry/alerts.csv line 2: yellow from 2024-03-05 12:00:00, area 370902")
        .contains("registry/alerts.csv line 4: 999999")
        .contains("\"registry/response_plans.csv line 6: E8 yellow\"")
        .contains("registry/meters.csv line 4: E2-P depends on T9")
        .contains("registry/meters.csv line 7: E5-P")
        .contains("registry/work_orders.csv line 3: no lead, not enterprise/matter/day")
        .doesNotContain("registry/work_orders.csv line 2")
        .doesNotContain("names E4-P");
    assertThat(
            asked(
                "SELECT file_id || ' ' || line_no FROM ops.reject WHERE file_id LIKE 'registry%'"))
        .as("an alert that ends before it starts is refused")
        .containsExactly("registry/alerts.csv 3");
  }

  @Test
  void theDoctorNamesOrdersAndCasesWithoutLeadAndAnswersWithoutVerdict() {
    Findings findings =
        DoctorReport.look(nights.lake(), Engines.of(nights.lake()), LocalDate.of(2024, 3, 6));

    assertThat(findings.json())
        .contains("registry/work_orders.csv line 2: E7/NIGHT_PRODUCTION/2024-03-01")
        .contains("registry/enforcement_cases.csv line 2: C-1 names E9/NIGHT_PRODUCTION/2024-03-01")
        .contains("E1 yellow from 2024-03-05 12:00:00: NO_METER, 1 days");
  }
}
