package org.dawen.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dawen.diesel.DieselTables;
import org.dawen.lake.DaySet;
import org.dawen.lake.Given;
import org.dawen.lake.Lake;
import org.dawen.lake.SharedSession;
import org.dawen.lake.Table;
import org.dawen.lake.TestRows;
import org.dawen.power.PowerTables;
import org.dawen.registry.Alert;
import org.dawen.registry.County;
import org.dawen.registry.EnforcementCase;
import org.dawen.registry.Outlet;
import org.dawen.registry.Vehicle;
import org.dawen.registry.WaterSection;
import org.dawen.registry.WorkOrder;
import org.dawen.run.PassRuns;
import org.dawen.source.SourceTables;
import org.dawen.water.WaterTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The passes of the room one after another: from tables of the domains to leads and months. */
class LeadPassesTest {
  private static final DaySet MARCH = DaySet.parse("2024-03-01..2024-03-31");

  @TempDir private Path folder;

  private Lake lake;

  private void given(Table table, String... lines) {
    Map<String, String> usual = TestRows.usual(table, "2024-03-05");
    List<Map<String, String>> rows = TestRows.withDefaults(TestRows.lines(List.of(lines)), usual);
    lake.append(
        table,
        table.day() == null ? DaySet.ALWAYS : MARCH,
        Given.rows(table, TestRows.dataset(SharedSession.spark(), table, rows)),
        "test");
  }

  @Test
  void evidenceLeadsAndMonthsFollowFromTheTablesOfTheDomains() {
    lake = new Lake(SharedSession.spark(), folder.toString());
    given(
        PowerTables.ANOMALY,
        "rule,enterprise_code,subject_code,starts_at,ends_at,data_day,lasting_minutes,is_open",
        "TREATMENT_OFF,E1,T1,2024-03-05 23:00:00,2024-03-06 01:00:00,2024-03-05,120,false",
        "METER_OFFLINE,E1,M1,2024-03-05 08:00:00,2024-03-05 09:00:00,2024-03-05,60,false");
    given(
        PowerTables.RESPONSE_DAY,
        "enterprise_code,level,alert_starts_at,alert_area_code,data_day,alert_hour_count,verdict",
        "E2,red,2024-03-05 18:00:00,370900,2024-03-05,6,NOT_MET");
    given(
        PowerTables.METER_DAY,
        "meter_code,data_day,enterprise_code,role,rated_kw,h08_energy_kwh,h09_energy_kwh",
        "M3,2024-03-05,E3,production,10,9,9");
    given(
        SourceTables.OUTLET_HOUR,
        "outlet_code,pollutant_code,hour_start,data_day,enterprise_code,medium,is_judgeable,"
            + "judged_value,limit_value,is_above_limit,data_flag",
        "O1,a21002,2024-03-05 23:00:00,2024-03-05,E1,gas,true,20,50,false,N",
        "O1,a21002,2024-03-06 00:00:00,2024-03-06,E1,gas,true,21,50,false,N",
        "O3,a21002,2024-03-05 08:00:00,2024-03-05,E3,gas,false,,,,F",
        "O3,a21002,2024-03-05 09:00:00,2024-03-05,E3,gas,false,,,,F",
        "O9,a21002,2024-03-05 09:00:00,2024-03-05,,gas,true,20,50,false,N");
    given(
        SourceTables.EXCEEDANCE_HOUR,
        "outlet_code,pollutant_code,hour_start,data_day,enterprise_code,county_code",
        "O2,a21002,2024-03-05 20:00:00,2024-03-05,E2,370902");
    given(
        SourceTables.SUSPECT_SERIES,
        "outlet_code,pollutant_code,data_day,suspect_rule,enterprise_code,first_hour,last_hour,"
            + "suspect_hours",
        "O1,a21002,2024-03-06,FLAT_LINE,E1,2024-03-06 00:00:00,2024-03-06 05:00:00,6");
    given(
        DieselTables.ANOMALY,
        "vin,data_day,rule_code,anomaly_class,from_at,to_at",
        "V1,2024-03-05,OBD_NOX_STUCK,tampered,2024-03-05 08:00:00,2024-03-05 08:29:00");
    given(
        Table.of(Alert.class),
        "level,starts_at,ends_at,area_code",
        "red,2024-03-05 18:00:00,,370900");
    given(Table.of(County.class), "county_code,city_code", "370902,370900");
    given(
        Table.of(Vehicle.class), "vin,owner,county_code", "V1,泰安某运输公司,370902", "V2,泰安某运输公司,370902");
    given(
        Table.of(Outlet.class),
        "outlet_code,enterprise_code,enterprise_name,county_code",
        "O1,E1,一厂,370902");
    given(
        Table.of(WorkOrder.class),
        "lead_id,opened_day,due_day",
        "E1/TREATMENT_NOT_RUNNING/2024-03-05,2024-03-07,2024-03-20");

    assertThat(PassRuns.assertSameInTasks(lake, new EvidencePass(), MARCH, LeadCases.SHIPPED))
        .containsEntry("lead.evidence", 8);
    assertThat(lake.rows(Table.of(LeadEvidence.class), LeadEvidence.class, DaySet.ALWAYS))
        .extracting(e -> e.enterpriseCode() + " " + e.evidenceKind())
        .containsExactlyInAnyOrder(
            "E1 TREATMENT_OFF",
            "E1 CONCENTRATION_STAYED_LOW",
            "E1 SUSPECT_SERIES",
            "E1 ELECTRICITY_ANOMALY",
            "E2 CUT_NOT_MET",
            "E2 EXCEEDED_DURING_ALERT",
            "E3 PACKETS_SAY_STOPPED",
            "泰安某运输公司 OBD_ANOMALY");

    assertThat(PassRuns.assertSameInTasks(lake, new LeadPass(), MARCH, LeadCases.SHIPPED))
        .containsEntry("lead.lead", 5);
    assertThat(lake.rows(Table.of(Lead.class), Lead.class, DaySet.ALWAYS))
        .filteredOn(l -> l.status() == Lead.Status.OPEN)
        .extracting(l -> l.leadId() + " " + l.enterpriseName())
        .containsExactly("E1/TREATMENT_NOT_RUNNING/2024-03-05 一厂");

    assertThat(
            PassRuns.assertSameInTasks(
                lake, new CountyMonthPass(), DaySet.parse("2024-03-01"), LeadCases.SHIPPED))
        .containsEntry("lead.county_month", 2);
  }

  @Test
  void aMonthFollowsFromTheRegistryAlsoWithoutEvidence() {
    lake = new Lake(SharedSession.spark(), folder.toString());
    given(Table.of(EnforcementCase.class), "case_no,case_day,county_code", "1,2024-03-05,370902");

    PassRuns.run(lake, new CountyMonthPass(), DaySet.parse("2024-03-01"), LeadCases.SHIPPED);

    assertThat(lake.rows(Table.of(CountyMonth.class), CountyMonth.class, DaySet.ALWAYS))
        .extracting(m -> m.countyCode() + " " + m.caseCount())
        .containsExactlyInAnyOrder("370902 1", "* 1");
  }

  @Test
  void aSectionOffItsTargetMakesLeadsOfTheOutletsUpstream() {
    lake = new Lake(SharedSession.spark(), folder.toString());
    given(
        WaterTables.HEADROOM_MONTH,
        "section_code,month_start,span,item,target_class,mean_so_far_value,goal_state",
        "S1,2024-03-01,month,NH3-N,Ⅲ,1.2,missed");
    given(
        WaterTables.SECTION_ITEM_DAY,
        "section_code,data_day,way,item,mean_value,item_class",
        "S1,2024-03-05,screened,NH3-N,1.3,Ⅳ",
        "S1,2024-03-06,screened,NH3-N,0.9,Ⅲ");
    given(
        SourceTables.EXCEEDANCE_HOUR,
        "outlet_code,pollutant_code,hour_start,data_day,enterprise_code,county_code",
        "O1,w21003,2024-03-05 20:00:00,2024-03-05,E1,370902",
        "O2,w21003,2024-03-05 20:00:00,2024-03-05,,370902",
        "O1,w21003,2024-03-06 20:00:00,2024-03-06,E1,370902");
    given(Table.of(WaterSection.class), "section_code,county_code,outlet_codes", "S1,370911,O1;O2");

    assertThat(PassRuns.assertSameInTasks(lake, new UpstreamPass(), MARCH, LeadCases.SHIPPED))
        .containsEntry("lead.upstream_exceedance", 2);
    assertThat(PassRuns.assertSameInTasks(lake, new EvidencePass(), MARCH, LeadCases.SHIPPED))
        .containsEntry("lead.evidence", 1);
    PassRuns.run(lake, new LeadPass(), MARCH, LeadCases.SHIPPED);
    assertThat(lake.rows(Table.of(Lead.class), Lead.class, DaySet.ALWAYS))
        .extracting(l -> l.leadId() + " " + l.joined().severity())
        .containsExactly("E1/SECTION_UPSTREAM/2024-03-05 4");
  }
}
