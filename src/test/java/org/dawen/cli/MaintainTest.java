package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.dawen.lake.ContentHash;
import org.dawen.lake.Lake;
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

    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    String closing =
        scala.Console.withOut(
            printed, () -> MaintainCommand.maintain(lake, TABLES, 1, 168, false, Progress.SILENT));

    assertThat(printed.toString()).as("standard output belongs to results").isEmpty();
    assertThat(closing).contains("lead.evidence", "joined");
    assertThat(files(lake)).isLessThan(files);
    assertThat(hashes(lake)).isEqualTo(before);
    assertThat(nights.run().lines()).isEmpty();
  }

  private static List<String> hashes(Lake lake) {
    return TABLES.stream().map(t -> ContentHash.of(lake, t)).toList();
  }

  private static int files(Lake lake) {
    return TABLES.stream().mapToInt(lake::fileCount).sum();
  }
}
