package org.dawen.power;

import java.math.BigDecimal;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.intake.ReceivedTables;
import org.dawen.registry.RegistryTables;
import org.dawen.source.GoldenCase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeterIntervalGoldenTest {
  static final PowerThresholds SHIPPED = new PowerThresholds(15, 60, new BigDecimal("1.2"));
  static final Map<String, String> USUAL_INTERVAL =
      Map.of("file_order", "0", "file_id", "power.csv", "record_no", "2");
  static final Map<String, String> USUAL_METER =
      Map.of("file_id", "meters.csv", "record_no", "2", "role", "production");

  @ParameterizedTest
  @ValueSource(strings = {"quarter-hours-and-gaps", "several-dependencies", "revisions"})
  void meterIntervalsAreAsWorkedOutByHand(String name) {
    GoldenCase golden = new GoldenCase("power.meter_interval", name);

    Dataset<Row> intervals =
        IntervalRules.meterIntervals(
            golden.given("power", ReceivedTables.POWER, USUAL_INTERVAL),
            golden.given("meter", RegistryTables.METER, USUAL_METER),
            SHIPPED);

    golden.expect(PowerTables.METER_INTERVAL, intervals);
  }
}
