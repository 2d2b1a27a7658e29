package org.dawen.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.dawen.lake.TestRows;
import org.dawen.lead.Enterprises.OutletEnterprise;
import org.dawen.lead.IdleTreatments.FacilityDay;
import org.dawen.lead.IdleTreatments.RemovedHour;
import org.dawen.lead.RetirementEvidence.Doubted;
import org.dawen.lead.WeakFacilities.FoundDay;
import org.junit.jupiter.api.Test;

/** Treatment current without load, the list of weak facilities, and doubtful retirements. */
class WeakTreatmentTest {
  private static final IdleTreatments IDLE = new IdleTreatments(LeadCases.SHIPPED);

  /** Removal of O1 by hour, design 90 %; a text is the reason why there is none. */
  private static List<RemovedHour> removed(String... percents) {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "outlet_code,pollutant_code,hour_start,data_day,enterprise_code,county_code,"
                    + "facility_code,design_removal_percent,removal_percent,no_removal_reason"));
    for (int i = 0; i < percents.length; i++) {
      boolean isReason = !percents[i].matches("[0-9.]+");
      lines.add(
          "O1,a21026,2024-03-05T0%d:00,2024-03-05,E1,370902,F1,90,%s,%s"
              .formatted(i, isReason ? "" : percents[i], isReason ? percents[i] : ""));
    }
    return TestRows.records(RemovedHour.class, lines.toArray(String[]::new));
  }

  private static List<FacilityDay> meter(String facility, String role, String... kwh) {
    Map<String, String> row = new java.util.HashMap<>();
    row.putAll(
        Map.of(
            "meter_code",
            "ME1",
            "data_day",
            "2024-03-05",
            "enterprise_code",
            "E1",
            "role",
            role,
            "facility_code",
            facility,
            "rated_kw",
            "100"));
    for (int i = 0; i < kwh.length; i++) {
      row.put("h0" + i + "_energy_kwh", kwh[i]);
    }
    return TestRows.records(FacilityDay.class, List.of(row));
  }

  @Test
  void aFacilityThatDrawsPowerAndRemovesLessThanHalfOfItsDesignRunsIdle() {
    assertThat(
            IDLE.of(
                removed("44.9", "0", "INLET_BELOW_OUTLET", "45", "95"),
                meter("F1", "treatment", "20", "20", "20.5", "20", "20")))
        .singleElement()
        .satisfies(
            i -> {
              assertThat(i.findingHours()).isEqualTo(3);
              assertThat(i.facilityEnergyKwh()).isEqualByComparingTo("60.5");
              assertThat(i.lowestRemovalPercent()).isEqualByComparingTo("0");
              assertThat(i.firstHour()).isEqualTo("2024-03-05T00:00");
              assertThat(i.lastHour()).isEqualTo("2024-03-05T02:00");
              assertThat(i.reason())
                  .isEqualTo(
                      "F1 drew 60.5 kWh in 3 h (meters ME1) while removal of a21026 was below 0.5"
                          + " of the design of 90.00 %, lowest 0.00 %");
            });
  }

  @Test
  void whereMoreLeftInEveryHourTheReasonNamesNoEfficiency() {
    IdleTreatment idle =
        IDLE.of(
                removed("INLET_BELOW_OUTLET", "INLET_BELOW_OUTLET", "INLET_BELOW_OUTLET"),
                meter("F1", "treatment", "20", "20", "20"))
            .get(0);

    assertThat(idle.reason())
        .isEqualTo("F1 drew 60.0 kWh in 3 h (meters ME1) while more a21026 left than entered");
    assertThat(idle.reasonZh()).isEqualTo("F1用电60.0千瓦时、3小时（电表ME1），同期a21026出口高于进口");
  }

  @Test
  void hoursInWhichTheMeterIsOffOrSilentDoNotCount() {
    // on is above 5 % of 100 kW
    assertThat(IDLE.of(removed("1", "1", "1"), meter("F1", "treatment", "20", "20", "5")))
        .isEmpty();
    assertThat(IDLE.of(removed("1", "1", "1"), meter("F1", "treatment", "20", "20"))).isEmpty();
    assertThat(IDLE.of(removed("1", "1", "1"), meter("F2", "treatment", "20", "20", "20")))
        .isEmpty();
    assertThat(IDLE.of(removed("45", "45", "45"), meter("F1", "treatment", "20", "20", "20")))
        .isEmpty();
    assertThat(
            IDLE.of(
                removed("NOT_RUNNING", "NOT_RUNNING", "NOT_RUNNING"),
                meter("F1", "treatment", "20", "20", "20")))
        .isEmpty();
  }

  @Test
  void aLinkMayNameTheMeterAndOnlyTreatmentMetersAreAsked() {
    List<FacilityDay> byMeter = meter("ME", "treatment", "20", "20", "20");
    List<RemovedHour> hours =
        removed("1", "1", "1").stream()
            .map(
                h ->
                    new RemovedHour(
                        h.outletCode(),
                        h.pollutantCode(),
                        h.hourStart(),
                        h.dataDay(),
                        h.enterpriseCode(),
                        h.countyCode(),
                        "ME1",
                        h.designRemovalPercent(),
                        h.removalPercent(),
                        null))
            .toList();

    assertThat(IDLE.of(hours, byMeter)).hasSize(1);
    assertThat(meter("F1", "production", "20").get(0).enterpriseOfTreatment()).isNull();
    assertThat(meter("F1", "treatment", "20").get(0).enterpriseOfTreatment()).isEqualTo("E1");
  }

  private static List<FoundDay> found(String... lines) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "outlet_code,pollutant_code,data_day,treatment_rule,enterprise_code,county_code,"
                    + "facility_code,design_removal_percent,first_hour,last_hour,finding_hours,"
                    + "lowest_removal_percent,highest_slip_mg_m3,is_provisional,reason,reason_zh"));
    all.addAll(List.of(lines));
    return TestRows.records(FoundDay.class, all.toArray(String[]::new));
  }

  private static String low(String day, int hours, String lowest) {
    return "O1,a21026,%s,REMOVAL_BELOW_DESIGN,E1,370902,F1,95,%sT01:00,%sT06:00,%d,%s,,false,low,低"
        .formatted(day, day, day, hours, lowest);
  }

  private static String slip(String day, int hours) {
    return "O1,a21001,%s,SLIP_WITH_NOX_NEAR_LIMIT,E1,370902,,,%sT01:00,%sT06:00,%d,,4.2,true,slip,逃"
        .formatted(day, day, day, hours);
  }

  @Test
  void aFacilityStaysOnTheListWhileNoMoreThanSevenDaysLieBetween() {
    List<FoundDay> found =
        found(
            low("2024-03-01", 5, "80"),
            low("2024-03-08", 6, "70"),
            slip("2024-03-08", 9),
            low("2024-03-16", 4, "90"));
    List<WeakFacility> rows = new WeakFacilities(7).of(found);

    assertThat(rows)
        .extracting(
            r -> r.dataDay().toString(),
            r -> r.lastDay().toString(),
            WeakFacility::weakRules,
            WeakFacility::findingDayCount,
            WeakFacility::findingHours)
        .containsExactly(
            tuple(
                "2024-03-01",
                "2024-03-08",
                "REMOVAL_BELOW_DESIGN (2 d), SLIP_WITH_NOX_NEAR_LIMIT (1 d)",
                2,
                14),
            tuple("2024-03-16", "2024-03-16", "REMOVAL_BELOW_DESIGN (1 d)", 1, 4));
    WeakFacility first = rows.get(0);
    assertThat(first.facilityCode()).isEqualTo("F1");
    assertThat(first.pollutantCodes()).isEqualTo("a21001;a21026");
    assertThat(first.lowestRemovalPercent()).isEqualByComparingTo("70");
    assertThat(first.designRemovalPercent()).isEqualByComparingTo("95");
    assertThat(first.highestSlipMgM3()).isEqualByComparingTo("4.2");
    assertThat(first.isProvisional()).isTrue();
    assertThat(rows.get(1).isProvisional()).isFalse();
    assertThat(first.reason()).isEqualTo("2024-03-08: low; 2024-03-08: slip");
  }

  @Test
  void theListDoesNotDependOnTheOrderOfItsFindings() {
    List<FoundDay> found =
        new ArrayList<>(
            found(low("2024-03-01", 5, "80"), slip("2024-03-01", 5), low("2024-03-03", 6, "70")));
    List<WeakFacility> rows = new WeakFacilities(7).of(found);
    Collections.reverse(found);

    assertThat(new WeakFacilities(7).of(found)).isEqualTo(rows).hasSize(1);
  }

  @Test
  void whatIsFoundIsEvidenceThatLeadsToItsHours() {
    LeadEvidence low = TreatmentEvidence.of(found(low("2024-03-01", 5, "80")).get(0)).orElseThrow();

    assertThat(low.matter()).isEqualTo(Matter.WEAK_TREATMENT);
    assertThat(low.evidenceKind()).isEqualTo(EvidenceKind.REMOVAL_BELOW_DESIGN);
    assertThat(low.lastingMinutes()).isEqualByComparingTo("300");
    assertThat(low.reason()).isEqualTo("2024-03-01 01:00 to 2024-03-01 07:00, O1: low");
    assertThat(low.sourceTable()).isEqualTo("source.removal_hour");
    assertThat(low.sourceKey())
        .contains("outlet_code = 'O1'", "pollutant_code = 'a21026'", "is_below_design");

    LeadEvidence slip = TreatmentEvidence.of(found(slip("2024-03-01", 5)).get(0)).orElseThrow();
    assertThat(slip.sourceTable()).isEqualTo("source.ammonia_slip_hour");
    assertThat(slip.isProvisional()).isTrue();
    assertThat(slip.reasonZh()).endsWith("（暂定：限值未经原文核实）");
    assertThat(TreatmentEvidence.of(found(low("2024-03-01", 5, "80").replace(",E1,", ",,")).get(0)))
        .isEmpty();
  }

  private static final String DOUBTED =
      "subject_kind,subject_code,doubt,data_day,owner,county_code,is_provisional,reason,reason_zh,"
          + "record_no";

  private static List<LeadEvidence> retirement(String line) {
    RetirementEvidence rule =
        new RetirementEvidence(
            new Fleets(List.of(), List.of(new OutletEnterprise("E1", "示例热电一厂", "370902"))));
    return TestRows.records(Doubted.class, DOUBTED, line).stream()
        .flatMap(d -> rule.of(d).stream())
        .toList();
  }

  @Test
  void aDoubtfulRetirementIsEvidenceAgainstItsOwnerAndNamesNoPersonAndNoVehicle() {
    LeadEvidence truck =
        retirement("truck,LTASAMPLE00000003,RETIRED_BUT_SENDING,2024-03-12,王小二,370902,false,r,z,3")
            .get(0);

    assertThat(truck.matter()).isEqualTo(Matter.RETIREMENT_DOUBTFUL);
    assertThat(truck.enterpriseCode()).matches("王-[0-9a-f]{8}");
    assertThat(truck.reason()).isEqualTo("truck LTA**********0003: r");
    assertThat(truck.reasonZh()).isEqualTo("货车LTA**********0003：z");
    assertThat(truck.sourceKey()).contains("subject_code = 'LTASAMPLE00000003'", "record_no = 3");

    assertThat(
            retirement("machine,3-AB001,RETIRED_TWICE,2024-03-12,示例热电一厂,370902,false,r,z,3")
                .get(0)
                .enterpriseCode())
        .isEqualTo("E1");
  }

  @Test
  void withoutAnOwnerOrForACellThatIsNotFilledThereIsNoLead() {
    assertThat(retirement("machine,3-AB001,RETIRED_TWICE,2024-03-12,,370902,false,r,z,3"))
        .isEmpty();
    assertThat(retirement("machine,3-AB001,STAGE_UNKNOWN,2024-03-12,甲公司,370902,false,r,z,3"))
        .isEmpty();
  }
}
