package org.dawen.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LakeTest {
  private static final Column CODE = Column.text("code").required().says("Code.", "编码");
  private static final Column DAY = Column.day("data_day").required().says("Day.", "日期");
  private static final Column KIND =
      Column.text("kind").oneOf(List.of("a", "b")).says("Kind.", "类别");
  private static final Column VALUE = Column.whole("value").says("Value.", "值");
  private static final LocalDate D1 = LocalDate.of(2024, 2, 29);
  private static final LocalDate D2 = LocalDate.of(2024, 3, 1);

  private final SparkSession spark = SharedSession.spark();
  @TempDir private Path folder;
  private Lake lake;

  @BeforeEach
  void openLake() {
    lake = new Lake(spark, folder.toString());
  }

  private static Table table(Layout layout) {
    return TestTable.table("test.rows")
        .says("One row per code and day.")
        .key(CODE, DAY)
        .day(DAY)
        .layout(layout)
        .columns(List.of(CODE, DAY, KIND, VALUE));
  }

  /** What another writer does while rows are being written. */
  private static Runnable meanwhile;

  private static boolean isWrittenMeanwhile(Row row) {
    CompletableFuture.runAsync(meanwhile).join();
    return true;
  }

  private Dataset<Row> rows(Table table, Row... rows) {
    return spark.createDataFrame(List.of(rows), table.rowSchema());
  }

  private static Row row(String code, LocalDate day, String kind, long value) {
    return RowFactory.create(code, day, kind, value);
  }

  private List<String> contents(Table table) {
    try (Stream<TableRow> all = Lake.stream(lake.read(table))) {
      return all.map(r -> r.text(CODE) + " " + r.day(DAY) + " " + r.whole(VALUE)).sorted().toList();
    }
  }

  /** The build says both outside, for all tests (pom.xml). */
  @Test
  void whatIsSaidOfTheEngineOutsideCountsButNotWhatTheTablesNeed() {
    RuntimeConfig settings = SharedSession.spark().conf();

    assertThat(settings.get("spark.sql.codegen.cache.maxEntries"))
        .isEqualTo(System.getProperty("spark.sql.codegen.cache.maxEntries"));
    assertThat(System.getProperty("spark.sql.session.timeZone")).isEqualTo("UTC");
    assertThat(settings.get("spark.sql.session.timeZone")).isEqualTo("Asia/Shanghai");
  }

  /**
   * Workers begin before the session does, which one of them starts: the others have none of their
   * own. A function over rows then took days for java.sql.Date.
   */
  @Test
  void aThreadOlderThanTheSessionGivesDaysToAFunction() throws InterruptedException {
    Table table = table(Layout.UNPARTITIONED);
    Given.replaceDays(lake, table, DaySet.of(D1), rows(table, row("x", D1, "a", 1)), "job");
    List<LocalDate> days = new ArrayList<>();
    List<Throwable> failures = new ArrayList<>();
    Thread worker =
        new Thread(
            () -> {
              SparkSession.clearActiveSession();
              MapPartitionsFunction<Row, Row> another =
                  rows -> List.of(row("y", D2, "b", 2)).iterator();
              Dataset<Row> through =
                  lake.read(table).mapPartitions(another, Encoders.row(table.rowSchema()));
              Given.all(through).forEach(r -> days.add(r.day(DAY)));
            });
    worker.setUncaughtExceptionHandler((t, e) -> failures.add(e));
    worker.start();
    worker.join();
    assertThat(failures).isEmpty();
    assertThat(days).containsExactly(D2);
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void replacingADayLeavesTheOthers(Layout layout) {
    Table table = table(layout);
    Given.replaceDays(
        lake,
        table,
        DaySet.of(D1, D2),
        rows(table, row("x", D1, "a", 1), row("y", D1, "a", 2), row("x", D2, "b", 3)),
        "job");
    Given.replaceDays(lake, table, DaySet.of(D1), rows(table, row("z", D1, "a", 9)), "job");
    assertThat(contents(table)).containsExactly("x 2024-03-01 3", "z 2024-02-29 9");
  }

  @Test
  void columnsWithoutDictionaryHaveNoneInReplacedDaysEither() throws IOException {
    Column raw = Column.whole("raw_without_dictionary").says("Raw.", "值");
    Table table =
        TestTable.table("test.plain")
            .says("One row per code and day.")
            .key(CODE, DAY)
            .day(DAY)
            .withoutDictionary(List.of(raw))
            .columns(List.of(CODE, DAY, raw));
    List<Row> same =
        IntStream.range(0, 500).mapToObj(i -> RowFactory.create("c" + i % 9, D1, 7L)).toList();
    for (int write = 0; write < 2; write++) {
      // As in a process that replaces days and has written no new table before.
      spark.conf().unset("parquet.enable.dictionary#raw_without_dictionary");
      Given.replaceDays(
          lake, table, DaySet.of(D1), spark.createDataFrame(same, table.rowSchema()), "job");
    }

    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(f -> f.toString().endsWith(".parquet")).toList();
    }
    assertThat(files).hasSizeGreaterThanOrEqualTo(2);
    for (Path file : files) {
      try (ParquetFileReader footer =
          ParquetFileReader.open(
              HadoopInputFile.fromPath(
                  new org.apache.hadoop.fs.Path(file.toUri()), lake.hadoop()))) {
        for (ColumnChunkMetaData column : footer.getFooter().getBlocks().get(0).getColumns()) {
          boolean isRaw = column.getPath().toDotString().equals(raw.name());
          assertThat(column.hasDictionaryPage()).as("%s in %s", column, file).isEqualTo(!isRaw);
        }
      }
    }
  }

  static final class Raw implements Supplier<List<Column>> {
    @Override
    public List<Column> get() {
      return List.of(Column.count("speed_raw_sum"), Column.whole("second_map"));
    }
  }

  @OfTable(name = "test.minute", grain = "A minute.", sources = "a test", withoutKey = "a test")
  record Minute(@Day LocalDate dataDay, @Columns(Raw.class) long[] figures) {}

  @Test
  void theNumbersOfAnArrayHaveNoDictionary() {
    assertThat(Table.of(Minute.class).withoutDictionary())
        .extracting(Column::name)
        .containsExactly("speed_raw_sum", "second_map");
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void replacingADayWithNothingClearsIt(Layout layout) {
    Table table = table(layout);
    Given.replaceDays(
        lake,
        table,
        DaySet.of(D1, D2),
        rows(table, row("x", D1, "a", 1), row("x", D2, "b", 3)),
        "job");
    Given.replaceDays(lake, table, DaySet.of(D1), rows(table), "job");
    assertThat(contents(table)).containsExactly("x 2024-03-01 3");
  }

  @OfTable(
      name = "test.sunk",
      grain = "One row per code and day.",
      sources = "a test",
      layout = Layout.BY_MONTH)
  record Sunk(@Key String stationCode, @Key @Day @Nullable LocalDate dataDay) {}

  @Test
  void rowsOfOtherDaysAreLeftOutAndThoseOfNoneRefused() {
    Table table = Table.of(Sunk.class);
    List<WrittenFile> files;
    try (RowSink<Sunk> sink = lake.place(Sunk.class).open(DaySet.of(D1))) {
      sink.write(new Sunk("x", D1));
      sink.write(new Sunk("y", D2));
      files = sink.finish();
    }
    lake.commit(table, DaySet.of(D1), files, "job");
    assertThat(lake.rows(table, Sunk.class, DaySet.ALWAYS).list())
        .containsExactly(new Sunk("x", D1));
    try (RowSink<Sunk> sink = lake.place(Sunk.class).open(DaySet.of(D1))) {
      assertThatThrownBy(() -> sink.write(new Sunk("x", null))).hasMessageContaining("has no day");
    }
  }

  @Test
  void nothingReplacedByNothingIsNoCommit() {
    Table table = table(Layout.BY_YEAR);
    Given.replaceDays(lake, table, DaySet.of(D1), rows(table, row("x", D1, "a", 1)), "job");
    assertThat(Given.replaceDays(lake, table, DaySet.of(D2), rows(table), "job")).isEmpty();
    assertThat(lake.newestVersion(table)).isZero();
  }

  @Test
  void anotherWritersCommitInBetweenIsAConflict() {
    Table table = table(Layout.UNPARTITIONED);
    Given.replaceDays(lake, table, DaySet.of(D1), rows(table, row("x", D1, "a", 1)), "job");
    Dataset<Row> whileOthersWrite =
        rows(table, row("x", D1, "a", 2))
            .filter((FilterFunction<Row>) LakeTest::isWrittenMeanwhile);
    meanwhile =
        () ->
            lake.append(table, DaySet.of(D2), Given.rows(List.of(row("y", D2, "a", 3))), "another");
    assertThatThrownBy(() -> Given.replaceDays(lake, table, DaySet.of(D1), whileOthersWrite, "job"))
        .hasMessageContaining("changed from version 0 to 1 while it was being replaced");
    assertThat(contents(table)).containsExactly("x 2024-02-29 1", "y 2024-03-01 3");
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void aCommitTellsTheRowsItWroteAndNotThoseItCarriedOver(Layout layout) {
    Table table = table(layout);
    Given.replaceDays(
        lake,
        table,
        DaySet.of(D1, D2),
        rows(table, row("x", D1, "a", 1), row("y", D2, "a", 2), row("z", D2, "b", 3)),
        "job");
    Given.replaceDays(lake, table, DaySet.of(D1), rows(table, row("x", D1, "a", 7)), "job");
    Given.replaceDays(lake, table, DaySet.of(D1), rows(table), "job");
    assertThat(lake.commitsAfter(table, -1))
        .extracting(org.dawen.lake.Commit::rowsWritten)
        .containsExactly(3L, 1L, 0L);
  }

  @Test
  void theFilesOfACommitHoldWhatItWrote() {
    Table table = table(Layout.BY_YEAR);
    List<Commit> commits =
        Given.replaceDays(lake, table, DaySet.of(D1), rows(table, row("x", D1, "a", 1)), "job");
    assertThat(commits).hasSize(1);
    String[] files = commits.get(0).files().toArray(String[]::new);
    assertThat(Given.all(lake.spark().read().schema(table.rowSchema()).parquet(files)))
        .extracting(r -> r.text(CODE) + " " + r.day(DAY) + " " + r.whole(VALUE))
        .containsExactly("x 2024-02-29 1");
  }

  @Test
  void notesStandUntilTheyAreRemoved() {
    assertThat(lake.noteNames("intents")).isEmpty();
    lake.writeNote("intents", "b", "two");
    lake.writeNote("intents", "a", "one");
    lake.writeNote("intents", "a", "one again");
    assertThat(lake.noteNames("intents")).containsExactly("a", "b");
    assertThat(lake.note("intents", "a")).isEqualTo("one again");
    assertThat(lake.note("intents", "b")).isEqualTo("two");
    lake.removeNote("intents", "a");
    lake.removeNote("intents", "never there");
    assertThat(lake.noteNames("intents")).containsExactly("b");
  }

  @Test
  void requiredAndListedColumnsAreHeldByConstraints() {
    Table table = table(Layout.UNPARTITIONED);
    Given.replaceDays(lake, table, DaySet.of(D1), rows(table, row("x", D1, null, 1)), "job");
    assertThatThrownBy(
            () ->
                Given.replaceDays(
                    lake, table, DaySet.of(D1), rows(table, row(null, D1, "a", 1)), "job"))
        .hasStackTraceContaining("code_required");
    assertThatThrownBy(
            () ->
                Given.replaceDays(
                    lake, table, DaySet.of(D1), rows(table, row("x", D1, "c", 1)), "job"))
        .hasStackTraceContaining("kind_listed");
  }

  @Test
  void constraintsHoldFromTheFirstCommitOn() {
    Table table = table(Layout.UNPARTITIONED);
    assertThatThrownBy(
            () ->
                Given.replaceDays(
                    lake, table, DaySet.of(D1), rows(table, row(null, D1, "a", 1)), "job"))
        .hasStackTraceContaining("code_required");
  }

  @Test
  void columnsCarryTheirMeaningAsComment() {
    Table table = table(Layout.BY_MONTH);
    Given.replaceDays(lake, table, DaySet.of(D1), rows(table, row("x", D1, "a", 1)), "job");
    assertThat(lake.read(table).schema().apply("code").getComment().get()).isEqualTo("编码 Code.");
  }

  @Test
  void commitsTellTheDaysTheyTouched() {
    Table table = table(Layout.BY_YEAR);
    Given.replaceDays(lake, table, DaySet.of(D1, D2), rows(table, row("x", D1, "a", 1)), "first");
    Given.replaceDays(lake, table, DaySet.of(D2), rows(table, row("x", D2, "a", 1)), "second");
    assertThat(lake.commitsAfter(table, -1))
        .extracting(Commit::version, Commit::changesData, Commit::days, Commit::job)
        .containsExactly(
            tuple(0L, true, DaySet.of(D1, D2), "first"), tuple(1L, true, DaySet.of(D2), "second"));
    assertThat(lake.commitsAfter(table, 1)).isEmpty();
  }

  /** A folder never has twice as many small files as it may, and other folders are not touched. */
  @Test
  void aCommitJoinsTheSmallFilesOfItsFolder() {
    Table table = table(Layout.BY_YEAR);
    LocalDate other = LocalDate.of(2023, 6, 1);
    Given.replaceDays(lake, table, DaySet.of(other), rows(table, row("o", other, "a", 0)), "job");
    List<String> expected = new ArrayList<>(List.of("o 2023-06-01 0"));
    int most = 0;
    for (int i = 0; i < 20; i++) {
      LocalDate day = D1.plusDays(i);
      Given.replaceDays(lake, table, DaySet.of(day), rows(table, row("x", day, "a", i)), "job");
      expected.add("x %s %d".formatted(day, i));
      most = Math.max(most, lake.fileCount(table));
    }
    List<Commit> commits = lake.commitsAfter(table, 0);
    assertThat(contents(table)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(most).isBetween(8, 18);
    assertThat(lake.fileCount(table)).isLessThan(20);
    assertThat(commits).extracting(Commit::rowsWritten).containsOnly(1L);
    assertThat(commits.get(19).days()).isEqualTo(DaySet.of(D1.plusDays(19)));
    assertThat(lake.files(table).files())
        .filteredOn(f -> f.folders().containsValue("2023"))
        .singleElement()
        .returns(other, DataFiles.DataFile::first);
    // A day in a joined file is still replaced alone.
    Given.replaceDays(lake, table, DaySet.of(D2), rows(table, row("y", D2, "a", 9)), "job");
    expected.set(2, "y 2024-03-01 9");
    assertThat(contents(table)).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void aForeignCommitHasNoDaysAndCompactionChangesNoData() {
    Table table = table(Layout.UNPARTITIONED);
    Given.replaceDays(lake, table, DaySet.of(D1), rows(table, row("x", D1, "a", 1)), "job");
    lake.append(table, DaySet.of(D2), Given.rows(table, rows(table, row("x", D2, "a", 1))), "job");
    io.delta.tables.DeltaTable.forPath(spark, lake.path(table)).delete("value = 1 AND code = 'x'");
    lake.append(table, DaySet.of(D2), Given.rows(table, rows(table, row("x", D2, "a", 1))), "job");
    lake.append(table, DaySet.of(D2), Given.rows(table, rows(table, row("y", D2, "a", 1))), "job");
    lake.compact(table);
    List<Commit> commits = lake.commitsAfter(table, 1);
    Commit foreign = commits.get(0);
    assertThat(foreign.days()).isNull();
    assertThat(foreign.job()).startsWith("DELETE by Apache-Spark");
    assertThat(commits).extracting(Commit::isForeign).startsWith(true, false, false);
    assertThat(commits.get(commits.size() - 1).changesData()).isFalse();
  }

  @Test
  void anUnwrittenTableReadsAsEmptyWithItsColumns() {
    Table table = table(Layout.BY_MONTH);
    assertThat(lake.read(table).count()).isZero();
    assertThat(lake.read(table).columns())
        .containsExactly("code", "data_day", "kind", "value", "data_month");
    assertThat(lake.countRows(table)).isZero();
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void rowsOfDaysAreThoseDeltasOwnReaderGives(Layout layout) {
    Table table = table(layout);
    LocalDate d3 = LocalDate.of(2024, 3, 5);
    Given.replaceDays(
        lake,
        table,
        DaySet.of(D1, D2),
        rows(table, row("x", D1, "a", 1), row("y", D2, null, 2), row("z", D2, "b", 3)),
        "job");
    Given.replaceDays(lake, table, DaySet.of(d3), rows(table, row("x", d3, "a", 4)), "job");
    Given.replaceDays(lake, table, DaySet.of(D2), rows(table, row("q", D2, "b", 5)), "job");
    for (DaySet days : List.of(DaySet.of(D1), DaySet.of(D2, d3), DaySet.NONE, DaySet.ALWAYS)) {
      Dataset<Row> byDelta =
          spark
              .read()
              .format("delta")
              .load(lake.path(table))
              .where(days.toSql(DAY.name()))
              .select("code", "data_day", "kind", "value");
      Dataset<Row> ours = Given.ofDays(lake, table, days);
      assertThat(ours.schema().fieldNames()).containsExactly("code", "data_day", "kind", "value");
      assertThat(ours.collectAsList()).containsExactlyInAnyOrderElementsOf(byDelta.collectAsList());
    }
    assertThat(lake.countRows(table)).isEqualTo(lake.read(table).count());
  }

  @Test
  void daysOfOtherFilesAreNotOpened() {
    Table table = table(Layout.UNPARTITIONED);
    Given.replaceDays(lake, table, DaySet.of(D1), rows(table, row("x", D1, "a", 1)), "job");
    Given.replaceDays(lake, table, DaySet.of(D2), rows(table, row("x", D2, "a", 2)), "job");
    assertThat(lake.files(table).holding(DaySet.of(D2))).hasSize(1);
    assertThat(lake.fileCount(table)).isEqualTo(2);
  }

  @Test
  void rowsReadWithoutSparkAreTheSame() {
    Table table = table(Layout.UNPARTITIONED);
    // Twelve commits: the log has a checkpoint by then.
    for (int i = 0; i < 12; i++) {
      LocalDate day = D2.plusDays(i);
      Given.replaceDays(
          lake, table, DaySet.of(day), rows(table, row("c" + i, day, null, i)), "job");
    }
    List<String> rows =
        everyRow(lake, table).stream()
            .map(r -> r.text(CODE) + " " + r.day(DAY) + " " + r.whole(VALUE))
            .toList();
    assertThat(rows).hasSize(12).containsExactlyInAnyOrderElementsOf(contents(table));
  }

  @Test
  void rowsThatAnotherWriterMarkedAsDeletedStayDeleted() {
    Table table = table(Layout.BY_MONTH);
    Given.replaceDays(
        lake, table, DaySet.of(D1), rows(table, row("x", D1, "a", 1), row("y", D1, "a", 2)), "job");
    String path = "delta.`" + lake.path(table) + "`";
    spark.sql("ALTER TABLE " + path + " SET TBLPROPERTIES (delta.enableDeletionVectors = true)");
    spark.sql("DELETE FROM " + path + " WHERE code = 'x'");
    assertThat(contents(table)).containsExactly("y 2024-02-29 2");
    assertThat(Given.ofDays(lake, table, DaySet.of(D1)).collectAsList())
        .containsExactly(row("y", D1, "a", 2));
    assertThat(lake.countRows(table)).isEqualTo(1);
    assertThat(everyRow(lake, table)).extracting(r -> r.text(CODE)).containsExactly("y");
  }

  private static List<TableRow> everyRow(Lake lake, Table table) {
    return lake.rows(
        table, DaySet.ALWAYS, Set.of(CODE.name(), DAY.name(), KIND.name(), VALUE.name()));
  }

  @Test
  void aLakeMayLieInAFolderOfAnyName() {
    Table table = table(Layout.BY_MONTH);
    Lake elsewhere = new Lake(spark, folder.resolve("my 湖 #1%20+a").toString());
    Given.replaceDays(elsewhere, table, DaySet.of(D1), rows(table, row("x", D1, "a", 1)), "job");
    Given.replaceDays(elsewhere, table, DaySet.of(D2), rows(table, row("y", D2, "a", 2)), "job");
    assertThat(Given.ofDays(elsewhere, table, DaySet.of(D2)).collectAsList())
        .containsExactly(row("y", D2, "a", 2));
    assertThat(everyRow(elsewhere, table))
        .extracting(r -> r.text(CODE))
        .containsExactlyInAnyOrder("x", "y");
  }

  @Test
  void filesAreReachedWithTheSessionsHadoopPropertiesBeforeItStarts() {
    System.setProperty("spark.hadoop.dawen.test.endpoint", "here");
    try {
      assertThat(Sessions.hadoop().get("dawen.test.endpoint")).isEqualTo("here");
    } finally {
      System.clearProperty("spark.hadoop.dawen.test.endpoint");
    }
  }

  enum Before {
    A
  }

  enum After {
    A,
    B
  }

  @OfTable(name = "test.listed", grain = "A day.", sources = "a test")
  record Listed1(@Key @Day LocalDate dataDay, Before reason) {}

  @OfTable(name = "test.listed", grain = "A day.", sources = "a test")
  record Listed2(@Key @Day LocalDate dataDay, After reason) {}

  /** A lake of an earlier version, whose closed list was shorter. */
  @Test
  void constraintsThatThisVersionDeclaresOtherwiseAreReplacedByTheNextCommit() {
    give(Listed1.class, new Listed1(D1, Before.A));
    give(Listed2.class, new Listed2(D2, After.B));
    String path = "delta.`" + lake.path(Table.of(Listed2.class)) + "`";
    assertThat(spark.sql("SHOW TBLPROPERTIES " + path).collectAsList())
        .extracting(r -> r.getString(0) + " " + r.getString(1))
        .filteredOn(p -> p.startsWith("delta.constraints") && p.contains("reason IN"))
        .singleElement()
        .asString()
        .contains("'A'", "'B'");
    spark.sql("INSERT INTO " + path + " VALUES (DATE'2024-03-09', 'B')");
    assertThat(lake.countRows(Table.of(Listed2.class))).isEqualTo(3);
  }

  private <R extends Record> void give(Class<R> type, R row) {
    try (RowSink<R> sink = lake.place(type).open(DaySet.ALWAYS)) {
      sink.write(row);
      lake.commit(Table.of(type), DaySet.NONE, sink.finish(), "test");
    }
  }
}
