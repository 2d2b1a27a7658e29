package org.dawen.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dawen.lake.TestRows;
import org.dawen.lead.AlertEvidence.ExceedanceHour;
import org.dawen.lead.ElectricityEvidence.ElectricityAnomaly;
import org.dawen.lead.ElectricityEvidence.ResponseDay;
import org.dawen.lead.Enterprises.OutletEnterprise;
import org.dawen.lead.Enterprises.OwnedVehicle;
import org.dawen.registry.Alert;
import org.dawen.registry.AlertLevel;
import org.dawen.registry.County;
import org.dawen.registry.Period;
import org.junit.jupiter.api.Test;

/** Corners of the rules that the cases worked out by hand do not reach. */
class EvidenceRulesTest {
  private static final EvidenceSettings SHIPPED = EvidenceSettings.of(LeadCases.SHIPPED);
  private static final LocalDate DAY = LocalDate.of(2024, 3, 5);

  private static ResponseDay response(String from, String to, String required, String achieved) {
    return new ResponseDay(
        "E1",
        "red",
        LocalDateTime.parse(from),
        to == null ? null : LocalDateTime.parse(to),
        "370900",
        DAY,
        required == null ? null : new BigDecimal(required),
        6,
        achieved == null ? null : new BigDecimal(achieved),
        "NOT_MET");
  }

  @Test
  void anAlertIsCutToTheDayAndMissingFiguresSaySo() {
    ElectricityEvidence electricity = new ElectricityEvidence(SHIPPED);
    LeadEvidence whole =
        electricity.of(response("2024-03-04T18:00", "2024-03-07T00:00", null, null)).orElseThrow();
    assertThat(whole.startsAt()).isEqualTo("2024-03-05T00:00:00");
    assertThat(whole.endsAt()).isEqualTo("2024-03-06T00:00:00");
    assertThat(whole.reason())
        .isEqualTo("alert red from 2024-03-04 18:00: cut ? % of null % required, verdict NOT_MET");

    LeadEvidence part =
        electricity
            .of(response("2024-03-05T18:00", "2024-03-05T20:00", "30.450", "12.345000"))
            .orElseThrow();
    assertThat(part.startsAt()).isEqualTo("2024-03-05T18:00:00");
    assertThat(part.endsAt()).isEqualTo("2024-03-05T20:00:00");
    assertThat(part.reasonZh()).isEqualTo("红色预警（2024-03-05 18:00起）：要求减排30.5%，实际12.35%，未落实");
    assertThat(part.sourceKey())
        .isEqualTo(
            "enterprise_code = 'E1' AND level = 'red' AND alert_area_code = '370900' AND"
                + " alert_starts_at = TIMESTAMP'2024-03-05 18:00:00' AND data_day ="
                + " DATE'2024-03-05'");
  }

  @Test
  void textsInAConditionStayTexts() {
    assertThat(Shown.is("owner", "a'b\\")).isEqualTo("owner = ('a' || chr(39) || 'b' || chr(92))");
  }

  @Test
  void anAlertOfACityConcernsItsCountiesAndNoCountyThatTheRegistryLacks() {
    AlertEvidence alerts =
        new AlertEvidence(
            List.of(new Alert(AlertLevel.RED, DAY.atStartOfDay(), null, "370900", "a.csv", 2)),
            List.of(
                county("370902", null), county("370911", "371000"), county("370911", "370900")));

    assertThat(
            List.of("370902", "370911", "370921").stream()
                .filter(county -> !alerts.of(List.of(exceedance("E1", county))).isEmpty()))
        .containsExactly("370902", "370911");
    assertThat(alerts.of(List.of(exceedance("E1", null)))).isEmpty();
    assertThat(alerts.of(List.of(exceedance(null, "370902")))).isEmpty();
  }

  private static County county(String code, String city) {
    return new County(code, "-", city, null, null, new Period(null, null), "c.csv", 2);
  }

  private static ExceedanceHour exceedance(String enterprise, String county) {
    return new ExceedanceHour("O1", "a21002", DAY.atTime(8, 0), DAY, enterprise, county, false);
  }

  @Test
  void whatIsNotKnownOfAnHourIsNeitherProvisionalNorALimit() {
    ElectricityAnomaly off =
        TestRows.records(
                ElectricityAnomaly.class,
                "rule,enterprise_code,subject_code,starts_at,ends_at,data_day,lasting_minutes,"
                    + "is_open,reason,reason_zh",
                "TREATMENT_OFF,E1,T1,2024-03-05T08:00,2024-03-05T10:00,2024-03-05,120,false,r,z")
            .get(0);
    List<OutletHour> hours =
        TestRows.records(
            OutletHour.class,
            "outlet_code,pollutant_code,hour_start,data_day,enterprise_code,medium,is_judgeable,"
                + "judged_value,is_above_limit",
            "O1,a21002,2024-03-05T09:00,2024-03-05,E1,gas,true,0.005,false",
            "O1,a21002,2024-03-05T08:00,2024-03-05,E1,gas,true,12.345,false",
            "O1,a21002,2024-03-05T10:00,2024-03-05,E1,gas,true,99,false");

    LeadEvidence evidence = new TreatmentOffEvidence(SHIPPED).of(List.of(off), hours).get(0);

    assertThat(evidence.isProvisional()).isFalse();
    assertThat(evidence.lastingMinutes()).isEqualTo("120.000000");
    assertThat(evidence.reason())
        .isEqualTo(
            "2024-03-05 08:00 to 2024-03-05 10:00, O1: a21002 was 0.01 to 12.35 , limit null, while"
                + " T1 was off");
  }

  @Test
  void aPersonIsNamedByACodeThatDoesNotTellTheName() {
    assertThat(Fleets.codeOf("泰安某物流有限公司")).isEqualTo("泰安某物流有限公司");
    assertThat(Fleets.codeOf(" 泰安某物流有限公司 ")).isEqualTo(" 泰安某物流有限公司 ");
    assertThat(Fleets.codeOf("乙")).isEqualTo("乙-71530d4c");
    assertThat(Fleets.codeOf(" 欧阳某 ")).matches("欧-[0-9a-f]{8}");
  }

  @Test
  void aVehicleOfTwoFleetsIsEvidenceInBoth() {
    Period ever = new Period(null, null);
    Fleets fleets =
        new Fleets(
            List.of(
                new OwnedVehicle("V1", "甲公司", "370902", ever),
                new OwnedVehicle("V1", "乙公司", "370902", ever),
                new OwnedVehicle("V2", "甲公司", "370902", ever),
                new OwnedVehicle("V3", "乙公司", "370902", new Period(null, DAY.minusDays(1))),
                new OwnedVehicle("V4", null, "370902", ever)),
            List.of(
                new OutletEnterprise("E2", "甲公司", null), new OutletEnterprise("E1", "甲公司", null)));

    assertThat(fleets.enterprisesOf("V1", DAY)).containsExactly("E1", "乙公司");
    assertThat(fleets.size("E1", DAY)).isEqualTo(2);
    assertThat(fleets.size("乙公司", DAY)).isEqualTo(1);
    assertThat(fleets.size("乙公司", DAY.minusDays(1))).isEqualTo(2);
    assertThat(fleets.enterprisesOf("V4", DAY)).isEmpty();
  }
}
