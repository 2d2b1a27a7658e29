package org.dawen.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.diesel.DieselTables;
import org.dawen.lake.Column;
import org.dawen.lake.DaySet;
import org.dawen.lake.Table;
import org.dawen.power.PowerTables;
import org.dawen.registry.RegistryTables;
import org.dawen.run.Settings;
import org.dawen.source.GoldenCase;
import org.dawen.source.SourceTables;
import org.junit.jupiter.api.Test;

/** What each source says, worked out by hand, with the settings as shipped. */
class EvidenceGoldenTest {
  private static final EvidenceSettings SHIPPED =
      EvidenceSettings.of(
          Settings.read(Path.of(System.getProperty("dawen.home", "."), "jobs/nightly.yaml")));

  private static Dataset<Row> given(GoldenCase golden, String name, Table table) {
    return golden.given(name, table, Map.of());
  }

  private static GoldenCase of(String name) {
    return new GoldenCase("lead.evidence", name);
  }

  @Test
  void aSuspectSeriesNeedsAnElectricityAnomalyInItsHours() {
    GoldenCase golden = of("suspect-beside-electricity");

    golden.expect(
        LeadTables.EVIDENCE,
        SuspectRules.ofSuspectSeries(
            given(golden, "series", SourceTables.SUSPECT_SERIES),
            given(golden, "anomaly", PowerTables.ANOMALY)));
  }

  @Test
  void vehiclesOfOneOwnerAreAFleet() {
    GoldenCase golden = of("fleets");
    Dataset<Row> evidence =
        FleetRules.ofFleets(
            given(golden, "obd", DieselTables.ANOMALY),
            given(golden, "vehicle", RegistryTables.VEHICLE),
            given(golden, "outlet", RegistryTables.OUTLET),
            SHIPPED);

    golden.expect(LeadTables.EVIDENCE, evidence);
    assertThat(texts(evidence, LeadTables.REASON, LeadTables.REASON_ZH))
        .allSatisfy(words -> assertThat(words).contains("LTA**********V00"));
  }

  private static List<String> texts(Dataset<Row> rows, Column... columns) {
    return rows
        .select(
            java.util.Arrays.stream(columns)
                .map(Column::col)
                .toArray(org.apache.spark.sql.Column[]::new))
        .collectAsList()
        .stream()
        .map(Row::toString)
        .toList();
  }

  @Test
  void hoursAboveTheLimitCountOnlyUnderAnAlertAndSayIfTheyAreProvisional() {
    GoldenCase golden = of("exceeded-under-alert");

    golden.expect(
        LeadTables.EVIDENCE,
        EvidenceRules.ofExceedancesUnderAlert(
            given(golden, "exceedance", SourceTables.EXCEEDANCE_HOUR),
            given(golden, "alert", RegistryTables.ALERT),
            given(golden, "county", RegistryTables.COUNTY)));
  }

  @Test
  void concentrationsAreLookedAtInTheFullHoursInWhichTreatmentIsOff() {
    GoldenCase golden = of("concentrations-meanwhile");

    golden.expect(
        LeadTables.EVIDENCE,
        EvidenceRules.ofConcentrationsMeanwhile(
            given(golden, "anomaly", PowerTables.ANOMALY),
            given(golden, "hour", SourceTables.OUTLET_HOUR),
            SHIPPED.pollutants()));
  }

  @Test
  void allOutletsMustSayStoppedWhileProductionDrawsPower() {
    GoldenCase golden = of("stopped-but-running");

    golden.expect(
        LeadTables.EVIDENCE,
        EvidenceRules.ofStoppedButRunning(
            given(golden, "hour", SourceTables.OUTLET_HOUR),
            given(golden, "meterday", PowerTables.METER_DAY),
            DaySet.parse("2024-03-05..2024-03-06"),
            SHIPPED));
  }

  @Test
  void findingsOnElectricityAndPlansNotMetAreEvidenceAsTheyStand() {
    GoldenCase golden = of("electricity-and-alerts");

    golden.expect(
        LeadTables.EVIDENCE,
        EvidenceRules.ofElectricity(
                given(golden, "anomaly", PowerTables.ANOMALY), new BigDecimal("1440"))
            .union(EvidenceRules.ofResponses(given(golden, "response", PowerTables.RESPONSE_DAY))));
  }
}
