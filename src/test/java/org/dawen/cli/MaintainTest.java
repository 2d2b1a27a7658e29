package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.dawen.lake.ContentHash;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.RowSink;
import org.dawen.lake.SharedSession;
import org.dawen.lake.Table;
import org.dawen.run.Progress;
import org.dawen.source.ExceedanceEpisode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaintainTest {
  private static final Path LANDING =
      Path.of(System.getProperty("dawen.home", "."), "data-samples/landing");
  private static final List<Table> TABLES =
      Catalogue.tables().stream()
          .filter(
              t -> Set.of("lead.evidence", "power.meter_day", "received.air").contains(t.name()))
          .toList();

  @TempDir private Path folder;

  @Test
  void joiningAndDeletingFilesChangesNoRowAndMakesNothingDue() {
    Nights nights = new Nights(SampleLake.copyTo(folder.resolve("lake")), LANDING);
    Lake lake = nights.lake();
    List<String> before = hashes(lake);
    int files = files(lake);

    LongAdder tasks = new LongAdder();
    SparkListener counting =
        new SparkListener() {
          @Override
          public void onTaskEnd(SparkListenerTaskEnd end) {
            tasks.increment();
          }
        };
    SharedSession.spark().sparkContext().addSparkListener(counting);
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    String closing =
        scala.Console.withOut(
            printed, () -> MaintainCommand.maintain(lake, TABLES, 1, 168, false, Progress.SILENT));

    SharedSession.spark().sparkContext().removeSparkListener(counting);
    assertThat(tasks.sum()).as("Delta would list each table in 10,000 tasks").isBetween(1L, 2000L);
    assertThat(printed.toString()).as("standard output belongs to results").isEmpty();
    assertThat(closing).contains("lead.evidence", "joined");
    assertThat(files(lake)).isLessThan(files);
    assertThat(hashes(lake)).isEqualTo(before);
    assertThat(nights.run().lines()).isEmpty();
  }

  @Test
  void aTableWithoutOldFilesIsLeftAlone() {
    Lake lake =
        new Lake(SharedSession.spark(), SampleLake.copyTo(folder.resolve("lake")).toString());
    List<Table> whole = TABLES.stream().filter(t -> t.name().equals("received.air")).toList();
    long version = lake.newestVersion(whole.get(0));
    assertThat(lake.hasOldFiles(whole.get(0))).isFalse();
    MaintainCommand.maintain(lake, whole, 30, 168, false, Progress.SILENT);
    assertThat(lake.newestVersion(whole.get(0))).isEqualTo(version);
    MaintainCommand.maintain(lake, whole, 1, 168, false, Progress.SILENT);
    assertThat(lake.hasOldFiles(whole.get(0))).isTrue();
    assertThat(lake.newestVersion(whole.get(0))).isGreaterThan(version);
  }

  /** A task that is lost, or done twice, has written files that the run never commits. */
  @Test
  void whatALostTaskWroteIsReadByNobodyAndGoesWithMaintain() throws IOException {
    Path folderOfLake = SampleLake.copyTo(folder.resolve("lake"));
    Nights nights = new Nights(folderOfLake, LANDING);
    Lake lake = nights.lake();
    Table table = Table.of(ExceedanceEpisode.class);
    List<ExceedanceEpisode> before =
        lake.rows(table, ExceedanceEpisode.class, DaySet.ALWAYS).list();
    Path whole;
    Path cut = folderOfLake.resolve("source/exceedance_episode/part-of-a-lost-task.snappy.parquet");
    try (RowSink<ExceedanceEpisode> lost =
        lake.place(ExceedanceEpisode.class).open(DaySet.ALWAYS)) {
      before.forEach(lost::write);
      whole =
          folderOfLake.resolve("source/exceedance_episode").resolve(lost.finish().get(0).path());
    }
    Files.write(cut, Arrays.copyOf(Files.readAllBytes(whole), 100));
    for (Path left : List.of(whole, cut)) {
      assertThat(left).exists();
      Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofDays(8))));
    }

    assertThat(lake.rows(table, ExceedanceEpisode.class, DaySet.ALWAYS).list()).isEqualTo(before);
    assertThat(nights.run().lines()).isEmpty();
    assertThat(whole).as("may be of a reader's version for all a night knows").exists();
    MaintainCommand.maintain(lake, List.of(table), 30, 168, false, Progress.SILENT);
    assertThat(whole).doesNotExist();
    assertThat(cut).doesNotExist();
    assertThat(lake.rows(table, ExceedanceEpisode.class, DaySet.ALWAYS).list()).isEqualTo(before);
  }

  private static List<String> hashes(Lake lake) {
    return TABLES.stream().map(t -> ContentHash.of(lake, t)).toList();
  }

  private static int files(Lake lake) {
    return TABLES.stream().mapToInt(lake::fileCount).sum();
  }
}
