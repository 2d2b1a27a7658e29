package org.dawen.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedFilesTest {
  @TempDir private Path lake;

  private void file(String path) throws IOException {
    Path file = lake.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
  }

  @Test
  void whatAKilledRunHadBegunIsRemovedAndNothingElse() throws IOException {
    List<String> unfinished =
        List.of(
            "air/station_day/_delta_log/.00000000000000000003.json.1b2c.tmp",
            "air/station_day/_delta_log/..00000000000000000003.json.1b2c.tmp.crc",
            "air/station_day/_delta_log/.00000000000000000003.checkpoint.parquet.1b2c.tmp",
            "air/station_day/_delta_log/..00000000000000000003.checkpoint.parquet.1b2c.tmp.crc",
            ".notes/intent/.run-1.unfinished",
            ".notes/nightly/.begun.unfinished",
            ".lease/.000000000007.unfinished");
    List<String> finished =
        List.of(
            "air/station_day/_delta_log/00000000000000000002.json",
            "air/station_day/_delta_log/.00000000000000000002.json.crc",
            "air/station_day/part-0.parquet",
            ".notes/intent/run-1",
            ".lease/000000000007",
            ".lock");
    for (String path : unfinished) {
      file(path);
    }
    for (String path : finished) {
      file(path);
    }
    UnfinishedFiles.remove(lake);
    assertThat(unfinished).allSatisfy(p -> assertThat(lake.resolve(p)).doesNotExist());
    assertThat(finished).allSatisfy(p -> assertThat(lake.resolve(p)).exists());
  }
}
