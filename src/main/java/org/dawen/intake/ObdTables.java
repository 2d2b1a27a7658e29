package org.dawen.intake;

import org.dawen.lake.Column;
import org.dawen.lake.Table;

/** What remote on-board diagnostics sent, by the columns that are asked for by name. */
public final class ObdTables {
  public static final Table OBD_HOUR = Table.of(ObdHour.class);
  public static final Table OBD_INFO = Table.of(ObdWording.class);

  public static final Column VIN = OBD_HOUR.column("vin");
  public static final Column HOUR_START = OBD_HOUR.column("hour_start");
  public static final Column PACKED_FIGURES = OBD_HOUR.column("packed_figures");
  public static final Column PACKED_RANGES = OBD_HOUR.column("packed_ranges");

  private ObdTables() {}
}
