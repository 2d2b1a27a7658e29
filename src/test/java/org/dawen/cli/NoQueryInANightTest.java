package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.dawen.lake.Lake;
import org.dawen.lake.Message;
import org.dawen.lake.SharedSession;
import org.dawen.run.NightReport;
import org.dawen.run.OpsTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A night plans and compiles no query: that took more of its time than its rows did
 * (docs/decisions/0074).
 */
class NoQueryInANightTest {
  private static final Path LANDING =
      Path.of(System.getProperty("dawen.home", "."), "data-samples/landing");

  @TempDir private Path folder;

  @Test
  void aQueryWouldBeSeen() {
    Lake lake =
        new Lake(SharedSession.spark(), SampleLake.copyTo(folder.resolve("lake")).toString());
    StartedQueries started =
        StartedQueries.during(
            SharedSession.spark(),
            () -> {
              lake.read(OpsTables.JOB_RUN).queryExecution().toRdd();
              lake.compact(OpsTables.JOB_RUN);
            });
    assertThat(started.own()).singleElement().asString().contains("NoQueryInANightTest");
    assertThat(started.ofDelta()).isNotEmpty();
  }

  @Test
  void theNightOfTheSampleStartsNone() {
    assertThat(SampleLake.queries().own()).isEmpty();
    assertThat(SampleLake.queries().ofDelta()).as("Delta's own").isEmpty();
  }

  /** Rows are carried over, days are replaced, files are told to hold far days. */
  @Test
  void oneMoreDayOnAFinishedLakeStartsNone() throws IOException {
    Path landing = SampleLake.copy(LANDING, folder.resolve("landing"));
    Nights nights = new Nights(SampleLake.copyTo(folder.resolve("lake")), landing);
    String header =
        "station_code,hour_end,so2_ug_m3,no2_ug_m3,co_mg_m3,o3_ug_m3,pm10_ug_m3,pm2_5_ug_m3";
    List<String> hours =
        IntStream.rangeClosed(1, 23)
            .mapToObj("TA001,2024-03-31T%02d:00,18,52,1.5,27,72,64"::formatted)
            .toList();
    Files.write(
        landing.resolve("air/late.csv"),
        IntStream.range(-1, hours.size() + 1)
            .mapToObj(
                i ->
                    i < 0
                        ? header
                        : i < hours.size()
                            ? hours.get(i)
                            : "TA001,2022-03-31T01:00,18,52,1.5,27,72,64")
            .toList(),
        StandardCharsets.UTF_8);
    NightReport[] report = new NightReport[1];
    StartedQueries started =
        StartedQueries.during(SharedSession.spark(), () -> report[0] = nights.run());

    assertThat(report[0].warnings())
        .extracting(Message::toString)
        .anyMatch(w -> w.contains("late.csv 2022-03-31"));
    assertThat(report[0].lines()).anyMatch(l -> l.name().equals("air.ranking_month"));
    assertThat(started.own()).isEmpty();
    assertThat(started.ofDelta()).as("Delta's own").isEmpty();
  }
}
