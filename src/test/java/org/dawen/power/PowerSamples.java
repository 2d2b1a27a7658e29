package org.dawen.power;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dawen.intake.PacketParameters;
import org.dawen.lake.DaySet;
import org.dawen.lake.TestRows;
import org.dawen.power.MeterReadings.MeterReading;
import org.dawen.power.PacketReadings.PacketValue;
import org.dawen.registry.Meter;
import org.dawen.registry.MeterChange;

/** Records of the room from CSV texts, and its rules without Spark. */
final class PowerSamples {
  static final PowerThresholds SHIPPED =
      new PowerThresholds(15, 60, new BigDecimal("1.2"), new BigDecimal("0.9"));

  static final Map<String, String> USUAL_INTERVAL =
      Map.of("file_order", "0", "file_id", "power.csv", "record_no", "2");
  static final Map<String, String> USUAL_METER =
      Map.of("file_id", "meters.csv", "record_no", "2", "role", "production");
  static final Map<String, String> USUAL_PACKET =
      Map.of(
          "mn", "MN1",
          "file_order", "0",
          "file_id", "packets.txt",
          "group_no", "1",
          "data_day", "2024-03-04");

  private static final PacketParameters PARAMETERS = PacketParameters.of(Screenings.SHIPPED);

  private PowerSamples() {}

  /** Records of {@code given-<name>.csv}; none if the case has no such file. */
  static <R extends Record> List<R> given(
      Class<R> type, String folder, String name, Map<String, String> usual) {
    String resource = folder + "given-" + name + ".csv";
    return PowerSamples.class.getResource(resource) == null
        ? List.of()
        : TestRows.records(type, TestRows.withDefaults(TestRows.csv(resource), usual));
  }

  /** Records of CSV lines, the first being headings. */
  static <R extends Record> List<R> records(
      Class<R> type, Map<String, String> usual, String... lines) {
    return TestRows.records(type, TestRows.withDefaults(TestRows.lines(List.of(lines)), usual));
  }

  static List<MeterReading> received(String... lines) {
    return records(MeterReading.class, USUAL_INTERVAL, lines);
  }

  static List<Meter> meters(String... lines) {
    return records(Meter.class, USUAL_METER, lines);
  }

  /** What the rule gives of meters, every day of the readings being wanted. */
  static List<Record> given(
      List<MeterReading> received,
      List<PacketValue> packets,
      List<Meter> meters,
      List<MeterChange> changes) {
    List<Record> given = new ArrayList<>();
    new MeterRule(new RegisteredMeters(meters), PARAMETERS, SHIPPED)
        .compute(received, packets, changes, DaySet.ALWAYS, given::add);
    return given;
  }

  static List<MeterInterval> intervals(List<MeterReading> received, List<Meter> meters) {
    return of(MeterInterval.class, given(received, List.of(), meters, List.of()));
  }

  static <R extends Record> List<R> of(Class<R> type, List<Record> rows) {
    return rows.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
