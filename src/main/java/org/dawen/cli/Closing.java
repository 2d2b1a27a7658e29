package org.dawen.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
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
    report.warnings().forEach(w -> System.err.println("! " + FailureWords.withoutSecrets(w)));
    return report.exitCode();
  }

  static String table(NightReport report, boolean isAfterFailure) {
    if (report.lines().isEmpty()) {
      return nothingDone(report.exitCode(), isAfterFailure)
          + " (%s s)%n".formatted(report.seconds());
    }
    return TextTable.of(
            List.of("job", "days", "rows in", "rows out", "rejected", "seconds", "outcome"),
            rows(report.lines()),
            i -> i > 0 && i < 6)
        + "%s in %s s%n".formatted(verdict(report.exitCode()), report.seconds());
  }

  /** The lines as cells: job, days, rows in and out, rejected, seconds, outcome. */
  static List<List<String>> rows(List<NightReport.Line> lines) {
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
              l.outcome()));
    }
    return rows;
  }

  private static String nothingDone(int exitCode, boolean isAfterFailure) {
    if (exitCode != 0) {
      return "No new files, no day due. " + verdict(exitCode) + ".";
    }
    return isAfterFailure
        ? "No new files, no day due: the run before failed or was cut short, but left no day"
            + " undone."
        : "Nothing to do: no new files, no day due.";
  }

  private static String verdict(int exitCode) {
    return switch (exitCode) {
      case 0 -> "Done";
      case 3 -> "Ended with input not ready";
      case 4 -> "Done, with data refused";
      default -> "Ended with failures";
    };
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
    report.warnings().forEach(root.putArray("warnings")::add);
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
