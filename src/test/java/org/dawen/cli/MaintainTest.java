package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.dawen.lake.ContentHash;
import org.dawen.lake.Lake;
import org.dawen.lake.SharedSession;
import org.dawen.lake.Table;
import org.dawen.run.Progress;
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

  private static List<String> hashes(Lake lake) {
    return TABLES.stream().map(t -> ContentHash.of(lake, t)).toList();
  }

  private static int files(Lake lake) {
    return TABLES.stream().mapToInt(lake::fileCount).sum();
  }
}
