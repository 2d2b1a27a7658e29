package org.dawen.intake;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The order of revisions of received rows, for showing them: the one received last first; then the
 * one with the later request number (QN); then the later time stamp or {@code _r<N>} in the file
 * name; then path and record number. A time of receipt that is not told comes before all others.
 */
public final class Revisions {
  /** Number of records received for the key. */
  public static final String REVISION_COUNT = "revision_count";

  /** Number of records the row rests on: those that give at least one of its items. */
  public static final String RECORD_COUNT = "record_count";

  /**
   * True where only path and record number decided between different values of an item, which a
   * person should look at.
   */
  public static final String IS_DECIDED_BY_PATH = "is_decided_by_path";

  private static final List<org.dawen.lake.Column> PROVENANCE =
      List.of(
          ReceivedTables.RECEIVED_AT,
          ReceivedTables.REQUEST_NO,
          ReceivedTables.FILE_ORDER,
          ReceivedTables.FILE_ID,
          ReceivedTables.RECORD_NO);

  private Revisions() {}

  /** The order in which records go before each other, the one that goes before all first. */
  public static Column[] latestFirst(Dataset<Row> received) {
    Stream<Column> byRecord = PROVENANCE.stream().map(c -> provenance(received, c).desc());
    Stream<Column> inPacket =
        has(received, ReceivedTables.GROUP_NO)
            ? Stream.of(ReceivedTables.GROUP_NO.col().desc())
            : Stream.of();
    return Stream.concat(byRecord, inPacket).toArray(Column[]::new);
  }

  private static Column provenance(Dataset<Row> received, org.dawen.lake.Column column) {
    if (column != ReceivedTables.REQUEST_NO) {
      return column.col();
    }
    return has(received, column) ? coalesce(column.col(), lit("")) : lit("");
  }

  private static boolean has(Dataset<Row> rows, org.dawen.lake.Column column) {
    return List.of(rows.columns()).contains(column.name());
  }
}
