package org.dawen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dawen.lake.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a feed that is read once hands on while its files are counted. */
class PackedRowsTest {
  private static final Table POWER = Table.of(ReceivedPower.class);
  private static final int LINES = 3_000;

  @TempDir private Path folder;

  /** More rows than go into one piece, some of them repeated, rejected or without a value. */
  private LandingFile landed() throws IOException {
    StringBuilder text = new StringBuilder("meter_code,interval_end,energy_kwh,current_a\n");
    for (int i = 0; i < LINES; i++) {
      text.append("M%d,2024-03-%02dT%02d:%02d,".formatted(i % 7, 1 + i % 28, i % 24, i % 60))
          .append(i % 50 == 0 ? "?" : i / 8.0)
          .append(i % 3 == 0 ? "," : ",1.5")
          .append('\n');
    }
    text.append("M1,never,1,\n");
    text.append("M0,2024-03-01T00:00,?,\n");
    Path file = folder.resolve("many.csv");
    Files.writeString(file, text);
    return LandingFile.of("power/many.csv", "power", file.toUri().toString(), text.length());
  }

  @Test
  void areThoseThatAreReadAgain() throws IOException {
    PowerFeed feed = new PowerFeed(List.of());
    assertThat(feed.isReadOnce()).isTrue();
    List<Object> found = new ArrayList<>();
    FileReading.survey(List.of(new FileReading.Task(feed, landed())).iterator())
        .forEachRemaining(found::add);
    FileAccount account = (FileAccount) found.get(found.size() - 1);
    assertThat(found.stream().filter(KeptRows.class::isInstance).count()).isGreaterThan(1);

    List<Record> unpacked = new ArrayList<>();
    new FileReading.Unpack(feed, POWER, List.of(account), SlicedFiles.of(found))
        .call(found.iterator())
        .forEachRemaining(unpacked::add);
    List<Record> readAgain = new ArrayList<>();
    FileReading.rows(POWER, List.of(new FileReading.SurveyedTask(feed, account)).iterator())
        .forEachRemaining(readAgain::add);
    assertThat(unpacked)
        .isEqualTo(readAgain)
        .hasSize((int) account.rows())
        .hasSizeGreaterThan(2_000);
    assertThat(account.charset()).isEqualTo(StandardCharsets.UTF_8.name());
    assertThat(account.rejects()).isEqualTo(1);
    assertThat(account.duplicates()).isEqualTo(1);
  }
}
