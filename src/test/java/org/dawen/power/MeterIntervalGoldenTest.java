package org.dawen.power;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.intake.ReceivedTables;
import org.dawen.lake.DaySet;
import org.dawen.registry.RegistryTables;
import org.dawen.source.GoldenCase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeterIntervalGoldenTest {
  static final PowerThresholds SHIPPED =
      new PowerThresholds(15, 60, new BigDecimal("1.2"), new BigDecimal("0.9"));
  static final Map<String, String> USUAL_INTERVAL =
      Map.of("file_order", "0", "file_id", "power.csv", "record_no", "2");
  static final Map<String, String> USUAL_METER =
      Map.of("file_id", "meters.csv", "record_no", "2", "role", "production");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quarter-hours-and-gaps",
        "several-dependencies",
        "revisions",
        "empty-again",
        "five-minutes-after-noon",
        "registers",
        "meter-replaced",
        "packets"
      })
  void meterIntervalsAreAsWorkedOutByHand(String name) {
    GoldenCase golden = new GoldenCase("power.meter_interval", name);

    Dataset<Row> intervals =
        intervals(
            golden.given("power", ReceivedTables.POWER, USUAL_INTERVAL),
            golden.given("packet", ReceivedTables.POWER_PACKET, USUAL_PACKET),
            golden.given("meter", RegistryTables.METER, USUAL_METER),
            golden.given("change", RegistryTables.METER_CHANGE, USUAL_METER));

    golden.expect(PowerTables.METER_INTERVAL, intervals);
  }

  static final Map<String, String> PARAMETERS =
      Map.of(
          "01",
          "ua_v",
          "02",
          "ub_v",
          "03",
          "uc_v",
          "04",
          "ia_a",
          "05",
          "ib_a",
          "06",
          "ic_a",
          "07",
          "power_kw",
          "08",
          "register_kwh");
  static final Map<String, String> USUAL_PACKET =
      Map.ofEntries(
          Map.entry("mn", "MN1"),
          Map.entry("system_code", "44"),
          Map.entry("command_code", "2011"),
          Map.entry("file_order", "0"),
          Map.entry("file_id", "packets.txt"),
          Map.entry("group_no", "1"),
          Map.entry("data_day", "2024-03-04"));

  /** Every day of the readings is an output day. */
  static Dataset<Row> intervals(
      Dataset<Row> received, Dataset<Row> packets, Dataset<Row> meters, Dataset<Row> changes) {
    return IntervalRules.meterIntervals(
        ReadingRules.withRegistersBefore(
            ReadingRules.readings(received, packets, PARAMETERS), changes, DaySet.ALWAYS),
        meters,
        SHIPPED);
  }

  static Dataset<Row> intervals(Dataset<Row> received, Dataset<Row> meters) {
    return intervals(
        received,
        GoldenCase.rows(ReceivedTables.POWER_PACKET, Map.of(), List.of()),
        meters,
        GoldenCase.rows(RegistryTables.METER_CHANGE, Map.of(), List.of()));
  }
}
