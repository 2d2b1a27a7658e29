package org.dawen.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.dawen.lake.DaySet;
import org.dawen.lake.SharedSession;
import org.dawen.lake.Trouble;
import org.dawen.registry.RegistryTables;
import org.dawen.run.Settings;
import org.dawen.source.GoldenCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeadGoldenTest {
  private static final Settings SHIPPED =
      Settings.read(Path.of(System.getProperty("dawen.home", "."), "jobs/nightly.yaml"));
  private static final Map<String, String> USUAL =
      Map.of("file_id", "f.csv", "record_no", "2", "role", "production", "source_table", "x.y");

  @Test
  void leadsGoOnStopAndKeepTheIdOfTheirWorkOrder() {
    GoldenCase golden = new GoldenCase("lead.lead", "continues-and-pinned");

    golden.expect(
        LeadTables.LEAD,
        LeadRules.leads(
            golden.given("evidence", LeadTables.EVIDENCE, USUAL),
            golden.given("order", RegistryTables.WORK_ORDER, USUAL),
            LeadRules.areas(
                golden.given("outlet", RegistryTables.OUTLET, USUAL),
                golden.given("meter", RegistryTables.METER, USUAL),
                golden.given("vehicle", RegistryTables.VEHICLE, USUAL)),
            LeadSettings.of(SHIPPED)));
  }

  @Test
  void aLeadIsFoundByTheIdsItWentByOnce() {
    GoldenCase golden = new GoldenCase("lead.lead", "continues-and-pinned");
    Dataset<Row> leads =
        LeadRules.leads(
            golden.given("evidence", LeadTables.EVIDENCE, USUAL),
            golden.given("order", RegistryTables.WORK_ORDER, USUAL),
            LeadRules.areas(
                golden.given("outlet", RegistryTables.OUTLET, USUAL),
                golden.given("meter", RegistryTables.METER, USUAL),
                golden.given("vehicle", RegistryTables.VEHICLE, USUAL)),
            LeadSettings.of(SHIPPED));

    // The id of the second work order, and that of the first day before the order pinned another.
    assertThat(formerly(leads, "E2/ALERT_NOT_OBEYED/2024-03-26"))
        .containsExactly("E2/ALERT_NOT_OBEYED/2024-03-27");
    assertThat(formerly(leads, "E1/TREATMENT_NOT_RUNNING/2024-03-05"))
        .containsExactly("E1/TREATMENT_NOT_RUNNING/2024-03-12");
    assertThat(formerly(leads, "E1/TREATMENT_NOT_RUNNING/2024-03-13")).isEmpty();
    assertThat(formerly(leads, "E1/NIGHT_PRODUCTION/2024-03-05")).isEmpty();
    assertThat(formerly(leads, "nonsense")).isEmpty();
  }

  private static List<String> formerly(Dataset<Row> leads, String id) {
    return leads
        .where(new LeadExplanation().formerly(List.of(id)))
        .select("lead_id")
        .as(Encoders.STRING())
        .collectAsList();
  }

  @Test
  void closureRateAndOffSiteShareAreAsWorkedOutByHand() {
    GoldenCase golden = new GoldenCase("lead.county_month", "march");

    golden.expect(
        LeadTables.COUNTY_MONTH,
        CountyMonthRules.countyMonths(
            golden.given("order", RegistryTables.WORK_ORDER, USUAL),
            golden.given("case", RegistryTables.ENFORCEMENT_CASE, USUAL),
            LeadRules.areas(
                golden.given("outlet", RegistryTables.OUTLET, USUAL),
                golden.given("meter", RegistryTables.METER, USUAL),
                golden.given("vehicle", RegistryTables.VEHICLE, USUAL)),
            DaySet.parse("2024-03-01"),
            30,
            new BigDecimal("40")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10 * gravity",
        "severity +",
        "enterprise_code",
        "reflect('java.lang.System', 'getenv', 'HOME')",
        "severity + length(java_method('java.lang.System', 'getenv', 'HOME'))",
        "(SELECT 1)",
        "severity + (SELECT max(value) FROM text.`/etc/hostname`)",
        "rand()",
        "current_date",
        "current_user",
        "array(severity)"
      })
  void aScoreThatIsNoFormulaIsRefused(String formula) {
    assertThatThrownBy(() -> LeadRules.attachScore(toScore(), formula))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("lead.score")
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "10 * severity - least(lasting_hours, 24) | 48.00",
        "CASE WHEN severity > 3 THEN round(evidence_count / 3, 1) ELSE 0 END | 0.70",
        "if(severity IN (4, 5) AND evidence_kind_count <> 2, -severity, CAST('7' AS INT)) | -5.00"
      })
  void aScoreIsMadeOfOperatorsAndFunctionsOfValues(String formula, String score) {
    Row scored = LeadRules.attachScore(toScore(), formula).first();

    assertThat(scored.<BigDecimal>getAs("score")).isEqualTo(score);
  }

  private static Dataset<Row> toScore() {
    return SharedSession.spark()
        .range(1)
        .selectExpr(
            "5 AS severity",
            "1 AS evidence_kind_count",
            "2 AS evidence_count",
            "1 AS evidence_day_count",
            "120 AS lasting_minutes",
            "'E1' AS enterprise_code");
  }
}
