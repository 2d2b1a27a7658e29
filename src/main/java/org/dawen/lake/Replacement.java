package org.dawen.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.Metadata;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * One commit of a table: data files that tasks have written come in, others go out. Delta's own
 * writer asks Spark for the state of the log and for the rows to delete, several jobs a table; here
 * the files are known already, from {@link DataFiles} and {@link TableSink} (docs/decisions/0042).
 */
final class Replacement {
  private static final String CONSTRAINT = "delta.constraints.";

  /** The table property that holds the first day of which no row was deleted for good. */
  static final String KEPT_FROM = "dawen.keptFrom";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final SparkSession spark;
  private final Table table;
  private final String tablePath;
  private final DataFiles before;
  private final Long ledgerVersion;
  private final List<Action> actions = new ArrayList<>();
  private LocalDate keptFrom;
  private long rows;
  private final Set<String> removed = new HashSet<>();

  /**
   * @param before the files the table had when it was decided what to replace; null: it is to be
   *     created
   * @param ledgerVersion see {@link Commit}; null: of no concern
   */
  Replacement(
      SparkSession spark, Table table, String tablePath, DataFiles before, Long ledgerVersion) {
    this.spark = spark;
    this.table = table;
    this.tablePath = tablePath;
    this.before = before;
    this.ledgerVersion = ledgerVersion;
  }

  /** Notes that rows of days before this one were deleted for good; null: nothing new. */
  void keepFrom(LocalDate day) {
    keptFrom = day;
  }

  /** Takes a data file out. */
  void remove(DataFiles.DataFile file) {
    removed.add(file.loggedPath());
    actions.add(removal(file));
  }

  /** Whether a data file is among those taken out. */
  boolean takesOut(DataFiles.DataFile file) {
    return removed.contains(file.loggedPath());
  }

  /** Brings in files with rows that the table had before. */
  void carryOver(List<WrittenFile> files) {
    files.forEach(f -> actions.add(addition(f)));
  }

  /** Brings in files with new rows. */
  void add(List<WrittenFile> files) {
    carryOver(files);
    rows += files.stream().mapToLong(WrittenFile::rows).sum();
  }

  /**
   * Commits, if there is anything to commit. Another writer's commit since {@code before} fails,
   * unless this one only adds rows.
   *
   * @param condition what was replaced, for the history; null: nothing
   * @return commits behind the last checkpoint, this one included; 0 if there was nothing to commit
   */
  int commit(DaySet touched, String job, String condition) {
    if (actions.isEmpty() && before != null && !before.schemaChange(table).isAddition()) {
      return 0;
    }
    SparkSession.setActiveSession(spark);
    OptimisticTransaction transaction =
        new Transaction(
            DeltaLog.forTable(
                (org.apache.spark.sql.classic.SparkSession) spark, new Path(tablePath)));
    if (before == null) {
      transaction.updateMetadataForNewTable((Metadata) metadata());
    } else {
      declareAgain(transaction);
    }
    if (!removed.isEmpty()) {
      requireUnchanged(transaction.readVersion());
      // Any commit that comes in between is a conflict: its rows might belong to what is replaced.
      transaction.readWholeTable();
    }
    transaction.commit(
        CollectionConverters.asScala(actions).toSeq(),
        new DeltaOperations.Write(
            removed.isEmpty() ? SaveMode.Append : SaveMode.Overwrite,
            Option.apply(CollectionConverters.asScala(folderColumns()).toSeq()),
            Option.apply(condition),
            Option.apply(CommitLog.metadata(touched, job, rows, ledgerVersion)),
            Option.empty(),
            Option.empty(),
            Option.empty(),
            Option.empty(),
            Option.empty()));
    return transaction.getCommitted().get().postCommitSnapshot().logSegment().deltas().size();
  }

  /**
   * Delta counts a table's files and writes a checkpoint on every tenth version, by queries: of all
   * tables of a lake in the same night. Here a night ends with a few checkpoints instead.
   */
  private static final class Transaction extends OptimisticTransaction {
    Transaction(DeltaLog log) {
      super(log, Option.empty(), Option.<Snapshot>empty());
    }

    @Override
    public boolean isCheckpointNeeded(long version, Snapshot committed) {
      return false;
    }
  }

  private void requireUnchanged(long version) {
    if (version != before.version()) {
      throw new IllegalStateException(
          "%s changed from version %d to %d while it was being replaced"
              .formatted(tablePath, before.version(), version));
    }
  }

  private List<String> folderColumns() {
    return table.layout() == Layout.UNPARTITIONED
        ? List.of()
        : List.of(table.layout().partitionColumn());
  }

  /** Delta protocol, "Change Metadata". */
  private Action metadata() {
    return action(
        "metaData",
        Map.of(
            "id", UUID.randomUUID().toString(),
            "format", Map.of("provider", "parquet", "options", Map.of()),
            "schemaString", table.schema().json(),
            "partitionColumns", folderColumns(),
            "configuration", settings(),
            "createdTime", System.currentTimeMillis()));
  }

  private static Action action(String kind, Map<String, Object> fields) {
    return Action.fromJson(JSON.valueToTree(Map.of(kind, fields)).toString());
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>();
    table.constraints().forEach((name, c) -> settings.put(CONSTRAINT + name, c.sql()));
    if (keptFrom != null) {
      settings.put(KEPT_FROM, keptFrom.toString());
    }
    settings.put(SchemaChange.KEY, SchemaChange.key(table));
    settings.put("delta.dataSkippingStatsColumns", table.skippedBy().name());
    // Readers such as DuckDB and Polars must be able to open every table.
    settings.put("delta.enableDeletionVectors", "false");
    return settings;
  }

  /**
   * A table of an earlier version may have other constraints, because closed lists grow, and fewer
   * columns.
   */
  private void declareAgain(OptimisticTransaction transaction) {
    Metadata stored = transaction.metadata();
    Map<String, String> before = CollectionConverters.asJava(stored.configuration());
    Map<String, String> after = new TreeMap<>(before);
    after.keySet().removeIf(name -> name.startsWith(CONSTRAINT));
    after.putAll(settings());
    boolean hasNewColumns = this.before.schemaChange(table).isAddition();
    if (after.equals(before) && !hasNewColumns) {
      return;
    }
    try {
      ObjectNode action = (ObjectNode) JSON.readTree(stored.json());
      ObjectNode declared = (ObjectNode) action.get("metaData");
      declared.set("configuration", JSON.valueToTree(after));
      if (hasNewColumns) {
        declared.put("schemaString", table.schema().json());
      }
      transaction.updateMetadata((Metadata) Action.fromJson(action.toString()), false);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot read what %s declares".formatted(tablePath), e);
    }
  }

  /** Delta protocol, "Add File and Remove File". */
  private Action addition(WrittenFile file) {
    return action(
        "add",
        Map.of(
            "path", file.path(),
            "partitionValues",
                file.folder() == null
                    ? Map.of()
                    : Map.of(table.layout().partitionColumn(), file.folder()),
            "size", file.bytes(),
            "modificationTime", file.writtenAtMillis(),
            "dataChange", true,
            "stats", file.statistics()));
  }

  /** The removal of what the log added. */
  private static Action removal(DataFiles.DataFile file) {
    return action(
        "remove",
        Map.of(
            "path", file.loggedPath(),
            "deletionTimestamp", System.currentTimeMillis(),
            "dataChange", true,
            "extendedFileMetadata", true,
            "partitionValues", file.folders(),
            "size", file.status().getSize()));
  }
}
