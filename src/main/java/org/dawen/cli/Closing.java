package org.dawen.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.dawen.lake.Message;
import org.dawen.run.FailureWords;
import org.dawen.run.NightReport;

/** The closing table of a run, for people and for machines. */
final class Closing {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Closing() {}

  /** Prints the table, or JSON, to standard output and the warnings to standard error. */
  static int print(NightReport report, boolean asJson) {
    return print(report, asJson, false);
  }

  /**
   * As {@link #print(NightReport, boolean)}.
   *
   * @param isAfterFailure the run before failed or was cut short
   */
  static int print(NightReport report, boolean asJson, boolean isAfterFailure) {
    if (asJson) {
      System.out.println(json(report));
    } else {
      System.out.print(table(report, isAfterFailure));
    }
    report
        .warnings()
        .forEach(w -> System.err.println("! " + FailureWords.withoutSecrets(w.text())));
    return report.exitCode();
  }

  static String table(NightReport report, boolean isAfterFailure) {
    if (report.lines().isEmpty()) {
      Message nothing = nothingDone(report.exitCode(), isAfterFailure);
      return Message.of("closing.nothing-in", nothing, report.seconds()).text() + "\n";
    }
    return ofJobs(report.lines())
        + Message.of("closing.in", verdict(report.exitCode()), report.seconds()).text()
        + "\n";
  }

  /** One line a feed and job. */
  static String ofJobs(List<NightReport.Line> lines) {
    return TextTable.of(TextTable.headings("closing.headings"), rows(lines), i -> i > 0 && i < 6);
  }

  /** The lines as cells: job, days, rows in and out, rejected, seconds, outcome. */
  private static List<List<String>> rows(List<NightReport.Line> lines) {
    List<List<String>> rows = new ArrayList<>();
    for (NightReport.Line l : lines) {
      rows.add(
          List.of(
              l.name(),
              "%,d".formatted(l.days()),
              "%,d".formatted(l.rowsIn()),
              "%,d".formatted(l.rowsOut()),
              "%,d".formatted(l.rejected()),
              "%.1f".formatted(l.seconds()),
              Message.recognised(l.outcome()).text()));
    }
    return rows;
  }

  private static Message nothingDone(int exitCode, boolean isAfterFailure) {
    if (exitCode != 0) {
      return Message.of("closing.nothing-but", verdict(exitCode));
    }
    return Message.of(isAfterFailure ? "closing.nothing-left" : "closing.nothing");
  }

  private static Message verdict(int exitCode) {
    return Message.of(
        switch (exitCode) {
          case 0 -> "closing.done";
          case 3 -> "closing.not-ready";
          case 4 -> "closing.refused";
          default -> "closing.failures";
        });
  }

  static String json(NightReport report) {
    ObjectNode root = JSON.createObjectNode();
    root.put("run_id", report.runId());
    root.put("exit_code", report.exitCode());
    root.put("seconds", report.seconds());
    ArrayNode jobs = root.putArray("jobs");
    for (NightReport.Line l : report.lines()) {
      jobs.addObject()
          .put("name", l.name())
          .put("days", l.days())
          .put("rows_in", l.rowsIn())
          .put("rows_out", l.rowsOut())
          .put("rejected", l.rejected())
          .put("seconds", l.seconds())
          .put("outcome", l.outcome());
    }
    ArrayNode warnings = root.putArray("warnings");
    report.warnings().forEach(w -> warnings.add(w.toString()));
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
