package org.dawen.lake;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.apache.commons.io.function.Uncheck;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.unsafe.Platform;
import scala.Tuple2;

/**
 * Finds keys that name several rows of one day in data files just written. Keys are compared by a
 * hash first; only rows whose hash is there twice are looked at again.
 */
public final class KeyScan implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final long SEED = 42;

  /** Length of all files up to which one thread is quicker than tasks. */
  private static final long SMALL_BYTES = 32L << 20;

  private static final int TASKS = 16;

  private final Table table;
  private final ArrayList<Column> columns = new ArrayList<>();

  /**
   * A key that names several rows.
   *
   * @param day of the rows; null in a table without days
   * @param key as {@code column=value} list
   * @param fileIds the landing files of the rows; none if the table does not tell
   */
  public record Twice(LocalDate day, String key, Set<String> fileIds) {}

  public KeyScan(Table table) {
    this.table = table;
    columns.addAll(table.key());
    if (!columns.isEmpty() && table.day() != null) {
      place(columns, table.day().name());
    }
  }

  /** The keys that name several rows in these files; none in a table without a key. */
  public List<Twice> twice(Lake lake, List<String> files) {
    if (columns.isEmpty() || files.isEmpty()) {
      return List.of();
    }
    Set<Long> suspects = new HashSet<>();
    if (bytes(lake, files) <= SMALL_BYTES) {
      addTwice(files.stream().map(this::hashes).toList(), suspects);
    } else {
      JavaSparkContext.fromSparkContext(lake.spark().sparkContext())
          .parallelize(files, files.size())
          .flatMapToPair(f -> parted(hashes(f)).iterator())
          .groupByKey(TASKS)
          .map(
              part -> {
                HashSet<Long> found = new HashSet<>();
                List<long[]> all = new ArrayList<>();
                part._2().forEach(all::add);
                addTwice(all, found);
                return found;
              })
          .collect()
          .forEach(suspects::addAll);
    }
    return suspects.isEmpty() ? List.of() : exactly(files, suspects);
  }

  private static long bytes(Lake lake, List<String> files) {
    return files.stream()
        .map(Path::new)
        .mapToLong(
            p -> Uncheck.apply(f -> f.getFileSystem(lake.hadoop()).getFileStatus(f).getLen(), p))
        .sum();
  }

  private static void addTwice(List<long[]> hashes, Set<Long> found) {
    long[] all = hashes.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    for (int i = 1; i < all.length; i++) {
      if (all[i] == all[i - 1]) {
        found.add(all[i]);
      }
    }
  }

  private static List<Tuple2<Integer, long[]>> parted(long[] hashes) {
    List<Tuple2<Integer, long[]>> parts = new ArrayList<>();
    for (int part = 0; part < TASKS; part++) {
      int of = part;
      parts.add(
          new Tuple2<>(
              of, Arrays.stream(hashes).filter(h -> Math.floorMod(h, TASKS) == of).toArray()));
    }
    return parts;
  }

  private long[] hashes(String file) {
    LongStream.Builder hashes = LongStream.builder();
    TableFileReader.forEach(file, columns, SinkTask.Settings.OF_TASK, row -> hashes.add(hash(row)));
    return hashes.build().toArray();
  }

  private long hash(Cells row) {
    long hash = SEED;
    for (int i = 0; i < columns.size(); i++) {
      if (row.isMissing(i)) {
        hash = XXH64.hashLong(i, hash);
      } else if (Cells.isNumber(columns.get(i).type())) {
        hash = XXH64.hashLong(row.number(i), hash);
      } else {
        byte[] bytes = row.bytes(i).getBytes();
        hash = XXH64.hashUnsafeBytes(bytes, Platform.BYTE_ARRAY_OFFSET, bytes.length, hash);
      }
    }
    return hash;
  }

  private List<Twice> exactly(List<String> files, Set<Long> suspects) {
    List<Column> read = new ArrayList<>(columns);
    int day = table.day() == null ? -1 : place(read, table.day().name());
    int fileId =
        table.columns().stream().anyMatch(c -> c.name().equals("file_id"))
            ? place(read, "file_id")
            : -1;
    Map<String, List<Twice>> rows = new LinkedHashMap<>();
    for (String file : files) {
      TableFileReader.forEach(
          file,
          read,
          SinkTask.Settings.OF_TASK,
          row -> {
            if (suspects.contains(hash(row))) {
              String key = shown(row);
              String of = fileId < 0 ? null : row.text(fileId);
              rows.computeIfAbsent(key + (day < 0 ? "" : row.day(day)), k -> new ArrayList<>())
                  .add(
                      new Twice(
                          day < 0 ? null : row.day(day), key, of == null ? Set.of() : Set.of(of)));
            }
          });
    }
    return rows.values().stream().filter(r -> r.size() > 1).map(KeyScan::together).toList();
  }

  private int place(List<Column> read, String name) {
    List<String> names = read.stream().map(Column::name).toList();
    if (!names.contains(name)) {
      read.add(
          table.columns().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow());
      return names.size();
    }
    return names.indexOf(name);
  }

  private String shown(Cells row) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < table.key().size(); i++) {
      if (!row.isMissing(i)) {
        cells.add(columns.get(i) + "=" + row.shown(columns.get(i), i));
      }
    }
    return String.join(", ", cells);
  }

  private static Twice together(List<Twice> rows) {
    Set<String> fileIds = new TreeSet<>();
    rows.forEach(r -> fileIds.addAll(r.fileIds()));
    return new Twice(rows.get(0).day(), rows.get(0).key(), fileIds);
  }
}
