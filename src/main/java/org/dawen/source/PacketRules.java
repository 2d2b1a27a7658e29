package org.dawen.source;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.upper;
import static org.dawen.intake.ReceivedTables.COMMAND_CODE;
import static org.dawen.intake.ReceivedTables.DATA_DAY;
import static org.dawen.intake.ReceivedTables.FILE_ID;
import static org.dawen.intake.ReceivedTables.RECORD_NO;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.unsafe.types.UTF8String;
import org.dawen.lake.BareRows;
import org.dawen.registry.RegistryTables;
import org.dawen.registry.Validity;

/** How the factors of hour packets become one row per outlet, factor and hour. */
final class PacketRules {
  /** Hour data, HJ 212-2017 6.6.5. */
  private static final String HOUR_DATA = "2061";

  /** Minute data, HJ 212-2017 6.6.5. */
  private static final String MINUTE_DATA = "2051";

  static final UTF8String MINUTE = UTF8String.fromString(MINUTE_DATA);

  /** Oxygen of flue gas, HJ 212-2017 table B.2. */
  static final String OXYGEN = "a19001";

  /** Normal, HJ 212-2017 table 8. */
  static final String NORMAL = "N";

  private PacketRules() {}

  /**
   * One row per outlet, factor and hour: the group in force (docs/decisions/0032). DataTime is the
   * start of the period, HJ 212-2017 6.4; a clock some seconds off still means the hour it lies in.
   * Parts of a split packet carry different factors of the same hour and need no joining; of one
   * factor sent twice in a packet the later group is in force. Devices unknown on the data day go.
   *
   * @param received rows of {@code received.hj212}
   */
  static Dataset<Row> hoursInForce(Dataset<Row> received, Devices devices) {
    Dataset<Row> packets =
        packets(received, devices)
            .repartition(col(PacketFold.OUTLET_DAY))
            .sortWithinPartitions(col(PacketFold.OUTLET_DAY));
    return BareRows.through(packets, OutletDayHours.HOURS, new OutletDayHours(devices));
  }

  /**
   * One row per outlet, factor, hour and version, in the order of the rule: what was in force once
   * each packet had come, where that differs from before.
   */
  static Dataset<Row> versions(Dataset<Row> received, Devices devices) {
    Dataset<Row> inOrder =
        BareRows.through(packets(received, devices), PacketOrder.TYPE, new PacketOrder())
            .repartition(col(PacketFold.OUTLET_DAY))
            .sortWithinPartitions(PacketOrder.COLUMNS);
    return BareRows.through(inOrder, HourVersions.VERSIONS, new HourVersions(devices));
  }

  private static Dataset<Row> packets(Dataset<Row> received, Devices devices) {
    Dataset<Row> values =
        received
            .where(COMMAND_CODE.col().isin(HOUR_DATA, MINUTE_DATA))
            .select(
                PacketFold.COLUMNS.stream().map(org.dawen.lake.Column::col).toArray(Column[]::new));
    return BareRows.through(values, PacketFold.FOLDED, new PacketFold(devices));
  }

  /** Rows of {@code source.unknown_outlet}, from packets of every data command. */
  static Dataset<Row> unknownOutlets(Dataset<Row> received, Dataset<Row> outlets) {
    Dataset<Row> reference =
        outlets.select(
            upper(RegistryTables.MN.col()).as("_mn"),
            RegistryTables.VALID_FROM.col(),
            RegistryTables.VALID_TO.col());
    return received
        .select(SourceTables.MN.col(), DATA_DAY.col(), FILE_ID.col(), RECORD_NO.col())
        .transform(r -> r.join(broadcast(reference), isDeviceOf(r, reference), "left_anti"))
        .groupBy(SourceTables.MN.col(), DATA_DAY.col())
        .agg(
            countDistinct(FILE_ID.col(), RECORD_NO.col()).as(SourceTables.RECORD_COUNT.name()),
            min(FILE_ID.col()).as(SourceTables.FIRST_FILE_ID.name()));
  }

  private static Column isDeviceOf(Dataset<Row> rows, Dataset<Row> reference) {
    return upper(rows.col(SourceTables.MN.name()))
        .equalTo(reference.col("_mn"))
        .and(Validity.isValidOn(rows.col(DATA_DAY.name()), reference));
  }
}
