package org.dawen.intake;

import org.dawen.lake.Column;
import org.dawen.lake.Table;

/** What remote on-board diagnostics sent, by the columns that are asked for by name. */
public final class ObdTables {
  public static final Table OBD_MINUTE = Table.of(ObdMinute.class);
  public static final Table OBD_INFO = Table.of(ObdWording.class);

  public static final Column VIN = OBD_MINUTE.column("vin");
  public static final Column MINUTE_START = OBD_MINUTE.column("minute_start");
  public static final Column BYTE_RANGES = OBD_MINUTE.column("byte_ranges");

  private ObdTables() {}
}
