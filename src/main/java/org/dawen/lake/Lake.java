package org.dawen.lake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.Option;

/**
 * The folder of Delta tables. Reads a declared table whole or by days and replaces exactly the
 * named days or files, in one atomic commit that tells the days it touched.
 */
public final class Lake {
  private static final String LISTING_TASKS =
      "spark.sql.sources.parallelPartitionDiscovery.parallelism";

  private final Supplier<SparkSession> session;
  private final String root;
  private final Configuration hadoop;
  private final Runnable beforeCommit;
  private final Set<String> known;
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
    this(() -> spark, root, spark.sparkContext().hadoopConfiguration(), beforeCommit);
  }

  /**
   * A lake whose session starts when it is first needed: a night that finds nothing to do needs
   * none.
   *
   * @param session gives the same session each time, from any thread
   */
  public Lake(
      Supplier<SparkSession> session, String root, Configuration hadoop, Runnable beforeCommit) {
    this(session, root, hadoop, beforeCommit, ConcurrentHashMap.newKeySet(), null);
  }

  private Lake(
      Supplier<SparkSession> session,
      String root,
      Configuration hadoop,
      Runnable beforeCommit,
      Set<String> known,
      Long ledgerVersion) {
    this.session = session;
    this.root = root;
    this.hadoop = hadoop;
    this.beforeCommit = beforeCommit;
    this.known = known;
    this.ledgerVersion = ledgerVersion;
  }

  /**
   * The same lake for what intake writes before it closes the ledger of files: each commit notes
   * the ledger's newest version, so that an older ledger put back is told by the tables beside it.
   */
  public Lake beforeLedgerCloses(Table ledger) {
    return new Lake(session, root, hadoop, beforeCommit, known, newestVersion(ledger));
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
    return hadoop;
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
      throw Trouble.usage("%s has not been written yet.".formatted(table), "");
    }
    return spark().read().format("delta").option(option, value).load(path(table));
  }

  /** The rows of the named days, in the declared columns; all rows of a table without days. */
  public Dataset<Row> read(Table table, DaySet days) {
    if (table.day() == null) {
      return read(table);
    }
    if (!exists(table)) {
      return spark().createDataFrame(List.of(), table.rowSchema());
    }
    DataFiles files = files(table);
    return files.isPlain()
        ? read(table, files.holding(days)).where(days.toSql(table.day().name()))
        : spark()
            .read()
            .format("delta")
            .load(path(table))
            .where(daysCondition(table, days))
            .selectExpr(table.rowSchema().fieldNames());
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

  /** Number of rows of the named days; from the log alone where files hold only these days. */
  public long countRows(Table table, DaySet days) {
    if (!exists(table)) {
      return 0;
    }
    DataFiles files = files(table);
    List<DataFiles.DataFile> holding = table.day() == null ? files.files() : files.holding(days);
    return files.isPlain() && holding.stream().allMatch(f -> f.isCounted(table.day(), days))
        ? holding.stream().mapToLong(DataFiles.DataFile::rows).sum()
        : read(table, days).count();
  }

  /** Hands over all rows of a small table, such as a ledger or journal; needs no Spark session. */
  public void forEachRow(Table table, Consumer<TableRow> consumer) {
    if (!exists(table)) {
      return;
    }
    DataFiles files = files(table);
    if (files.isPlain()) {
      Inspection.ofFailure(this, table, () -> files.forEachRow(table.rowSchema(), consumer));
    } else {
      stream(read(table)).forEach(consumer);
    }
  }

  /** All rows of a small table, such as the registry's; needs no Spark session. */
  public List<TableRow> rows(Table table) {
    List<TableRow> rows = new ArrayList<>();
    forEachRow(table, rows::add);
    return rows;
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
    StructType wanted =
        new StructType(
            Arrays.stream(table.rowSchema().fields())
                .filter(f -> columns.contains(f.name()) || isDay(table, f.name()))
                .toArray(StructField[]::new));
    List<TableRow> rows = new ArrayList<>();
    DataFiles files = files(table);
    if (files.isPlain()) {
      List<DataFiles.DataFile> holding = table.day() == null ? files.files() : files.holding(days);
      Inspection.ofFailure(
          this,
          table,
          () ->
              files.forEachRow(
                  holding,
                  wanted,
                  row -> {
                    if (table.day() == null || days.contains(row.day(table.day()))) {
                      rows.add(row);
                    }
                  }));
    } else {
      stream(read(table, days).selectExpr(wanted.fieldNames())).forEach(rows::add);
    }
    return rows;
  }

  private static boolean isDay(Table table, String column) {
    return table.day() != null && table.day().name().equals(column);
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

  /** What the table is now; null if it has not been written yet. */
  public TableVersion version(Table table) {
    return exists(table) ? files(table).version() : null;
  }

  /**
   * The days for which the table may answer differently than it did; all days if its log does not
   * tell, or it is another table by now.
   */
  public DaySet touchedSince(Table table, TableVersion then) {
    TableVersion now = version(table);
    if (then == null || now == null || !now.id().equals(then.id())) {
      return DaySet.ALWAYS;
    }
    DaySet touched = DaySet.NONE;
    for (Commit commit : commitsAfter(table, then.version())) {
      if (commit.changesData()) {
        touched = touched.union(commit.days() == null ? DaySet.ALWAYS : commit.days());
      }
    }
    return touched;
  }

  /** What a job keeps beside the tables to save itself work. */
  public KeptFolder kept(String job) {
    return new KeptFolder(root + "/.kept/" + job);
  }

  private DataFiles files(Table table) {
    return intact(table, () -> DataFiles.of(path(table), table.day(), hadoop));
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

  /** Rows of a table straight from data files that a commit added, without asking Delta again. */
  public Dataset<Row> readFiles(Table table, List<String> files) {
    return spark().read().schema(table.rowSchema()).parquet(files.toArray(String[]::new));
  }

  /** The rows as {@link TableRow}s, one after another; nothing is held that grows. */
  public static Stream<TableRow> stream(Dataset<Row> rows) {
    Iterator<Row> iterator = rows.toLocalIterator();
    Iterable<Row> once = () -> iterator;
    return StreamSupport.stream(once.spliterator(), false).map(TableRow::new);
  }

  /** At most {@code most} rows, for lists that people read. */
  public static List<TableRow> first(Dataset<Row> rows, int most) {
    return rows.limit(most).collectAsList().stream().map(TableRow::new).toList();
  }

  /** The rows of a result that is known to be small: aggregates, ledgers, journals. */
  public static List<TableRow> all(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(TableRow::new).toList();
  }

  /**
   * Replaces exactly the named days with the given rows, also when there are none. The rows must
   * carry the declared columns and belong to the named days; anything else fails before it is
   * committed. A table without days is replaced whole.
   *
   * @return the commits this made: none if nothing changed
   */
  public List<Commit> replaceDays(Table table, DaySet days, Dataset<Row> rows, String job) {
    long before = newestVersion(table);
    Dataset<Row> checked = table.day() == null ? rows : onlyOf(table, days, rows);
    DataFiles files = before < 0 ? null : files(table);
    if (files == null) {
      write(table, checked, null, days, job);
    } else if (files.isPlain()) {
      replace(table, days, checked, job, files);
    } else {
      write(table, checked, table.day() == null ? "true" : daysCondition(table, days), days, job);
    }
    return commitsAfter(table, before);
  }

  /** Fails in the middle of writing if a row is of another day: nothing is committed then. */
  private static Dataset<Row> onlyOf(Table table, DaySet days, Dataset<Row> rows) {
    String day = table.day().name();
    String message =
        "concat('a row of %s is of day ', coalesce(string(%s), 'null'), ', which was not asked for')"
            .formatted(table, day);
    return rows.withColumn(
        day,
        functions.expr(
            "if(coalesce(%s, false), %s, raise_error(%s))"
                .formatted(days.toSql(day), day, message)));
  }

  private void replace(Table table, DaySet days, Dataset<Row> rows, String job, DataFiles files) {
    beforeCommit.run();
    dropDictionaries(table);
    requireDeclaredSchema(table, files);
    Replacement replacement = new Replacement(spark(), path(table), files);
    List<DataFiles.DataFile> holding = table.day() == null ? files.files() : files.holding(days);
    holding.forEach(replacement::remove);
    List<DataFiles.DataFile> cut =
        holding.stream().filter(f -> !f.holdsOnly(table.day(), days)).toList();
    if (!cut.isEmpty()) {
      Dataset<Row> kept =
          read(table, cut)
              .where("NOT coalesce(%s, false)".formatted(days.toSql(table.day().name())));
      replacement.write(arrange(table, kept));
    }
    replacement.write(arrange(table, rows));
    replacement.commit(
        CommitLog.metadata(days, job, ledgerVersion),
        table.day() == null ? "true" : days.toSql(table.day().name()),
        table.layout() == Layout.UNPARTITIONED
            ? List.of()
            : List.of(table.layout().partitionColumn()));
  }

  /**
   * Replaces the rows that satisfy a condition.
   *
   * @param touched the days for which the table may answer differently afterwards
   */
  public void replaceWhere(
      Table table, String condition, DaySet touched, Dataset<Row> rows, String job) {
    write(table, rows, condition, touched, job);
  }

  /** Adds rows of which the table holds none yet. */
  public void append(Table table, DaySet touched, Dataset<Row> rows, String job) {
    write(table, rows, null, touched, job);
  }

  private void write(Table table, Dataset<Row> rows, String condition, DaySet touched, String job) {
    beforeCommit.run();
    dropDictionaries(table);
    boolean isNew = !exists(table);
    if (!isNew) {
      requireDeclaredSchema(table, files(table));
    }
    DataFrameWriter<Row> writer =
        arrange(table, rows)
            .write()
            .format("delta")
            .option("userMetadata", CommitLog.metadata(touched, job, ledgerVersion));
    if (table.layout() != Layout.UNPARTITIONED) {
      writer = writer.partitionBy(table.layout().partitionColumn());
    }
    if (isNew) {
      table.constraints().forEach(new Options(writer)::constraint);
      writer.option("delta.dataSkippingStatsColumns", table.skippedBy().name());
      writer.mode("append").save(path(table));
      known.add(table.name());
    } else if (condition == null) {
      writer.mode("append").save(path(table));
    } else {
      writer.mode("overwrite").option("replaceWhere", condition).save(path(table));
    }
  }

  /** Delta hands no writer's option of Parquet's on, so the session has to say it. */
  private void dropDictionaries(Table table) {
    table
        .withoutDictionary()
        .forEach(c -> spark().conf().set("parquet.enable.dictionary#" + c.name(), "false"));
  }

  /** Puts declared constraints into the commit that creates the table; later they cost 1 s each. */
  private record Options(DataFrameWriter<Row> writer) {
    void constraint(String name, String expression) {
      writer.option("delta.constraints." + name, expression);
    }
  }

  /** Declared columns in declared order with comments, the folder column, sorted by day and key. */
  private static Dataset<Row> arrange(Table table, Dataset<Row> rows) {
    List<org.apache.spark.sql.Column> selected = new ArrayList<>();
    StructType given = rows.schema();
    for (StructField field : table.schema().fields()) {
      if (field.name().equals(table.layout().partitionColumn())) {
        selected.add(partitionOf(table).as(field.name()));
        continue;
      }
      StructField found = given.apply(field.name());
      if (!found.dataType().equals(field.dataType())) {
        throw new IllegalStateException(
            "%s.%s is declared %s but computed as %s"
                .formatted(table, field.name(), field.dataType().sql(), found.dataType().sql()));
      }
      selected.add(functions.col(field.name()).as(field.name(), field.metadata()));
    }
    Dataset<Row> arranged = rows.select(selected.toArray(org.apache.spark.sql.Column[]::new));
    List<org.apache.spark.sql.Column> order = new ArrayList<>();
    if (table.layout() != Layout.UNPARTITIONED) {
      order.add(functions.col(table.layout().partitionColumn()));
    }
    if (table.day() != null) {
      order.add(table.day().col());
    }
    table.key().forEach(c -> order.add(c.col()));
    // Small tables without days gain nothing from an order.
    return table.day() == null || !table.isSorted()
        ? arranged
        : arranged.sortWithinPartitions(order.toArray(org.apache.spark.sql.Column[]::new));
  }

  private static org.apache.spark.sql.Column partitionOf(Table table) {
    return table.layout() == Layout.BY_YEAR
        ? functions.year(table.day().col())
        : functions.substring(table.day().col().cast("string"), 1, "yyyy-MM".length());
  }

  private void requireDeclaredSchema(Table table, DataFiles files) {
    StructType stored = files.storedSchema();
    StructType declared = table.schema();
    boolean same = stored.length() == declared.length();
    for (int i = 0; same && i < declared.length(); i++) {
      same =
          stored.fields()[i].name().equals(declared.fields()[i].name())
              && stored.fields()[i].dataType().equals(declared.fields()[i].dataType());
    }
    if (!same) {
      throw Trouble.usage(
          "Table %s in %s has other columns than this version of Dawen declares."
              .formatted(table, path(table)),
          "It was written by another version. Start a new lake with --lake DIR: everything is"
              + " computed"
              + " from the landing folder; of a result table './dawen doctor --rebuild %s' is enough."
                  .formatted(table));
    }
  }

  /** SQL that selects the days and names the folders they lie in, so that others aren't opened. */
  private static String daysCondition(Table table, DaySet days) {
    String inDays = days.toSql(table.day().name());
    if (table.layout() == Layout.UNPARTITIONED || !days.isBounded() || days.isEmpty()) {
      return inDays;
    }
    Stream<String> folders =
        table.layout() == Layout.BY_YEAR
            ? days.days().stream().map(LocalDate::getYear).distinct().map(String::valueOf)
            : days.days().stream().map(d -> "'" + d.toString().substring(0, 7) + "'").distinct();
    return table.layout().partitionColumn()
        + " IN ("
        + String.join(", ", folders.toList())
        + ") AND "
        + inDays;
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
    return new CommitLog(new Path(path(table)), hadoop);
  }

  /** The days that have rows now. */
  public DaySet daysPresent(Table table) {
    if (!exists(table)) {
      return DaySet.NONE;
    }
    return DaySet.of(
        all(read(table).select(table.day().col()).distinct()).stream()
            .map(r -> r.day(table.day()))
            .filter(d -> d != null)
            .toList());
  }

  /** Number of data files of the newest version: a table of many small files wants compaction. */
  public int fileCount(Table table) {
    return exists(table) ? files(table).files().size() : 0;
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
    try {
      RemoteIterator<LocatedFileStatus> files =
          folder.getFileSystem(hadoop).listFiles(folder, true);
      int stored = 0;
      while (files.hasNext()) {
        String file = files.next().getPath().toString();
        stored += file.endsWith(".parquet") && !file.contains("/_delta_log/") ? 1 : 0;
      }
      return stored > fileCount(table);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  /**
   * Bytes below the table's folder, its log and files of older versions included; 0 without one.
   */
  public long storedBytes(Table table) {
    Path folder = new Path(path(table));
    try {
      return folder.getFileSystem(hadoop).getContentSummary(folder).getLength();
    } catch (FileNotFoundException e) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot measure " + folder, e);
    }
  }

  /**
   * Writes a note beside the tables, whole or not at all: what must survive a kill but is no row.
   * Another note of that name is replaced, and missing for a moment.
   */
  public void writeNote(String kind, String name, String text) {
    beforeCommit.run();
    Path note = new Path(noteFolder(kind), name);
    Path unfinished = new Path(noteFolder(kind), "." + name + ".unfinished");
    try {
      FileSystem fs = note.getFileSystem(hadoop);
      try (OutputStream out = fs.create(unfinished, true)) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
      fs.delete(note, false);
      if (!fs.rename(unfinished, note)) {
        throw new IOException("cannot rename " + unfinished + " to " + note);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + note, e);
    }
  }

  /** The notes of one kind by name, in order of their names. */
  public SortedMap<String, String> notes(String kind) {
    SortedMap<String, String> notes = new TreeMap<>();
    Path folder = noteFolder(kind);
    try {
      FileSystem fs = folder.getFileSystem(hadoop);
      if (!fs.exists(folder)) {
        return notes;
      }
      for (FileStatus file : fs.listStatus(folder)) {
        String name = file.getPath().getName();
        if (!name.startsWith(".")) {
          try (InputStream in = fs.open(file.getPath())) {
            notes.put(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder, e);
    }
    return notes;
  }

  /** Removes a note; one that is not there is no mistake. */
  public void removeNote(String kind, String name) {
    beforeCommit.run();
    Path note = new Path(noteFolder(kind), name);
    try {
      note.getFileSystem(hadoop).delete(note, false);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + note, e);
    }
  }

  private Path noteFolder(String kind) {
    return new Path(root + "/.notes/" + kind);
  }

  /** True if there is a folder of that table, whatever it holds. */
  public boolean hasFolder(Table table) {
    try {
      Path folder = new Path(path(table));
      return folder.getFileSystem(hadoop).exists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look for " + path(table), e);
    }
  }

  /** Sets a table aside under {@code <lake>/.set-aside/}; the next night computes it anew. */
  public String setAside(Table table, String stamp) {
    try {
      Path from = new Path(path(table));
      Path to = new Path(root + "/.set-aside/" + stamp + "/" + table.name());
      FileSystem fs = from.getFileSystem(hadoop);
      fs.mkdirs(to.getParent());
      if (!fs.rename(from, to)) {
        throw new IOException("cannot rename " + from + " to " + to);
      }
      known.remove(table.name());
      return to.toString();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot set aside " + table, e);
    }
  }
}
