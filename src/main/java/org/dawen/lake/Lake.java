package org.dawen.lake;

import com.google.common.base.Suppliers;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.io.function.Uncheck;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.types.StructType;
import scala.Option;

/**
 * The folder of Delta tables. Reads a declared table whole or by days and replaces exactly the
 * named days or files, in one atomic commit that tells the days it touched.
 */
public final class Lake {
  private static final String LISTING_TASKS =
      "spark.sql.sources.parallelPartitionDiscovery.parallelism";

  /** Files of fewer bytes in all are rewritten here: a Spark job takes longer. */
  private static final long SMALL_BYTES = 16L << 20;

  /** Files of fewer bytes are joined when a folder has many: opening one takes longer than that. */
  private static final long SMALL_FILE_BYTES = 256L << 10;

  /** A folder has this many small files at least, and fewer than twice as many, before they are. */
  private static final int SMALL_FILES = 8;

  private static final String KEPT_FROM = "kept-from";

  /** What a table's log says of it besides its files. */
  private record Declared(SchemaChange change, LocalDate keptFrom) {}

  private final Supplier<SparkSession> session;
  private final String root;
  private final Supplier<Configuration> hadoop;
  private final Runnable beforeCommit;
  private final Set<String> known;
  private final LogLengths logs;
  private final Map<String, Declared> declared;
  private final Long ledgerVersion;

  public Lake(SparkSession spark, String root) {
    this(spark, root, () -> {});
  }

  /**
   * A lake that asks before each commit.
   *
   * @param beforeCommit runs before every commit; what it throws stops the commit (fault tests)
   */
  public Lake(SparkSession spark, String root, Runnable beforeCommit) {
    this(() -> spark, root, spark.sparkContext()::hadoopConfiguration, beforeCommit);
  }

  /**
   * A lake whose session starts when it is first needed: a night that finds nothing to do needs
   * none.
   *
   * @param session gives the same session each time, from any thread
   * @param hadoop how files are reached, asked for once at most
   */
  public Lake(
      Supplier<SparkSession> session,
      String root,
      Supplier<Configuration> hadoop,
      Runnable beforeCommit) {
    this(
        session,
        root,
        Suppliers.memoize(hadoop::get),
        beforeCommit,
        ConcurrentHashMap.newKeySet(),
        new LogLengths(),
        new ConcurrentHashMap<>(),
        null);
  }

  private Lake(
      Supplier<SparkSession> session,
      String root,
      Supplier<Configuration> hadoop,
      Runnable beforeCommit,
      Set<String> known,
      LogLengths logs,
      Map<String, Declared> declared,
      Long ledgerVersion) {
    this.session = session;
    this.root = root;
    this.hadoop = hadoop;
    this.beforeCommit = beforeCommit;
    this.known = known;
    this.logs = logs;
    this.declared = declared;
    this.ledgerVersion = ledgerVersion;
  }

  /**
   * The same lake for what intake writes before it closes the ledger of files: each commit notes
   * the ledger's newest version, so that an older ledger put back is told by the tables beside it.
   */
  public Lake beforeLedgerCloses(Table ledger) {
    return new Lake(
        session, root, hadoop, beforeCommit, known, logs, declared, newestVersion(ledger));
  }

  /**
   * The session, made the one of the calling thread: what Spark asks of a thread that has none (how
   * days are given to a function, say) it answers by its own settings, not by those of the lake.
   */
  public SparkSession spark() {
    SparkSession spark = session.get();
    SparkSession.setActiveSession(spark);
    return spark;
  }

  /** How the files of the lake and of the landing folder are reached. */
  public Configuration hadoop() {
    return hadoop.get();
  }

  public String root() {
    return root;
  }

  /** {@code <lake>/<schema>/<table>}. */
  public String path(Table table) {
    return root + "/" + table.schemaName() + "/" + table.shortName();
  }

  public boolean exists(Table table) {
    if (known.contains(table.name())) {
      return true;
    }
    boolean there = newestVersion(table) >= 0;
    if (there) {
      known.add(table.name());
    }
    return there;
  }

  /** All rows; an empty set with the declared schema if the table has not been written yet. */
  public Dataset<Row> read(Table table) {
    if (!exists(table)) {
      return spark().createDataFrame(List.of(), table.schema());
    }
    DataFiles files = files(table);
    return files.isPlain() && table.layout() == Layout.UNPARTITIONED
        ? read(table, files.files())
        : spark().read().format("delta").load(path(table));
  }

  /**
   * All rows as they were.
   *
   * @param option {@code versionAsOf} or {@code timestampAsOf}, as Delta calls them
   */
  Dataset<Row> readAsOf(Table table, String option, String value) {
    if (!exists(table)) {
      throw Trouble.usage("lake.not-written", table);
    }
    return spark().read().format("delta").option(option, value).load(path(table));
  }

  private Dataset<Row> read(Table table, List<DataFiles.DataFile> files) {
    return spark()
        .baseRelationToDataFrame(
            new HadoopFsRelation(
                new ListedFiles(new Path(path(table)), files),
                new StructType(),
                table.rowSchema(),
                Option.empty(),
                new ParquetFileFormat(),
                scala.collection.immutable.Map$.MODULE$.empty(),
                (org.apache.spark.sql.classic.SparkSession) spark()));
  }

  /** Number of rows; from the log alone where it tells. */
  public long countRows(Table table) {
    long[] rows = {0};
    for (DataFiles.DataFile file :
        exists(table) ? files(table).files() : List.<DataFiles.DataFile>of()) {
      if (file.rows() >= 0) {
        rows[0] += file.rows();
      } else {
        forEachRow(List.of(file), List.of(table.columns().get(0)), row -> rows[0]++);
      }
    }
    return rows[0];
  }

  /**
   * The rows of the named days of a result that is small for these days; needs no Spark session.
   *
   * @param columns names of the columns wanted; the others are not read and missing in the rows
   */
  public List<TableRow> rows(Table table, DaySet days, Set<String> columns) {
    if (!exists(table)) {
      return List.of();
    }
    List<Column> wanted =
        table.columns().stream()
            .filter(c -> columns.contains(c.name()) || c.equals(table.day()))
            .toList();
    int day = table.day() == null ? -1 : wanted.indexOf(table.day());
    StructType schema = new StructType();
    for (Column column : wanted) {
      schema = schema.add(column.name(), column.type());
    }
    StructType read = schema;
    List<TableRow> rows = new ArrayList<>();
    DataFiles files = files(table);
    if (files.isPlain()) {
      List<DataFiles.DataFile> holding = table.day() == null ? files.files() : files.holding(days);
      LakeInspection.ofFailure(
          this,
          table,
          () ->
              forEachRow(
                  holding,
                  wanted,
                  cells -> {
                    if (day < 0 || !cells.isMissing(day) && days.contains(cells.day(day))) {
                      rows.add(TableRow.of(cells, read));
                    }
                  }));
    } else {
      String wantedDays = table.day() == null ? "true" : days.toSql(table.day().name());
      stream(read(table).where(wantedDays).selectExpr(read.fieldNames())).forEach(rows::add);
    }
    return rows;
  }

  /**
   * The last day before another that the table has rows of; null: none. Reads only the files whose
   * log does not tell.
   */
  public LocalDate newestDayBefore(Table table, LocalDate day) {
    if (!exists(table)) {
      return null;
    }
    DataFiles files = files(table);
    LocalDate newest = null;
    List<DataFiles.DataFile> unclear = new ArrayList<>();
    for (DataFiles.DataFile file : files.files()) {
      if (files.isPlain() && file.last() != null && file.last().isBefore(day)) {
        newest = later(newest, file.last());
      } else if (file.first() == null || file.first().isBefore(day)) {
        unclear.add(file);
      }
    }
    LocalDate known = newest;
    if (!unclear.isEmpty()) {
      for (TableRow row : rows(table, DaySet.between(known, day.minusDays(1)), Set.of())) {
        newest = later(newest, row.day(table.day()));
      }
    }
    return newest;
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a == null || b != null && b.isAfter(a) ? b : a;
  }

  /** Rows of the named days as records; of all rows of a table without days. */
  public <R extends Record> Rows<R> rows(Table table, Class<R> type, DaySet days) {
    return rows(table, type, days, f -> table.day() == null || f.mayHold(days));
  }

  /**
   * All rows whose number in the table's first column is larger, and those others that are in the
   * same files; of a table without days. Other files are not opened.
   */
  public <R extends Record> Rows<R> rowsAbove(Table table, Class<R> type, long number) {
    return rows(table, type, DaySet.ALWAYS, f -> f.mayExceed(table.skippedBy(), number));
  }

  private <R extends Record> Rows<R> rows(
      Table table, Class<R> type, DaySet days, Predicate<DataFiles.DataFile> wanted) {
    if (!exists(table)) {
      return new Rows<>(table, type, days, List.of());
    }
    DataFiles files = files(table);
    if (!files.isPlain()) {
      throw new IllegalStateException(
          "%s has deletion vectors or mapped columns, which only another writer can have set"
              .formatted(table));
    }
    return new Rows<>(table, type, days, files.files().stream().filter(wanted).toList());
  }

  /** All rows of a small table, such as a ledger or what is registered. */
  public <R extends Record> List<R> records(Table table, Class<R> type) {
    List<R> records = new ArrayList<>();
    LakeInspection.ofFailure(
        this, table, () -> rows(table, type, DaySet.ALWAYS).forEach(records::add));
    return records;
  }

  /** As {@link #records(Table, Class)}, by the record that declares the table. */
  public <R extends Record> List<R> records(Class<R> type) {
    return records(Table.of(type), type);
  }

  /** Where tasks write rows of a declared table. */
  public <R extends Record> RowSink.Place<R> place(Class<R> type) {
    return new RowSink.Place<>(type, path(Table.of(type)));
  }

  /**
   * Replaces exactly the named days with the rows of files that {@link RowSink}s have written.
   *
   * @return the commits this made: none if nothing changed
   */
  public List<Commit> commit(Table table, DaySet days, List<WrittenFile> files, String job) {
    long before = newestVersion(table);
    write(table, Selection.ofDays(table, days), days, job, () -> files);
    return commitsAfter(table, before);
  }

  /** Adds rows of which the table holds none yet. */
  public void append(Table table, DaySet touched, NewRows rows, String job) {
    write(table, null, touched, job, () -> rows.write(table, path(table)));
  }

  /**
   * Replaces the rows meant by a selection.
   *
   * @param touched the days for which the table may answer differently afterwards
   */
  public void replace(Table table, Selection gone, DaySet touched, NewRows rows, String job) {
    write(table, gone, touched, job, () -> rows.write(table, path(table)));
  }

  /** Adds rows of which the table holds none yet. */
  public <R extends Record> void append(Class<R> type, DaySet touched, List<R> rows, String job) {
    write(Table.of(type), null, touched, job, () -> place(type).written(rows.iterator()));
  }

  /**
   * Replaces the rows meant by a selection.
   *
   * @param touched the days for which the table may answer differently afterwards
   */
  public <R extends Record> void replace(
      Class<R> type, Selection gone, DaySet touched, List<R> rows, String job) {
    replace(Table.of(type), gone, touched, NewRows.of(rows), job);
  }

  DataFiles files(Table table) {
    return intact(table, () -> DataFiles.of(path(table), table.day(), hadoop()));
  }

  /** What cannot be read of a table's log is told with the command that heals it. */
  private <T> T intact(Table table, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (RuntimeException e) {
      if (!CommitLog.isDamage(e)) {
        throw e;
      }
      throw Damage.trouble(List.of(Damage.ofLog(table, path(table), e)), e);
    }
  }

  /** The rows as {@link TableRow}s, one after another; nothing is held that grows. */
  public static Stream<TableRow> stream(Dataset<Row> rows) {
    Iterator<Row> iterator = rows.toLocalIterator();
    Iterable<Row> once = () -> iterator;
    return StreamSupport.stream(once.spliterator(), false).map(TableRow::new);
  }

  private void write(
      Table table, Selection gone, DaySet touched, String job, Supplier<List<WrittenFile>> files) {
    write(table, gone, touched, job, files, exists(table) ? null : keptFrom(table));
  }

  private void write(
      Table table,
      Selection gone,
      DaySet touched,
      String job,
      Supplier<List<WrittenFile>> files,
      LocalDate keptFrom) {
    beforeCommit.run();
    DataFiles before = exists(table) ? files(table) : null;
    if (before != null) {
      requireDeclaredSchema(table, before);
    }
    Replacement replacement = new Replacement(spark(), table, path(table), before, ledgerVersion);
    replacement.keepFrom(keptFrom);
    if (before != null && gone != null) {
      takeOut(table, gone, before, replacement);
    }
    List<WrittenFile> written = files.get();
    replacement.add(written);
    if (before != null && before.isPlain()) {
      joinSmall(table, written, before, replacement);
    }
    int commits = replacement.commit(touched, job, gone == null ? null : gone.sql(table));
    if (commits > 0) {
      logs.set(table, commits);
    }
    declared.remove(table.name());
    known.add(table.name());
  }

  /**
   * Where a night adds a small file to a folder that has many of them, the same commit joins those:
   * every later reader opens each. Tables do so in different nights.
   */
  private void joinSmall(
      Table table, List<WrittenFile> written, DataFiles before, Replacement replacement) {
    int most = SMALL_FILES + Math.floorMod(table.name().hashCode(), SMALL_FILES);
    Set<String> folders = new HashSet<>();
    written.forEach(f -> folders.add(f.folder()));
    for (String folder : folders) {
      List<DataFiles.DataFile> small =
          before.files().stream()
              .filter(f -> f.status().getSize() < SMALL_FILE_BYTES)
              .filter(f -> Objects.equals(f.folders().get(folderColumn(table)), folder))
              .filter(f -> !replacement.takesOut(f))
              .sorted(
                  Comparator.comparing(
                          DataFiles.DataFile::first,
                          Comparator.nullsFirst(Comparator.naturalOrder()))
                      .thenComparing(DataFiles.DataFile::loggedPath))
              .toList();
      if (small.size() > most) {
        small.forEach(replacement::remove);
        replacement.carryOver(
            new SinkTask(table, path(table))
                .joined(small.stream().map(DataFiles.DataFile::path).toList()));
      }
    }
  }

  private static String folderColumn(Table table) {
    return table.layout() == Layout.UNPARTITIONED ? "" : table.layout().partitionColumn();
  }

  /** Files of which rows go are taken out; what other rows they hold is carried over. */
  private void takeOut(Table table, Selection gone, DataFiles before, Replacement replacement) {
    List<DataFiles.DataFile> unclear = new ArrayList<>();
    for (DataFiles.DataFile file :
        gone.days() == null ? before.files() : before.holding(gone.days())) {
      if (gone.isEverything()
          || gone.column() == null && file.holdsOnly(table.day(), gone.days())) {
        replacement.remove(file);
      } else {
        unclear.add(file);
      }
    }
    SinkTask task = new SinkTask(table, path(table));
    List<SinkTask.Remainder> remainders = ofEach(unclear, path -> task.without(gone, path));
    for (int i = 0; i < remainders.size(); i++) {
      if (remainders.get(i).isChanged()) {
        replacement.remove(unclear.get(i));
        replacement.carryOver(remainders.get(i).kept());
      }
    }
  }

  /** What comes of the file at a path. */
  interface OfFile<T> extends Function<String, T>, Serializable {}

  /** What comes of each file: here, or in a task of Spark each if they are large together. */
  <T> List<T> ofEach(List<DataFiles.DataFile> files, OfFile<T> work) {
    List<String> paths = files.stream().map(DataFiles.DataFile::path).toList();
    boolean areSmall = files.stream().mapToLong(f -> f.status().getSize()).sum() <= SMALL_BYTES;
    return areSmall
        ? paths.stream().map(work).toList()
        : JavaSparkContext.fromSparkContext(spark().sparkContext())
            .parallelize(paths, paths.size())
            .map(work::apply)
            .collect();
  }

  /** How the columns of the table differ from those that this version declares, if it is there. */
  public SchemaChange schemaChange(Table table) {
    if (!exists(table)) {
      return SchemaChange.NONE;
    }
    Declared noted = declared.get(table.name());
    return noted == null ? files(table).schemaChange(table) : noted.change();
  }

  /** Notes what a look at the table's log has told. */
  void note(Table table, DataFiles files) {
    declared.put(table.name(), new Declared(files.schemaChange(table), files.keptFrom()));
  }

  /**
   * The first day of which everything that was received is kept; null: nothing was deleted. Of a
   * table that was set aside, too: the landing folder need not have the files any more.
   */
  public LocalDate keptFrom(Table table) {
    if (exists(table)) {
      Declared noted = declared.get(table.name());
      return noted == null ? files(table).keptFrom() : noted.keptFrom();
    }
    return noteNames(KEPT_FROM).contains(table.name())
        ? LocalDate.parse(note(KEPT_FROM, table.name()))
        : null;
  }

  /** What was deleted of a table of an earlier build is missing in the one in its place, too. */
  public void keepFromOf(Table earlier, Table inItsPlace) {
    LocalDate day = keptFrom(earlier);
    if (day != null && !exists(inItsPlace)) {
      writeNote(KEPT_FROM, inItsPlace.name(), day.toString());
    }
  }

  /**
   * Deletes the rows of days before another for good: no day becomes due, and the table remembers
   * it.
   *
   * @param table with days
   */
  public void deleteBefore(Table table, LocalDate day) {
    Selection gone = Selection.ofDays(table, DaySet.between(null, day.minusDays(1)));
    writeNote(KEPT_FROM, table.name(), day.toString());
    write(table, gone, DaySet.NONE, "maintain", List::of, day);
  }

  /** Adds columns that the table does not have yet; no row changes, so nothing becomes due. */
  public void addColumns(Table table) {
    beforeCommit.run();
    new Replacement(spark(), table, path(table), files(table), ledgerVersion)
        .commit(DaySet.NONE, "new columns", null);
    declared.remove(table.name());
  }

  private void requireDeclaredSchema(Table table, DataFiles files) {
    SchemaChange change = files.schemaChange(table);
    if (!change.others().isEmpty()) {
      Damage damage = change.asDamage(table);
      throw Trouble.usage("damage.trouble", damage.sentence(), Damage.remedy(List.of(damage)));
    }
  }

  /** The newest Delta version, or −1 if there is no such table. */
  public long newestVersion(Table table) {
    return intact(table, () -> log(table).newestVersion());
  }

  /** Hash of the file of a commit, by which it is known again; empty if clean-up has removed it. */
  public String commitHash(Table table, long version) {
    return intact(table, () -> log(table).hash(version));
  }

  /** The commits newer than a version, oldest first. */
  public List<Commit> commitsAfter(Table table, long version) {
    return intact(table, () -> log(table).after(version));
  }

  private CommitLog log(Table table) {
    return new CommitLog(new Path(path(table)), hadoop());
  }

  /** Those of the days that have rows now. */
  public DaySet daysPresent(Table table, DaySet days) {
    if (!exists(table)) {
      return DaySet.NONE;
    }
    Set<LocalDate> present = new HashSet<>();
    for (DataFiles.DataFile file : files(table).holding(days)) {
      LocalDate only = file.hasDays() && file.first().equals(file.last()) ? file.first() : null;
      if (only != null && file.rows() > 0) {
        present.add(only);
      } else {
        forEachRow(List.of(file), List.of(table.day()), row -> present.add(row.day(0)));
      }
    }
    present.remove(null);
    return DaySet.of(present).intersect(days);
  }

  private void forEachRow(
      List<DataFiles.DataFile> files, List<Column> columns, Consumer<Cells> consumer) {
    files.forEach(f -> TableFileReader.forEach(f.path(), columns, hadoop(), consumer));
  }

  /** Number of data files of the newest version: a table of many small files wants compaction. */
  public int fileCount(Table table) {
    return exists(table) ? files(table).files().size() : 0;
  }

  /**
   * Tables committed by this process whose logs have grown long, a tenth of all it committed: every
   * reader opens all commits behind the last checkpoint.
   */
  public List<Table> longLogs() {
    return logs.longest();
  }

  /** Writes a checkpoint of the table's log; commits nothing, so nothing becomes due. */
  public void shortenLog(Table table) {
    beforeCommit.run();
    LogCheckpoint.write(spark(), path(table), hadoop());
    logs.forget(table);
  }

  /** Joins small files; changes no row, so nothing becomes due. */
  public void compact(Table table) {
    beforeCommit.run();
    io.delta.tables.DeltaTable.forPath(spark(), path(table)).optimize().executeCompaction();
  }

  /**
   * Deletes data files that no version of the last hours needs. Changes no row; versions older than
   * that can no longer be read.
   *
   * @param hours at least 168: a reader may be at work on a version of some days ago
   */
  public void vacuum(Table table, double hours) {
    beforeCommit.run();
    // Delta lists a table's folders in as many tasks as this says, 10,000 if nobody says anything:
    // a minute for a table of one file.
    String before = spark().conf().get(LISTING_TASKS);
    spark()
        .conf()
        .set(LISTING_TASKS, Integer.toString(spark().sparkContext().defaultParallelism()));
    try {
      // Delta says on standard output what it deleted; that belongs to results.
      scala.Console.withOut(
          OutputStream.nullOutputStream(),
          () -> io.delta.tables.DeltaTable.forPath(spark(), path(table)).vacuum(hours));
    } finally {
      spark().conf().set(LISTING_TASKS, before);
    }
  }

  /** True if the table's folder holds files of data that its newest version does not name. */
  public boolean hasOldFiles(Table table) {
    Path folder = new Path(path(table));
    return Uncheck.get(
        () -> {
          RemoteIterator<LocatedFileStatus> files = on(folder).listFiles(folder, true);
          int stored = 0;
          while (files.hasNext()) {
            String file = files.next().getPath().toString();
            stored += file.endsWith(".parquet") && !file.contains("/_delta_log/") ? 1 : 0;
          }
          return stored > fileCount(table);
        },
        () -> "cannot list " + folder);
  }

  private FileSystem on(Path path) throws IOException {
    return path.getFileSystem(hadoop());
  }

  /** Bytes of the data files of the newest version, by the log; 0 without a table. */
  public long dataBytes(Table table) {
    return exists(table)
        ? files(table).files().stream().mapToLong(f -> f.status().getSize()).sum()
        : 0;
  }

  /**
   * Bytes below the table's folder, its log and files of older versions included; 0 without one.
   * Lists every file: for what no night does.
   */
  public long storedBytes(Table table) {
    Path folder = new Path(path(table));
    return hasFolder(table)
        ? Uncheck.getAsLong(
            () -> on(folder).getContentSummary(folder).getLength(),
            () -> "cannot measure " + folder)
        : 0;
  }

  /**
   * Writes a note beside the tables, whole or not at all: what must survive a kill but is no row.
   * Another note of that name is replaced, and missing for a moment.
   */
  public void writeNote(String kind, String name, String text) {
    beforeCommit.run();
    Path note = new Path(noteFolder(kind), name);
    Path unfinished = new Path(noteFolder(kind), "." + name + ".unfinished");
    Uncheck.run(
        () -> {
          try (OutputStream out = on(note).create(unfinished, true)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
          }
          on(note).delete(note, false);
          rename(unfinished, note);
        },
        () -> "cannot write " + note);
  }

  private void rename(Path from, Path to) throws IOException {
    if (!on(from).rename(from, to)) {
      throw new IOException("cannot rename " + from + " to " + to);
    }
  }

  /** None if there is no such folder; to ask for it first would be two more requests to a store. */
  private FileStatus[] filesOf(Path folder) throws IOException {
    try {
      return on(folder).listStatus(folder);
    } catch (FileNotFoundException e) {
      return new FileStatus[0];
    }
  }

  /** The names of the notes of one kind, in their order. */
  public List<String> noteNames(String kind) {
    Path folder = noteFolder(kind);
    return Uncheck.get(
        () -> {
          return Stream.of(filesOf(folder))
              .map(f -> f.getPath().getName())
              .filter(name -> !name.startsWith("."))
              .sorted()
              .toList();
        },
        () -> "cannot read " + folder);
  }

  /** The text of a note that is there. */
  public String note(String kind, String name) {
    Path note = new Path(noteFolder(kind), name);
    return Uncheck.get(
        () -> {
          try (InputStream in = on(note).open(note)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
          }
        },
        () -> "cannot read " + note);
  }

  /** Removes a note; one that is not there is no mistake. */
  public void removeNote(String kind, String name) {
    beforeCommit.run();
    Path note = new Path(noteFolder(kind), name);
    Uncheck.run(() -> on(note).delete(note, false), () -> "cannot remove " + note);
  }

  private Path noteFolder(String kind) {
    return new Path(root + "/.notes/" + kind);
  }

  /** True if there is a folder of that table, whatever it holds. */
  public boolean hasFolder(Table table) {
    Path folder = new Path(path(table));
    return Uncheck.get(() -> on(folder).exists(folder), () -> "cannot look for " + folder);
  }

  /** Sets a table aside under {@code <lake>/.set-aside/}; the next night computes it anew. */
  public String setAside(Table table, String stamp) {
    Path from = new Path(path(table));
    Path to = new Path(root + "/.set-aside/" + stamp + "/" + table.name());
    Uncheck.run(
        () -> {
          on(to).mkdirs(to.getParent());
          rename(from, to);
        },
        () -> "cannot set aside " + table);
    known.remove(table.name());
    declared.remove(table.name());
    logs.forget(table);
    return to.toString();
  }
}
