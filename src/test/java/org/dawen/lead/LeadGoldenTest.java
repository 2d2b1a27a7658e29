package org.dawen.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dawen.lake.DaySet;
import org.dawen.lake.TestRows;
import org.dawen.lake.Trouble;
import org.dawen.lead.Enterprises.MeterEnterprise;
import org.dawen.lead.Enterprises.OutletEnterprise;
import org.dawen.lead.Enterprises.OwnedVehicle;
import org.dawen.registry.EnforcementCase;
import org.dawen.registry.Inspection;
import org.dawen.registry.WorkOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadGoldenTest {
  private static final LeadCases CONTINUES = new LeadCases("lead.lead", "continues-and-pinned");

  private static Enterprises enterprises(LeadCases golden) {
    return new Enterprises(
        golden.given("outlet", OutletEnterprise.class),
        golden.given("meter", MeterEnterprise.class),
        golden.given("vehicle", OwnedVehicle.class),
        List.of());
  }

  /** The leads of the case. */
  static List<Lead> leads() {
    Leads rule =
        new Leads(
            CONTINUES.given("order", WorkOrder.class),
            enterprises(CONTINUES),
            LeadSettings.of(LeadCases.SHIPPED));
    List<Lead> leads = new ArrayList<>();
    CONTINUES
        .given("evidence", LeadEvidence.class, e -> e.matter() + " " + e.enterpriseCode())
        .values()
        .forEach(evidence -> leads.addAll(rule.of(evidence)));
    return leads;
  }

  @Test
  void leadsGoOnStopAndKeepTheIdOfTheirWorkOrder() {
    CONTINUES.expect(leads());
  }

  @Test
  void closureRateAndOffSiteShareAreAsWorkedOutByHand() {
    LeadCases golden = new LeadCases("lead.county_month", "march");

    golden.expect(
        new CountyMonths(enterprises(golden), 30, new BigDecimal("40"))
            .of(
                golden.given("order", WorkOrder.class),
                golden.given("case", EnforcementCase.class),
                golden.given("inspection", Inspection.class),
                DaySet.parse("2024-03-01")));
  }

  @Test
  void aShareIsRoundedOnceAndHalvesUp() {
    // 100/13 = 7.692307692307…: no tie; 1/24 in per cent is 4.16666666666…; 7/1200 is 0.58333…
    assertThat(share(1, 13)).isEqualTo("7.6923076923");
    assertThat(share(1, 24)).isEqualTo("4.1666666667");
    assertThat(share(0, 3)).isEqualTo("0.0000000000");
    // 100·3/8192 = 0.03662109375, whose eleventh digit is a half.
    assertThat(share(3, 8192)).isEqualTo("0.0366210938");
    // 100/11087 = 0.009019572472…
    assertThat(share(1, 11087)).isEqualTo("0.0090195725");
  }

  private static BigDecimal share(int offSite, int cases) {
    LocalDate day = LocalDate.of(2024, 3, 5);
    List<EnforcementCase> all = new ArrayList<>();
    for (int i = 0; i < cases; i++) {
      all.add(new EnforcementCase("C" + i, day, "370902", i < offSite, null, "c.csv", i));
    }
    return new CountyMonths(
            new Enterprises(List.of(), List.of(), List.of(), List.of()), 30, new BigDecimal("40"))
        .of(List.of(), all, List.of(), DaySet.ALWAYS)
        .get(0)
        .offSitePercent();
  }

  @Test
  void moreThanEightReasonsAreCounted() {
    List<LeadEvidence> evidence = new ArrayList<>();
    for (int i = 9; i > 0; i--) {
      evidence.addAll(
          TestRows.records(
              LeadEvidence.class,
              "enterprise_code,matter,evidence_kind,data_day,starts_at,ends_at,lasting_minutes,"
                  + "source_table,source_key,is_provisional,reason,reason_zh",
              "E1,NIGHT_PRODUCTION,NIGHT_PRODUCTION,2024-03-05,2024-03-05T0%d:00,2024-03-05T09:30,"
                      .formatted(i)
                  + "10,t,k%d,false,r%d,z%d".formatted(i, i, i)));
    }

    Lead lead =
        new Leads(
                List.of(),
                new Enterprises(List.of(), List.of(), List.of(), List.of()),
                LeadSettings.of(LeadCases.SHIPPED))
            .of(evidence)
            .get(0);

    assertThat(lead.joined().reason())
        .isEqualTo("r1; r2; r3; r4; r5; r6; r7; r8 … 9 pieces of evidence in all");
    assertThat(lead.joined().reasonZh()).isEqualTo("z1；z2；z3；z4；z5；z6；z7；z8 ……共9条证据");
    assertThat(lead.joined().lastingMinutes()).isEqualTo("10.000000");
    assertThat(lead.leadId()).isEqualTo("E1/NIGHT_PRODUCTION/2024-03-05");
    assertThat(lead.followUp()).isEqualTo(Lead.FollowUp.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "E1/NIGHT_PRODUCTION/2024-03-05, E1, NIGHT_PRODUCTION, 2024-03-05",
    "a/b/NIGHT_PRODUCTION/2024-3-5, a/b, NIGHT_PRODUCTION, 2024-03-05",
    "E1/NIGHT_PRODUCTION/2024-03, E1, NIGHT_PRODUCTION, 2024-03-01",
    "E1/NIGHT_PRODUCTION/2024-02-30, E1, NIGHT_PRODUCTION,",
    "E1/NIGHT_PRODUCTION/soon, E1, NIGHT_PRODUCTION,",
    "NIGHT_PRODUCTION/2024-03-05, '', NIGHT_PRODUCTION, 2024-03-05",
    "not a lead id, not a lead id, not a lead id,"
  })
  void anIdIsReadFromItsEnd(String text, String enterprise, String matter, LocalDate day) {
    assertThat(LeadId.of(text)).isEqualTo(new LeadId(enterprise, matter, day));
  }

  @Test
  void aFormulaThatIsNoneNamesItsSetting() {
    Map<String, String> broken = Map.of("lead.score", "severity +");
    assertThatThrownBy(() -> LeadSettings.of(LeadCases.SHIPPED.with(broken)))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("lead.score")
        .hasMessageNotContaining("\n");
  }

  /** The ninth piece is counted only: which eight are told does not depend on the language. */
  @Test
  void bothLanguagesTellOfTheSameEvidence() {
    List<LeadEvidence> evidence = new ArrayList<>();
    LocalDate day = LocalDate.of(2024, 3, 5);
    for (int i = 0; i < 9; i++) {
      evidence.add(
          LeadEvidence.of(
              EvidenceKind.TREATMENT_OFF,
              "E1",
              day,
              new LeadEvidence.Span(
                  day.atStartOfDay(), day.atTime(1, 0), new BigDecimal("60.000000")),
              new LeadEvidence.Source("power.anomaly", "k" + i),
              new LeadEvidence.Words("e" + i, "z" + (9 - i))));
    }

    Lead lead =
        new Leads(List.of(), enterprises(CONTINUES), LeadSettings.of(LeadCases.SHIPPED))
            .of(evidence)
            .get(0);

    assertThat(lead.joined().reason()).contains("e0", "e7").doesNotContain("e8");
    assertThat(lead.joined().reasonZh()).contains("z9", "z2").doesNotContain("z1");
  }

  @Test
  void severitiesBelowZeroAreRefused() {
    assertThatThrownBy(
            () -> LeadSettings.of(LeadCases.SHIPPED.with(Map.of("lead.severity.under_load", "-1"))))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("lead.severity.under_load");
  }
}
