package org.dawen.intake;

import org.dawen.lake.Column;
import org.dawen.lake.Table;

/** Columns of received values that results take over, for those who read results by column. */
public final class ReceivedTables {
  private ReceivedTables() {}

  public static final Column DATA_DAY = Table.of(ReceivedAir.class).column("data_day");
  public static final Column HOUR_START = Table.of(ReceivedAir.class).column("hour_start");
  public static final Column FILE_ID = Table.of(ReceivedAir.class).column("file_id");
  public static final Column RECORD_NO = Table.of(ReceivedAir.class).column("record_no");
  public static final Column ITEM = Table.of(ReceivedWater.class).column("item");
  public static final Column DATA_FLAG =
      Table.of(ReceivedHj212.class).column("factors").field("data_flag");
  public static final Column INTERVAL_END = Table.of(ReceivedPower.class).column("interval_end");
  public static final Column ENERGY_KWH = Table.of(ReceivedPower.class).column("energy_kwh");
}
