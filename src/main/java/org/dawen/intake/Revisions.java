package org.dawen.intake;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;

/**
 * Which of several revisions of one measured value is in force: the one received last; then the one
 * with the later request number (QN); then the later time stamp or {@code _r<N>} in the file name;
 * then path and record number. The rule is total, so the winner never depends on chance.
 */
public final class Revisions {
  /** Number of revisions present for the key. */
  public static final String REVISION_COUNT = "revision_count";

  /** True where only path and record number decided, which a person should look at. */
  public static final String IS_DECIDED_BY_PATH = "is_decided_by_path";

  private Revisions() {}

  /**
   * Keeps the revision in force of each key and adds {@link #REVISION_COUNT} and {@link
   * #IS_DECIDED_BY_PATH}. The rows must have the columns of provenance of the received tables.
   *
   * @param conflicting columns whose difference between revisions makes the path's decision matter
   */
  public static Dataset<Row> keepRevisionInForce(
      Dataset<Row> received, List<Column> key, List<Column> conflicting) {
    return keepRevisionInForce(received, key, conflicting, Map.of());
  }

  /**
   * As {@link #keepRevisionInForce(Dataset, List, List)}, and adds each given aggregate over all
   * revisions, the latest first: {@code first(x, true)} is the x known last.
   */
  public static Dataset<Row> keepRevisionInForce(
      Dataset<Row> received,
      List<Column> key,
      List<Column> conflicting,
      Map<String, Column> ofAll) {
    List<String> names = List.of(received.columns());
    Column requestNo =
        names.contains(ReceivedTables.REQUEST_NO.name())
            ? coalesce(ReceivedTables.REQUEST_NO.col(), lit(""))
            : lit("");
    Column rank =
        struct(
            coalesce(
                ReceivedTables.RECEIVED_AT.col(),
                functions.timestamp_seconds(lit(Integer.MIN_VALUE))),
            requestNo,
            ReceivedTables.FILE_ORDER.col());
    // All three windows are satisfied by one sort: by key, rank, path and record.
    WindowSpec all = Window.partitionBy(key.toArray(Column[]::new));
    WindowSpec latestFirst =
        all.orderBy(
            col("_rank").desc(),
            ReceivedTables.FILE_ID.col().desc(),
            ReceivedTables.RECORD_NO.col().desc());
    WindowSpec peers =
        all.orderBy(col("_rank").desc()).rangeBetween(Window.currentRow(), Window.currentRow());
    WindowSpec allLatestFirst =
        latestFirst.rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing());
    Dataset<Row> ranked = received.withColumn("_rank", rank);
    for (Map.Entry<String, Column> aggregate : ofAll.entrySet()) {
      ranked = ranked.withColumn(aggregate.getKey(), aggregate.getValue().over(allLatestFirst));
    }
    return ranked
        .withColumn("_said", hashWithNulls(conflicting))
        .withColumn("_place", row_number().over(latestFirst))
        .withColumn(REVISION_COUNT, count(lit(1)).over(all).cast("int"))
        .withColumn(
            IS_DECIDED_BY_PATH,
            functions.not(max(col("_said")).over(peers).equalTo(min(col("_said")).over(peers))))
        .where(col("_place").equalTo(1))
        .drop("_rank", "_said", "_place");
  }

  /** The hash functions skip nulls, so that (null, 1) and (1, null) would be alike. */
  private static Column hashWithNulls(List<Column> columns) {
    return functions.xxhash64(
        columns.stream().flatMap(c -> Stream.of(c.isNull(), c)).toArray(Column[]::new));
  }
}
