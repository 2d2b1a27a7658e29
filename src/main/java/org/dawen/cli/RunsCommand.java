package org.dawen.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.dawen.lake.Message;
import org.dawen.lake.Trouble;
import org.dawen.run.NightReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The history of runs, or one of them whole. */
@Command(name = "runs", mixinStandardHelpOptions = true)
final class RunsCommand implements Callable<Integer> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Shanghai"));

  @Mixin private LakeOptions options;

  @Parameters(arity = "0..1", paramLabel = "RUN", descriptionKey = "run")
  private String run;

  @Option(names = "--last", paramLabel = "N", defaultValue = "20")
  private int last;

  @Option(names = "--json")
  private boolean json;

  @Override
  public Integer call() throws JsonProcessingException {
    try (OpenLake open = OpenLake.toRead(options)) {
      boolean isHeld = open.isHeldByAnother();
      List<RunHistory.Entry> newest =
          RunHistory.newest(open.lake(), run == null ? last : Integer.MAX_VALUE);
      List<RunHistory.Entry> shown = run == null ? newest : List.of(named(newest));
      if (json) {
        System.out.println(new ObjectMapper().writeValueAsString(shown));
      } else if (run == null) {
        System.out.print(table(shown, isHeld));
      } else {
        print(shown.get(0), shown.get(0).equals(newest.get(0)) && isHeld);
      }
    }
    return 0;
  }

  private RunHistory.Entry named(List<RunHistory.Entry> newest) {
    return newest.stream()
        .filter(e -> run.equals("last") || e.runId().equals(run))
        .findFirst()
        .orElseThrow(() -> Trouble.usage("runs.none-such", run));
  }

  /** The newest runs; the newest of all has not ended while another process holds the lake. */
  static String table(List<RunHistory.Entry> newest, boolean isHeld) {
    List<List<String>> rows = new ArrayList<>();
    for (RunHistory.Entry e : newest) {
      rows.add(
          List.of(
              e.runId(),
              e.command(),
              time(e.startedAt()),
              time(e.endedAt()),
              e.seconds() == null ? "" : "%,.1f".formatted(e.seconds()),
              ending(e, rows.isEmpty() && isHeld),
              "%,d".formatted(sum(e, true)),
              "%,d".formatted(sum(e, false)),
              failed(e)));
    }
    return rows.isEmpty()
        ? Message.of("runs.none").text() + "\n"
        : TextTable.of(TextTable.headings("runs.headings"), rows, i -> i == 4 || i == 6 || i == 7);
  }

  private static String time(String instant) {
    return instant == null ? "" : TIME.format(Instant.parse(instant));
  }

  private static String ending(RunHistory.Entry entry, boolean isRunning) {
    if (entry.exitCode() == null) {
      return Message.of(isRunning ? "runs.running" : "runs.killed").text();
    }
    return entry.exitCode().toString();
  }

  /** Files taken in, or rows that jobs wrote. */
  private static long sum(RunHistory.Entry entry, boolean isOfFiles) {
    return entry.lines().stream()
        .filter(l -> l.name().startsWith("intake ") == isOfFiles)
        .mapToLong(l -> isOfFiles ? files(l) : l.rowsOut())
        .sum();
  }

  private static long files(NightReport.Line line) {
    String word = line.outcome().split(" ")[0].replace(",", "");
    return word.matches("\\d+") ? Long.parseLong(word) : 0;
  }

  private static String failed(RunHistory.Entry entry) {
    if (entry.failure() != null) {
      return Message.recognised(entry.failure()).text();
    }
    return String.join(
        ", ",
        entry.lines().stream()
            .filter(l -> l.outcome().startsWith("failed"))
            .map(NightReport.Line::name)
            .toList());
  }

  private static void print(RunHistory.Entry entry, boolean isHeld) {
    System.out.print(table(List.of(entry), isHeld));
    if (!entry.lines().isEmpty()) {
      System.out.println();
      System.out.print(Closing.ofJobs(entry.lines()));
    }
    entry.warnings().forEach(w -> System.out.println("! " + Message.recognised(w).text()));
  }
}
