package org.dawen.diesel;

import java.util.List;
import org.dawen.intake.ObdTables;
import org.dawen.lake.Column;
import org.dawen.lake.Table;

/** What diesel vehicles did, and which of them look tampered with, blocked or broken. */
public final class DieselTables {
  private DieselTables() {}

  public static final Column VIN = ObdTables.VIN;

  public static final Table VEHICLE_MINUTE = Table.of(VehicleMinute.class);
  public static final Table ANOMALY = Table.of(Anomaly.class);
  public static final Table DOUBTFUL_RETIREMENT = Table.of(DoubtfulRetirement.class);

  public static final Column MINUTE_START = VEHICLE_MINUTE.column("minute_start");

  /** Columns that rooms which read rows by column ask for. */
  public static final Column RULE_CODE = ANOMALY.column("rule_code");

  public static final Column ANOMALY_CLASS = ANOMALY.column("anomaly_class");
  public static final Column FROM_AT = ANOMALY.column("from_at");
  public static final Column TO_AT = ANOMALY.column("to_at");
  public static final Column MEASURED_VALUE = ANOMALY.column("measured_value");
  public static final Column THRESHOLD_VALUE = ANOMALY.column("threshold_value");
  public static final Column UNIT = ANOMALY.column("unit");
  public static final Column FIGURES = ANOMALY.column("figures");

  public static final List<Table> ALL =
      List.of(
          VEHICLE_MINUTE,
          Table.of(InfoWording.class),
          Table.of(VehicleDay.class),
          ANOMALY,
          Table.of(WatchedVehicle.class),
          Table.of(RetirementMonth.class),
          DOUBTFUL_RETIREMENT);
}
