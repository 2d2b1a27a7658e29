package org.dawen.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.execution.ui.SparkListenerSQLExecutionStart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogCheckpointTest {
  private static final Column CODE = Column.text("code").required().says("Code.", "编码");
  private static final Column DAY = Column.day("data_day").required().says("Day.", "日期");
  private static final Column KIND =
      Column.text("kind").oneOf(List.of("a", "b")).says("Kind.", "类别");
  private static final Table TABLE =
      TestTable.table("test.rows")
          .says("One row per code and day.")
          .key(CODE, DAY)
          .day(DAY)
          .layout(Layout.BY_MONTH)
          .columns(List.of(CODE, DAY, KIND));
  private static final LocalDate FIRST = LocalDate.of(2024, 2, 25);

  private final SparkSession spark = SharedSession.spark();
  @TempDir private Path folder;
  private Lake lake;

  @BeforeEach
  void openLake() {
    lake = new Lake(spark, folder.toString());
  }

  /** A commit a day; the last replaces the day before too, so that a file was taken out. */
  private void commitDays(int n) {
    for (int i = 0; i < n; i++) {
      LocalDate day = FIRST.plusDays(i);
      boolean isLast = i == n - 1;
      List<Row> rows = new ArrayList<>(List.of(RowFactory.create("c" + i, day, "a")));
      if (isLast) {
        rows.add(RowFactory.create("again", day.minusDays(1), "b"));
      }
      Given.replaceDays(
          lake, TABLE, isLast ? DaySet.of(day.minusDays(1), day) : DaySet.of(day), rows, "job");
    }
  }

  private Path log() {
    return folder.resolve("test/rows/_delta_log");
  }

  private List<String> inLog(String ending) throws IOException {
    try (Stream<Path> files = Files.list(log())) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(n -> !n.startsWith(".") && n.endsWith(ending))
          .sorted()
          .toList();
    }
  }

  private void deleteCommitsUpTo(long version) throws IOException {
    for (long v = 0; v <= version; v++) {
      Files.delete(log().resolve("%020d.json".formatted(v)));
      Files.delete(log().resolve(".%020d.json.crc".formatted(v)));
    }
    DeltaLog.clearCache();
  }

  private List<String> byDelta() {
    return spark.read().format("delta").load(lake.path(TABLE)).collectAsList().stream()
        .map(r -> r.getAs("code") + " " + r.getAs("data_day") + " " + r.getAs("kind"))
        .sorted()
        .toList();
  }

  private List<String> byKernel() {
    return lake.rows(TABLE, DaySet.ALWAYS, Set.of(CODE.name(), KIND.name())).stream()
        .map(r -> r.text(CODE) + " " + r.day(DAY) + " " + r.text(KIND))
        .sorted()
        .toList();
  }

  /** Delta itself counts files and writes a checkpoint on the tenth version, by queries. */
  @Test
  void commitsWriteNoCheckpointButTellThatTheLogIsLong() throws Exception {
    commitDays(9);
    assertThat(lake.longLogs()).isEmpty();
    Started started = during(() -> commitDays(3));

    assertThat(started.queries.sum()).isZero();
    assertThat(inLog(".json")).hasSize(12);
    assertThat(inLog(".checkpoint.parquet")).isEmpty();
    assertThat(lake.longLogs()).containsExactly(TABLE);
  }

  @Test
  void aCheckpointSaysWhatAllCommitsBeforeItSaid() throws IOException {
    commitDays(12);
    List<String> before = byDelta();

    lake.shortenLog(TABLE);
    assertThat(inLog(".checkpoint.parquet"))
        .containsExactly("00000000000000000011.checkpoint.parquet");
    assertThat(lake.longLogs()).isEmpty();

    deleteCommitsUpTo(10);
    assertThat(before)
        .hasSize(12)
        .contains("again 2024-03-06 b")
        .doesNotContain("c10 2024-03-06 a");
    assertThat(byDelta()).isEqualTo(before);
    assertThat(byKernel()).isEqualTo(before);
  }

  @Test
  void aTableGoesOnBehindItsCheckpointWithItsConstraints() throws IOException {
    commitDays(10);
    lake.shortenLog(TABLE);
    deleteCommitsUpTo(8);

    commitDays(2);
    assertThat(lake.longLogs()).isEmpty();
    assertThat(byKernel()).isEqualTo(byDelta()).hasSize(10);
    assertThatThrownBy(
            () ->
                spark.sql(
                    "INSERT INTO delta.`%s` VALUES ('x', DATE'2024-03-01', 'c', '2024-03')"
                        .formatted(lake.path(TABLE))))
        .hasMessageContaining("CHECK constraint");
  }

  @Test
  void aCheckpointRunsNoSparkJobAndIsWrittenOnce() throws Exception {
    commitDays(2);
    Started started =
        during(
            () -> {
              lake.shortenLog(TABLE);
              lake.shortenLog(TABLE);
            });

    assertThat(started.jobs.sum()).isZero();
    assertThat(inLog(".checkpoint.parquet"))
        .containsExactly("00000000000000000001.checkpoint.parquet");
  }

  @Test
  void commitsBehindACheckpointStartNoQuery() throws Exception {
    commitDays(10);
    lake.shortenLog(TABLE);
    DeltaLog.clearCache();

    Started started = during(() -> commitDays(11));
    assertThat(started.queries.sum()).isZero();
    assertThat(lake.newestVersion(TABLE)).isEqualTo(20);
  }

  /** The jobs of which rows are written start no query. */
  private static final class Started extends SparkListener {
    private final LongAdder jobs = new LongAdder();
    private final LongAdder queries = new LongAdder();

    @Override
    public void onJobStart(SparkListenerJobStart start) {
      jobs.increment();
    }

    @Override
    public void onOtherEvent(SparkListenerEvent event) {
      if (event instanceof SparkListenerSQLExecutionStart) {
        queries.increment();
      }
    }
  }

  private Started during(Runnable work) throws TimeoutException {
    Started started = new Started();
    spark.sparkContext().addSparkListener(started);
    work.run();
    spark.sparkContext().listenerBus().waitUntilEmpty();
    spark.sparkContext().removeSparkListener(started);
    return started;
  }

  /** Delta keeps commits for 30 days, so that a log does not grow for ever. */
  @Test
  void commitsOlderThanAMonthAreRemovedOnceACheckpointHoldsThem() throws IOException {
    commitDays(5);
    try (Stream<Path> files = Files.list(log())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(40))));
      }
    }
    lake.shortenLog(TABLE);
    commitDays(2);
    lake.shortenLog(TABLE);

    assertThat(inLog(".json")).hasSizeLessThanOrEqualTo(3);
    assertThat(inLog(".crc")).hasSizeLessThanOrEqualTo(3);
    DeltaLog.clearCache();
    assertThat(byKernel()).isEqualTo(byDelta()).hasSize(5);
    assertThat(lake.newestVersion(TABLE)).isEqualTo(6);
  }

  /** What another writer has switched on may ask for more than Delta Kernel writes here. */
  @Test
  void aTableWithOtherFeaturesIsLeftToDeltasOwnWriter() throws IOException {
    commitDays(3);
    spark.sql(
        "ALTER TABLE delta.`%s` SET TBLPROPERTIES (delta.enableDeletionVectors = true)"
            .formatted(lake.path(TABLE)));
    spark.sql("DELETE FROM delta.`%s` WHERE code = 'again'".formatted(lake.path(TABLE)));
    List<String> before = byDelta();
    lake.shortenLog(TABLE);

    assertThat(inLog(".checkpoint.parquet")).hasSize(1);
    deleteCommitsUpTo(3);
    assertThat(byDelta()).isEqualTo(before).hasSize(2);
  }
}
