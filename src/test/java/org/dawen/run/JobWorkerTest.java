package org.dawen.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.hadoop.fs.FSError;
import org.dawen.lake.Column;
import org.dawen.lake.Day;
import org.dawen.lake.DaySet;
import org.dawen.lake.Key;
import org.dawen.lake.Lake;
import org.dawen.lake.OfTable;
import org.dawen.lake.SharedSession;
import org.dawen.lake.Table;
import org.dawen.lake.TestTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobWorkerTest {
  private static final Table HOUR = table("test.hour");
  private static final JobSpec TWO_DAYS_AT_ONCE =
      JobSpec.writes(table("test.day")).follows(HOUR).batchDays(2).build();
  private static final DaySet MARCH = DaySet.parse("2024-03-01..2024-03-03");

  private final ExecutorService writers = Executors.newSingleThreadExecutor();
  @TempDir private Path folder;

  private static Table table(String name) {
    Column day = Column.day("data_day");
    return TestTable.table(name).key(day).day(day).columns(List.of(day));
  }

  /** Names a data file of 16 MiB and a byte; nobody opens it to see whether there is much. */
  private static final String LOG_OF_A_LARGE_FILE =
      """
      {"protocol":{"minReaderVersion":1,"minWriterVersion":2}}
      {"metaData":{"id":"1","format":{"provider":"parquet","options":{}},"schemaString":\
      "{\\"type\\":\\"struct\\",\\"fields\\":[{\\"name\\":\\"data_day\\",\\"type\\":\\"date\\",\\"nullable\\":false,\\"metadata\\":{}}]}",\
      "partitionColumns":[],"configuration":{},"createdTime":0}}
      {"add":{"path":"rows.parquet","partitionValues":{},"size":16777217,"modificationTime":0,"dataChange":true}}
      """;

  private List<DaySet> batches() {
    Lake lake = new Lake(SharedSession.spark(), folder.toString());
    JobWorker worker = new JobWorker(lake, Settings.of(Map.of()), Progress.SILENT, writers, "run");
    return worker.batches(List.of(TWO_DAYS_AT_ONCE), MARCH);
  }

  @AfterEach
  void stop() {
    writers.shutdownNow();
  }

  @Test
  void aSmallLakeIsComputedAtOnce() {
    assertThat(batches()).containsExactly(MARCH);
  }

  @Test
  void daysOfALargeTableAreTakenInPortions() throws IOException {
    Path log = Files.createDirectories(folder.resolve("test/hour/_delta_log"));
    Files.writeString(log.resolve("00000000000000000000.json"), LOG_OF_A_LARGE_FILE);
    assertThat(batches())
        .containsExactly(DaySet.parse("2024-03-01..2024-03-02"), DaySet.parse("2024-03-03"));
  }

  @OfTable(name = "test.sum", grain = "A day.", sources = "a test")
  record Sum(@Key @Day LocalDate dataDay) {}

  /** Hadoop says what a local disk refuses by an Error; the other jobs of the night go on. */
  @Test
  void aFullDiskIsAFailureOfThePartsOfAPassInWords() throws ReflectiveOperationException {
    Constructor<FSError> made = FSError.class.getDeclaredConstructor(Throwable.class);
    made.setAccessible(true);
    FSError full = made.newInstance(new IOException("No space left on device"));
    JobSpec part = JobSpec.writes(Table.of(Sum.class)).follows(Table.of(Sum.class)).build();
    Pass pass =
        new Pass() {
          private static final long serialVersionUID = 1L;

          @Override
          public PassSpec spec() {
            return PassSpec.of()
                .gives(JobSpec.writes(Sum.class).follows(Table.of(Sum.class)))
                .build();
          }

          @Override
          public Rule rule(References references) {
            throw full;
          }
        };
    Lake lake = new Lake(SharedSession.spark(), folder.toString());
    JobWorker worker = new JobWorker(lake, Settings.of(Map.of()), Progress.SILENT, writers, "run");
    Job job = pass.jobs().get(0);
    Map<Job, BatchOutcome> outcomes =
        worker.run(Map.of(job, new Planner.Due(part, "code", MARCH, Map.of())));
    assertThat(outcomes).containsOnlyKeys(job);
    assertThat(FailureWords.of(outcomes.get(job).failure()).toString())
        .startsWith("the disk is full.");
  }
}
