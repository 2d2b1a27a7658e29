package org.dawen.diesel;

import static org.dawen.intake.ReceivedTables.DATA_DAY;
import static org.dawen.lake.Table.table;

import java.util.List;
import org.dawen.intake.ObdTables;
import org.dawen.lake.Column;
import org.dawen.lake.Table;

/** What diesel vehicles did, and which of them look tampered with, blocked or broken. */
public final class DieselTables {
  private DieselTables() {}

  public static final Column VIN = ObdTables.VIN;

  public static final Table VEHICLE_MINUTE =
      table("diesel.vehicle_minute")
          .says("One row per vehicle and minute: each second once, linked to the minutes before.")
          .key(VIN, ObdTables.MINUTE_START)
          .day(DATA_DAY)
          .asTheyCome()
          .withoutDictionary(ObdTables.FIGURES)
          .from("received.obd_minute", "landing/obd")
          .warns(
              "Raw values: physical = raw · factor + summand, see docs/methods/diesel-minutes.md",
              "Self-reported by the vehicle's terminal",
              "VINs in full: not for publication")
          .columns(ObdTables.JOINED_MINUTE);

  public static final Table ANOMALY = Table.of(Anomaly.class);
  public static final Column RULE_CODE = ofAnomaly("rule_code");
  public static final Column ANOMALY_CLASS = ofAnomaly("anomaly_class");
  public static final Column FROM_AT = ofAnomaly("from_at");
  public static final Column TO_AT = ofAnomaly("to_at");
  public static final Column MEASURED_VALUE = ofAnomaly("measured_value");
  public static final Column THRESHOLD_VALUE = ofAnomaly("threshold_value");
  public static final Column UNIT = ofAnomaly("unit");
  public static final Column FIGURES = ofAnomaly("figures");

  public static final List<Table> ALL =
      List.of(
          VEHICLE_MINUTE,
          Table.of(InfoWording.class),
          Table.of(VehicleDay.class),
          ANOMALY,
          Table.of(WatchedVehicle.class));

  /** Columns that rooms which read rows by column ask for. */
  private static Column ofAnomaly(String name) {
    return ANOMALY.columns().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }
}
