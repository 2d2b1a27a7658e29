package org.dawen.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dawen.lake.Lake;
import org.dawen.run.FailureWords;
import org.dawen.run.NightReport;

/**
 * What ran on a lake: a note a run, written when it begins and again when it ends, so that one that
 * was killed is told, too. Nothing that is computed depends on it.
 */
final class RunHistory {
  private static final String KIND = "runs";
  private static final int MOST_KEPT = 1_000;
  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  /** Input not ready, or our bug: the night is to be repeated. Data refused is no failure. */
  private static final List<Integer> ENDS_WELL = List.of(0, 4);

  /**
   * One run.
   *
   * @param command nightly or run
   * @param startedAt instant
   * @param endedAt instant; null: it runs still, or was killed
   * @param exitCode null: as above
   * @param seconds from start to end; null: as above
   * @param failure what stopped it, in English; null: it reached its end
   * @param lines one a feed and job
   * @param warnings sentences for the operator, in English
   */
  record Entry(
      String runId,
      String command,
      String startedAt,
      String endedAt,
      Integer exitCode,
      BigDecimal seconds,
      String failure,
      List<NightReport.Line> lines,
      List<String> warnings) {
    Entry {
      if (runId == null || command == null) {
        throw new IllegalArgumentException("a run has a name and a command");
      }
      lines = lines == null ? List.of() : lines;
      warnings = warnings == null ? List.of() : warnings;
    }

    boolean hasEndedWell() {
      return exitCode != null && ENDS_WELL.contains(exitCode);
    }
  }

  private final Lake lake;
  private final Entry begun;
  private final boolean isAfterFailure;

  private RunHistory(Lake lake, Entry begun, boolean isAfterFailure) {
    this.lake = lake;
    this.begun = begun;
    this.isAfterFailure = isAfterFailure;
  }

  /** Notes that a run begins; the lake must be held by this process. */
  static RunHistory begin(Lake lake, String command, String runId) {
    List<String> before = lake.noteNames(KIND);
    before.stream()
        .limit(Math.max(0, before.size() + 1 - MOST_KEPT))
        .forEach(n -> lake.removeNote(KIND, n));
    boolean isAfterFailure =
        !before.isEmpty() && !entry(lake, before.get(before.size() - 1)).hasEndedWell();
    Entry begun =
        new Entry(
            runId, command, Instant.now().toString(), null, null, null, null, List.of(), List.of());
    RunHistory history = new RunHistory(lake, begun, isAfterFailure);
    history.write(begun);
    return history;
  }

  /** True if the run before began and did not end well. */
  boolean isAfterFailure() {
    return isAfterFailure;
  }

  /** Notes how the run ended. */
  Entry end(NightReport report) {
    List<String> warnings =
        report.warnings().stream().map(w -> FailureWords.withoutSecrets(w.toString())).toList();
    return ended(report.exitCode(), report.seconds(), null, report.lines(), warnings);
  }

  /** Notes what stopped it. */
  Entry fail(Throwable e, int exitCode) {
    BigDecimal millis =
        BigDecimal.valueOf(
            Instant.now().toEpochMilli() - Instant.parse(begun.startedAt).toEpochMilli());
    String failure = FailureWords.withoutSecrets(FailureWords.of(e).toString());
    return ended(exitCode, millis.movePointLeft(3), failure, List.of(), List.of());
  }

  private Entry ended(
      int exitCode,
      BigDecimal seconds,
      String failure,
      List<NightReport.Line> lines,
      List<String> warnings) {
    Entry entry =
        new Entry(
            begun.runId,
            begun.command,
            begun.startedAt,
            Instant.now().toString(),
            exitCode,
            seconds,
            failure,
            lines,
            warnings);
    write(entry);
    return entry;
  }

  private void write(Entry entry) {
    try {
      lake.writeNote(KIND, entry.runId, JSON.writeValueAsString(entry));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The newest runs, the newest first. */
  static List<Entry> newest(Lake lake, int most) {
    List<String> names = new ArrayList<>(lake.noteNames(KIND));
    Collections.reverse(names);
    return names.stream().limit(most).map(n -> entry(lake, n)).toList();
  }

  private static Entry entry(Lake lake, String name) {
    try {
      return JSON.readValue(lake.note(KIND, name), Entry.class);
    } catch (JsonProcessingException
        | UncheckedIOException e) { // damaged: what began is known by its name
      return new Entry(
          name, "not known", null, null, null, null, "its note is damaged", List.of(), List.of());
    }
  }
}
