package org.dawen.power;

import java.util.List;
import org.dawen.lake.Column;
import org.dawen.lake.Table;

/** The tables of electricity (用电监控), and those of their columns that other rooms name. */
public final class PowerTables {
  private PowerTables() {}

  public static final Table METER_INTERVAL = Table.of(MeterInterval.class);
  public static final Table METER_DAY = Table.of(MeterDay.class);
  public static final Table ANOMALY = Table.of(Anomaly.class);
  public static final Table RESPONSE_DAY = Table.of(ResponseDay.class);

  public static final List<Table> ALL =
      List.of(METER_INTERVAL, Table.of(UnknownMeter.class), METER_DAY, ANOMALY, RESPONSE_DAY);

  public static final Column METER_CODE = METER_INTERVAL.column("meter_code");
  public static final Column ENTERPRISE_CODE = METER_INTERVAL.column("enterprise_code");
  public static final Column ROLE = METER_INTERVAL.column("role");
  public static final Column INTERVAL_START = METER_INTERVAL.column("interval_start");
  public static final Column MEAN_POWER_KW = METER_INTERVAL.column("mean_power_kw");
  public static final Column QUALITY = METER_INTERVAL.column("quality");

  public static final Column DAY_COVERAGE_PERCENT = METER_DAY.column("day_coverage_percent");
  public static final Column DAY_ENERGY_KWH = METER_DAY.column("day_energy_kwh");

  public static final Column RULE = ANOMALY.column("rule");
  public static final Column METER_CODES = ANOMALY.column("meter_codes");
  public static final Column STARTS_AT = ANOMALY.column("starts_at");
  public static final Column ENDS_AT = ANOMALY.column("ends_at");

  public static final Column ALERT_LEVEL = RESPONSE_DAY.column("level");
  public static final Column ALERT_STARTS_AT = RESPONSE_DAY.column("alert_starts_at");
  public static final Column ALERT_ENDS_AT = RESPONSE_DAY.column("alert_ends_at");

  /** The verdict on an answer that broke its plan. */
  public static final String NOT_MET = ResponseDay.Verdict.NOT_MET.name();
}
