package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.dawen.run.Progress;
import org.dawen.source.SourceTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaintainTest {
  private static final Path LANDING =
      Path.of(System.getProperty("dawen.home", "."), "data-samples/landing");

  @TempDir private Path folder;

  @Test
  void joiningAndDeletingFilesChangesNoRowAndMakesNothingDue() {
    Nights nights = new Nights(SampleLake.copyTo(folder.resolve("lake")), LANDING);
    Map<String, String> before = nights.hashes();
    int files = nights.lake().fileCount(SourceTables.OUTLET_HOUR);
    assertThat(files).isGreaterThan(1);

    String closing = MaintainCommand.maintain(nights.lake(), 1, 168, false, Progress.SILENT);

    assertThat(closing).contains("source.outlet_hour");
    assertThat(nights.lake().fileCount(SourceTables.OUTLET_HOUR)).isLessThanOrEqualTo(files);
    assertThat(nights.hashes()).isEqualTo(before);
    assertThat(nights.run().lines()).isEmpty();
  }
}
