package org.dawen.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.delta.kernel.Snapshot;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.util.VectorUtils;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;

/**
 * The data files of a table's newest version, found by Delta Kernel: Delta's own reader asks Spark
 * which files a query needs, one Spark job a question, and most tables of a city are a file or two
 * (docs/decisions/0010). Only for tables without deletion vectors and column mapping, as Dawen
 * declares them; {@link #isPlain()} tells.
 */
final class DataFiles {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * One data file.
   *
   * @param loggedPath the path as the log writes it
   * @param folders the values of the folder columns
   * @param rows number of rows, or −1 if the log does not say
   * @param first smallest day in the file; null if the log does not say
   * @param last largest day in the file; null if the log does not say
   * @param hasDays every row has a day, so it lies between {@code first} and {@code last}
   * @param largest the largest values of columns, as the log says
   */
  record DataFile(
      FileStatus status,
      String loggedPath,
      Map<String, String> folders,
      long rows,
      LocalDate first,
      LocalDate last,
      boolean hasDays,
      JsonNode largest) {
    String path() {
      return status.getPath();
    }

    boolean mayHold(DaySet days) {
      return first == null || !DaySet.between(first, last).intersect(days).isEmpty();
    }

    /** False if the log tells that no row has a larger number there. */
    boolean mayExceed(Column column, long number) {
      JsonNode value = largest.path(column.name());
      return !value.canConvertToLong() || value.asLong() > number;
    }

    /** The log tells that every row is of these days. */
    boolean holdsOnly(Column day, DaySet days) {
      return day == null || hasDays && DaySet.between(first, last).minus(days).isEmpty();
    }
  }

  private final Snapshot snapshot;
  private final List<DataFile> files;
  private final boolean isPlain;

  private DataFiles(Snapshot snapshot, List<DataFile> files, boolean isPlain) {
    this.snapshot = snapshot;
    this.files = List.copyOf(files);
    this.isPlain = isPlain;
  }

  /**
   * The files as the log names them now.
   *
   * @param day the column whose smallest and largest values the log keeps, or null
   */
  static DataFiles of(String tablePath, Column day, Configuration hadoop) {
    Engine engine = DefaultEngine.create(hadoop);
    Snapshot snapshot = io.delta.kernel.Table.forPath(engine, tablePath).getLatestSnapshot(engine);
    boolean isMapped =
        !snapshot
            .getTableProperties()
            .getOrDefault("delta.columnMapping.mode", "none")
            .equals("none");
    boolean hasDeletions = false;
    List<DataFile> files = new ArrayList<>();
    try (CloseableIterator<FilteredColumnarBatch> batches =
        snapshot.getScanBuilder().build().getScanFiles(engine, true)) {
      while (batches.hasNext()) {
        try (CloseableIterator<io.delta.kernel.data.Row> rows = batches.next().getRows()) {
          while (rows.hasNext()) {
            io.delta.kernel.data.Row row = rows.next();
            hasDeletions |= InternalScanFileUtils.getDeletionVectorDescriptorFromRow(row) != null;
            files.add(dataFile(row, day));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the log of " + tablePath, e);
    }
    CommitLog.requireWhole(tablePath, snapshot.getVersion(), files.size(), hadoop);
    return new DataFiles(snapshot, files, !isMapped && !hasDeletions);
  }

  private static DataFile dataFile(io.delta.kernel.data.Row scanFile, Column day)
      throws IOException {
    FileStatus status = InternalScanFileUtils.getAddFileStatus(scanFile);
    io.delta.kernel.data.Row add = scanFile.getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL);
    String path = add.getString(add.getSchema().indexOf("path"));
    Map<String, String> folders =
        VectorUtils.toJavaMap(add.getMap(add.getSchema().indexOf("partitionValues")));
    int at = InternalScanFileUtils.ADD_FILE_STATS_ORDINAL;
    JsonNode stats = add.isNullAt(at) ? JSON.createObjectNode() : JSON.readTree(add.getString(at));
    long rows = stats.path("numRecords").asLong(-1);
    JsonNode smallest = day == null ? null : stats.path("minValues").get(day.name());
    JsonNode largest = day == null ? null : stats.path("maxValues").get(day.name());
    if (smallest == null || largest == null) {
      return new DataFile(status, path, folders, rows, null, null, false, stats.path("maxValues"));
    }
    return new DataFile(
        status,
        path,
        folders,
        rows,
        LocalDate.parse(smallest.asText()),
        LocalDate.parse(largest.asText()),
        stats.path("nullCount").path(day.name()).asLong(-1) == 0,
        stats.path("maxValues"));
  }

  /** False if only Delta's own reader can read the table rightly. */
  boolean isPlain() {
    return isPlain;
  }

  List<DataFile> files() {
    return files;
  }

  /** The files that may hold rows of these days. */
  List<DataFile> holding(DaySet days) {
    return files.stream().filter(f -> f.mayHold(days)).toList();
  }

  /** The Delta version. */
  long version() {
    return snapshot.getVersion();
  }

  /** The first day of which no row was deleted for good; null: of all days. */
  LocalDate keptFrom() {
    String day = snapshot.getTableProperties().get(Replacement.KEPT_FROM);
    return day == null ? null : LocalDate.parse(day);
  }

  /** How the columns that are declared now differ from those that the log names. */
  SchemaChange schemaChange(Table table) {
    Map<String, JsonNode> stored = new LinkedHashMap<>();
    try {
      for (JsonNode field : JSON.readTree(snapshot.getMetadata().getSchemaString()).get("fields")) {
        stored.put(field.get("name").asText(), field.get("type"));
      }
    } catch (JsonProcessingException e) {
      throw new CommitLog.Damaged("the columns of %s cannot be read".formatted(table), e);
    }
    return SchemaChange.of(table, stored, snapshot.getTableProperties());
  }
}
