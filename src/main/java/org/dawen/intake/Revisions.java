package org.dawen.intake;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Which of several records of one thing is in force, item by item. An item is what was measured
 * together. Of the records that give it, the one received last counts; then the one with the later
 * request number (QN); then the later time stamp or {@code _r<N>} in the file name; then path and
 * record number. A record without the item takes nothing back, and a time of receipt that is not
 * told comes before all others. The order is total, so the winner never depends on chance.
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

  private static final String RECORD = "_record";
  private static final String RANK = "_rank";
  private static final String DIFFER = "_differ";

  private Revisions() {}

  /** The order in which records go before each other, the one that goes before all first. */
  public static Column[] latestFirst(Dataset<Row> received) {
    return order(received, PROVENANCE.stream().map(c -> provenance(received, c).desc()));
  }

  private static Column[] order(Dataset<Row> received, Stream<Column> byRecord) {
    Stream<Column> inPacket =
        has(received, ReceivedTables.GROUP_NO)
            ? Stream.of(ReceivedTables.GROUP_NO.col().desc())
            : Stream.of();
    return Stream.concat(byRecord, inPacket).toArray(Column[]::new);
  }

  /** Where a record comes in the order, as a value to compare: nulls come first. */
  public static Column record(Dataset<Row> received) {
    return struct(PROVENANCE.stream().map(c -> provenance(received, c)).toArray(Column[]::new));
  }

  /** As {@link #record}, behind a weight, without what a person would not go by: path and line. */
  private static Column rank(Dataset<Row> received, Column weight) {
    Stream<Column> told = PROVENANCE.stream().limit(3).map(c -> provenance(received, c));
    return struct(Stream.concat(Stream.of(weight), told).toArray(Column[]::new));
  }

  private static Column provenance(Dataset<Row> received, org.dawen.lake.Column column) {
    if (column != ReceivedTables.REQUEST_NO) {
      return column.col();
    }
    Column sent = has(received, column) ? coalesce(column.col(), lit("")) : lit("");
    return sent.as(column.name());
  }

  private static boolean has(Dataset<Row> rows, org.dawen.lake.Column column) {
    return List.of(rows.columns()).contains(column.name());
  }

  /**
   * One row per key whose columns {@code items} each have the value of the latest record with one;
   * null: no record has one. Adds {@link #REVISION_COUNT}, {@link #RECORD_COUNT} and {@link
   * #IS_DECIDED_BY_PATH}. The columns of provenance are those of the latest record that gives an
   * item, without any those of the latest record; other columns are those of the latest record.
   */
  public static Dataset<Row> keepItemsInForce(
      Dataset<Row> received, List<Column> key, List<String> items) {
    WindowSpec latestFirst = latestFirst(received, key);
    WindowSpec all =
        latestFirst.rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing());
    WindowSpec peers = peers(key);
    Dataset<Row> rows =
        received
            .withColumn(RANK, rank(received, lit(0)))
            .withColumn("_place", row_number().over(latestFirst))
            .withColumn(REVISION_COUNT, count(lit(1)).over(all).cast("int"))
            .withColumn(RECORD, record(received));
    for (String item : items) {
      Column differ = not(min(col(item)).over(peers).equalTo(max(col(item)).over(peers)));
      rows = rows.withColumn(differ(item), differ);
    }
    for (String item : items) {
      Column given = struct(col(item), col(differ(item)).as(DIFFER), col(RECORD));
      rows = rows.withColumn(of(item), first(when(col(item).isNotNull(), given), true).over(all));
    }
    return unpacked(rows.where(col("_place").equalTo(1)), received.columns(), items);
  }

  private static String of(String item) {
    return "_of_" + item;
  }

  private static String differ(String item) {
    return DIFFER + "_" + item;
  }

  private static Dataset<Row> unpacked(Dataset<Row> rows, String[] columns, List<String> items) {
    Column records =
        array_compact(
            array(items.stream().map(i -> col(of(i)).getField(RECORD)).toArray(Column[]::new)));
    Column isDisputed = lit(false);
    for (String item : items) {
      isDisputed = isDisputed.or(coalesce(col(of(item)).getField(DIFFER), lit(false)));
    }
    List<Column> selected = new ArrayList<>();
    for (String name : columns) {
      boolean isProvenance = PROVENANCE.stream().anyMatch(c -> c.name().equals(name));
      selected.add(
          isProvenance
              ? col("_latest").getField(name).as(name)
              : items.contains(name) ? col(of(name)).getField(name).as(name) : col(name));
    }
    selected.add(col(REVISION_COUNT));
    selected.add(greatest(lit(1), size(array_distinct(records))).cast("long").as(RECORD_COUNT));
    selected.add(isDisputed.as(IS_DECIDED_BY_PATH));
    return rows.withColumn("_latest", coalesce(array_max(records), col(RECORD)))
        .select(selected.toArray(Column[]::new));
  }

  /**
   * One row per key, the latest record whole, for a thing measured together. Of records that give
   * more and less of it, only those that give most are asked. Adds {@link #REVISION_COUNT}, {@link
   * #RECORD_COUNT} and {@link #IS_DECIDED_BY_PATH}; rows that have these already are several
   * records taken together, and theirs are added up.
   *
   * @param weight how much a record gives; the most is a number, 0 is nothing
   * @param conflicting columns whose difference makes the path's decision matter
   */
  public static Dataset<Row> keepWholeInForce(
      Dataset<Row> received, List<Column> key, Column weight, List<Column> conflicting) {
    WindowSpec peers = peers(key);
    Column differ = not(max(col("_said")).over(peers).equalTo(min(col("_said")).over(peers)));
    return received
        .withColumn(RANK, rank(received, weight))
        .withColumn("_said", hashWithNulls(conflicting))
        .withColumn("_place", row_number().over(latestFirst(received, key)))
        .withColumn(
            REVISION_COUNT,
            sum(known(received, REVISION_COUNT, lit(1)))
                .over(Window.partitionBy(key.toArray(Column[]::new)))
                .cast("int"))
        .withColumn(RECORD_COUNT, known(received, RECORD_COUNT, lit(1L)))
        .withColumn(IS_DECIDED_BY_PATH, differ.or(known(received, IS_DECIDED_BY_PATH, lit(false))))
        .where(col("_place").equalTo(1))
        .drop(RANK, "_said", "_place");
  }

  /** By key, and by rank, path and record: the one sort that satisfies all windows here. */
  private static WindowSpec latestFirst(Dataset<Row> received, List<Column> key) {
    Stream<Column> byRecord =
        Stream.of(col(RANK), ReceivedTables.FILE_ID.col(), ReceivedTables.RECORD_NO.col())
            .map(Column::desc);
    return Window.partitionBy(key.toArray(Column[]::new)).orderBy(order(received, byRecord));
  }

  /** The records between which only path and record number can decide. */
  private static WindowSpec peers(List<Column> key) {
    return Window.partitionBy(key.toArray(Column[]::new))
        .orderBy(col(RANK).desc())
        .rangeBetween(Window.currentRow(), Window.currentRow());
  }

  private static Column known(Dataset<Row> rows, String column, Column otherwise) {
    return List.of(rows.columns()).contains(column) ? coalesce(col(column), otherwise) : otherwise;
  }

  /** The hash functions skip nulls, so that (null, 1) and (1, null) would be alike. */
  private static Column hashWithNulls(List<Column> columns) {
    return xxhash64(columns.stream().flatMap(c -> Stream.of(c.isNull(), c)).toArray(Column[]::new));
  }
}
