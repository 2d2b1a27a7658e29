package org.dawen.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dawen.lead.AlertEvidence.ExceedanceHour;
import org.dawen.lead.ElectricityEvidence.ElectricityAnomaly;
import org.dawen.lead.ElectricityEvidence.ResponseDay;
import org.dawen.lead.Enterprises.OutletEnterprise;
import org.dawen.lead.Enterprises.OwnedVehicle;
import org.dawen.lead.FleetEvidence.ObdAnomaly;
import org.dawen.lead.StoppedEvidence.MeterDay;
import org.dawen.lead.SuspectEvidence.SuspectSeries;
import org.dawen.lead.UpstreamExceedances.SectionGoal;
import org.dawen.lead.UpstreamExceedances.SectionItem;
import org.dawen.lead.UpstreamExceedances.SectionOutlets;
import org.dawen.registry.Alert;
import org.dawen.registry.County;
import org.junit.jupiter.api.Test;

/** What each source says, worked out by hand, with the settings as shipped. */
class EvidenceGoldenTest {
  private static final EvidenceSettings SHIPPED = EvidenceSettings.of(LeadCases.SHIPPED);

  private static LeadCases of(String name) {
    return new LeadCases("lead.evidence", name);
  }

  @Test
  void aSuspectSeriesNeedsAnElectricityAnomalyInItsHours() {
    LeadCases golden = of("suspect-beside-electricity");
    Map<String, List<ElectricityAnomaly>> anomalies =
        golden.given("anomaly", ElectricityAnomaly.class, ElectricityAnomaly::enterpriseCode);
    List<LeadEvidence> evidence = new ArrayList<>();
    golden
        .given("series", SuspectSeries.class, SuspectSeries::enterpriseCode)
        .forEach(
            (enterprise, series) ->
                evidence.addAll(
                    SuspectEvidence.of(series, anomalies.getOrDefault(enterprise, List.of()))));

    golden.expect(evidence);
  }

  @Test
  void vehiclesOfOneOwnerAreAFleet() {
    LeadCases golden = of("fleets");
    FleetEvidence fleets =
        new FleetEvidence(
            new Fleets(
                golden.given("vehicle", OwnedVehicle.class),
                golden.given("outlet", OutletEnterprise.class)),
            SHIPPED);
    List<LeadEvidence> evidence =
        golden.given("obd", ObdAnomaly.class).stream().flatMap(a -> fleets.of(a).stream()).toList();

    golden.expect(evidence);
    assertThat(evidence)
        .allSatisfy(
            e ->
                assertThat(List.of(e.reason(), e.reasonZh()))
                    .allMatch(words -> words.contains("LTA**********V00")));
    assertThat(evidence.get(0).reason())
        .isEqualTo(
            "2024-03-10 08:00 to 2024-03-10 08:30, vehicle LTA**********V001 of a fleet of 2:"
                + " OBD_NOX_STUCK (tampered), measured 900.00, threshold 600.00 s");
    assertThat(evidence.get(0).reasonZh())
        .isEqualTo(
            "2024-03-10 08:00至2024-03-10 08:30，车辆LTA**********V001（车队共2辆）：OBD_NOX_STUCK，"
                + "疑似篡改，判别值900.00，阈值600.00 s");
  }

  @Test
  void hoursAboveTheLimitCountOnlyUnderAnAlertAndSayIfTheyAreProvisional() {
    LeadCases golden = of("exceeded-under-alert");

    golden.expect(
        new AlertEvidence(golden.given("alert", Alert.class), golden.given("county", County.class))
            .of(golden.given("exceedance", ExceedanceHour.class)));
  }

  @Test
  void concentrationsAreLookedAtInTheFullHoursInWhichTreatmentIsOff() {
    LeadCases golden = of("concentrations-meanwhile");
    Map<String, List<OutletHour>> hours =
        golden.given("hour", OutletHour.class, OutletHour::enterpriseCode);
    List<LeadEvidence> evidence = new ArrayList<>();
    golden
        .given("anomaly", ElectricityAnomaly.class, ElectricityAnomaly::enterpriseCode)
        .forEach(
            (enterprise, anomalies) ->
                evidence.addAll(
                    new TreatmentOffEvidence(SHIPPED).of(anomalies, hours.get(enterprise))));

    golden.expect(evidence);
  }

  @Test
  void allOutletsMustSayStoppedWhileProductionDrawsPower() {
    LeadCases golden = of("stopped-but-running");
    Map<String, List<MeterDay>> meterDays =
        golden.given("meterday", MeterDay.class, MeterDay::enterpriseCode);
    List<LeadEvidence> evidence = new ArrayList<>();
    golden
        .given("hour", OutletHour.class, OutletHour::enterpriseCode)
        .forEach(
            (enterprise, hours) ->
                evidence.addAll(new StoppedEvidence(SHIPPED).of(hours, meterDays.get(enterprise))));

    golden.expect(evidence);
    assertThat(evidence.get(0).sourceKey())
        .isEqualTo(
            "enterprise_code = 'E1' AND hour_start >= TIMESTAMP'2024-03-05 08:00:00' AND"
                + " hour_start < TIMESTAMP'2024-03-05 11:00:00' AND (data_flag = 'F' OR"
                + " mark_kind IN ('shutdown', 'stop_production'))");
  }

  @Test
  void findingsOnElectricityAndPlansNotMetAreEvidenceAsTheyStand() {
    LeadCases golden = of("electricity-and-alerts");
    ElectricityEvidence electricity = new ElectricityEvidence(SHIPPED);
    List<LeadEvidence> evidence = new ArrayList<>();
    golden
        .given("anomaly", ElectricityAnomaly.class)
        .forEach(a -> electricity.of(a).ifPresent(evidence::add));
    golden
        .given("response", ResponseDay.class)
        .forEach(r -> electricity.of(r).ifPresent(evidence::add));

    assertThat(SHIPPED.ticketMinutes()).isEqualByComparingTo("1440");
    golden.expect(evidence);
    assertThat(evidence.get(evidence.size() - 1).reason())
        .isEqualTo(
            "alert orange from 2024-03-25 18:00: cut 12.50 % of 30.0 % required, verdict NOT_MET");
  }

  @Test
  void outletsExceedUpstreamOfSectionsThatMissTheirTarget() {
    LeadCases golden = of("upstream-of-a-section");
    Map<String, List<SectionItem>> items =
        golden.given("item", SectionItem.class, SectionItem::sectionCode);
    UpstreamExceedances rule =
        new UpstreamExceedances(
            golden.given("section", SectionOutlets.class),
            golden.given("exceedance", ExceedanceHour.class));
    List<UpstreamExceedance> upstream = new ArrayList<>();
    golden
        .given("goal", SectionGoal.class, SectionGoal::sectionCode)
        .forEach((section, goals) -> upstream.addAll(rule.of(section, goals, items.get(section))));

    assertThat(upstream)
        .extracting(UpstreamExceedance::sectionCode, UpstreamExceedance::outletCode)
        .containsExactly(tuple("S1", "O1"), tuple("S2", "O4"), tuple("S2", "O5"));
    Map<String, List<UpstreamExceedance>> byEnterprise =
        upstream.stream()
            .filter(e -> e.enterpriseCode() != null)
            .collect(Collectors.groupingBy(UpstreamExceedance::enterpriseCode));
    golden.expect(
        byEnterprise.values().stream().flatMap(e -> WaterEvidence.of(e).stream()).toList());
  }
}
