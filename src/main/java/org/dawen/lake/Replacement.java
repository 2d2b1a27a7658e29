package org.dawen.lake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.FileAction;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Replaces data files of a table in one Delta transaction. Delta's own {@code replaceWhere} asks
 * Spark for the state of the log and for the rows to delete, several jobs a table; here the files
 * are known already, from {@link DataFiles} (docs/decisions/0042).
 */
final class Replacement {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SparkSession spark;
  private final DataFiles before;
  private final OptimisticTransaction transaction;
  private final List<Action> actions = new ArrayList<>();

  /**
   * Begins on the version that {@code before} tells of; another writer's commit since then fails.
   */
  Replacement(SparkSession spark, String tablePath, DataFiles before) {
    this.spark = spark;
    this.before = before;
    SparkSession.setActiveSession(spark);
    this.transaction =
        DeltaLog.forTable((org.apache.spark.sql.classic.SparkSession) spark, new Path(tablePath))
            .startTransaction();
    if (transaction.readVersion() != before.version().version()) {
      throw new IllegalStateException(
          "%s changed from version %d to %d while it was being replaced"
              .formatted(tablePath, before.version().version(), transaction.readVersion()));
    }
    // Any commit that comes in between is a conflict: its rows might belong to what is replaced.
    transaction.readWholeTable();
  }

  /** Takes a data file out. */
  void remove(DataFiles.DataFile file) {
    actions.add(Action.fromJson(removal(file)));
  }

  /**
   * Writes rows to new files. What Delta counts as rows written are those of the last call, so rows
   * carried over come first.
   */
  void write(Dataset<Row> rows) {
    CollectionConverters.asJava(transaction.writeFiles(rows)).forEach(this::add);
  }

  private void add(FileAction file) {
    actions.add(file);
  }

  /** Commits, if there is anything to commit. */
  void commit(String metadata, String condition, List<String> folderColumns) {
    if (actions.isEmpty()) {
      return;
    }
    transaction.commit(
        CollectionConverters.asScala(actions).toSeq(),
        new DeltaOperations.Write(
            condition == null ? SaveMode.Append : SaveMode.Overwrite,
            Option.apply(CollectionConverters.asScala(folderColumns).toSeq()),
            Option.apply(condition),
            Option.apply(metadata),
            Option.empty(),
            Option.empty(),
            Option.empty(),
            Option.empty(),
            Option.empty()));
  }

  /** Delta protocol, "Add File and Remove File": the removal of what the log added. */
  private static String removal(DataFiles.DataFile file) {
    ObjectNode action = JSON.createObjectNode();
    ObjectNode remove = action.putObject("remove");
    remove.put("path", file.loggedPath());
    remove.put("deletionTimestamp", System.currentTimeMillis());
    remove.put("dataChange", true);
    remove.put("extendedFileMetadata", true);
    ObjectNode folders = remove.putObject("partitionValues");
    for (Map.Entry<String, String> folder : file.folders().entrySet()) {
      folders.put(folder.getKey(), folder.getValue());
    }
    remove.put("size", file.status().getSize());
    return action.toString();
  }
}
