package org.dawen.power;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.lake.DaySet;
import org.dawen.registry.RegistryTables;
import org.dawen.source.GoldenCase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseGoldenTest {
  private static final Map<String, String> USUAL =
      Map.of("file_id", "f.csv", "record_no", "2", "role", "production");

  @ParameterizedTest
  @ValueSource(strings = {"verdicts", "over-midnight-and-gaps", "stops-between-readings"})
  void answersAreJudgedAsWorkedOutByHand(String name) {
    GoldenCase golden = new GoldenCase("power.response_day", name);
    ResponseRules rules =
        new ResponseRules(
            golden.given("alert", RegistryTables.ALERT, USUAL),
            golden.given("plan", RegistryTables.RESPONSE_PLAN, USUAL),
            golden.given("holiday", RegistryTables.HOLIDAY, USUAL),
            golden.given("meter", RegistryTables.METER, USUAL),
            golden.given("outlet", RegistryTables.OUTLET, USUAL),
            golden.given("county", RegistryTables.COUNTY, USUAL),
            ResponseThresholds.of(Screenings.SHIPPED));

    Dataset<Row> answers =
        rules.responseDays(
            golden.given("day", PowerTables.METER_DAY, USUAL),
            golden.given("interval", PowerTables.METER_INTERVAL, USUAL),
            DaySet.parse("2024-03-26..2024-03-29"));

    golden.expect(PowerTables.RESPONSE_DAY, answers);
  }
}
