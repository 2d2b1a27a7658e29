package org.dawen.diesel;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.types.NumericType;
import org.dawen.lake.Column;
import org.dawen.lake.DaySet;
import org.dawen.registry.RegistryTables;
import org.dawen.run.Settings;
import org.dawen.source.GoldenCase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DieselGoldenTest {
  private static final Settings SHIPPED =
      Settings.read(Path.of(System.getProperty("dawen.home", "."), "jobs/nightly.yaml"));

  @ParameterizedTest
  @CsvSource({
    "equal-at-the-threshold,2024-03-04",
    "packet-loss,2024-03-04",
    "stuck-while-fuel-changes,2024-03-04",
    "over-several-days,2024-03-08",
    "days-read-together,2024-03-01..2024-04-10",
    "offline-and-lamp,2024-03-08",
    "told-by-the-unit,2024-03-04..2024-03-05",
    "what-follows-a-run,2024-03-04",
    "one-number-two-trucks,2024-03-04"
  })
  void anomaliesAreAsWorkedOutByHand(String name, String judged) {
    GoldenCase golden = new GoldenCase("diesel.anomaly", name);
    Map<String, String> usualMinute = new HashMap<>();
    for (Column c : DieselTables.VEHICLE_MINUTE.columns()) {
      if (c.type() instanceof NumericType && !c.name().contains("unchanged")) {
        usualMinute.put(c.name(), "0");
      }
    }
    usualMinute.put("reagent_raw_max", "150");

    golden.expect(
        DieselTables.ANOMALY,
        AnomalyRules.anomalies(
            golden.given("minute", DieselTables.VEHICLE_MINUTE, usualMinute),
            golden.given("day", DieselTables.VEHICLE_DAY, Map.of("is_registered", "true")),
            golden.given("info", DieselTables.OBD_INFO, Map.of()),
            golden.given("vehicle", RegistryTables.VEHICLE, Map.of()),
            DaySet.parse(judged),
            DieselThresholds.of(SHIPPED, DieselThresholds.ANOMALY_KEYS)));
  }
}
