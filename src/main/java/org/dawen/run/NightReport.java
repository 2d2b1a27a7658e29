package org.dawen.run;

import java.math.BigDecimal;
import java.util.List;
import org.dawen.lake.Message;

/**
 * How a night went.
 *
 * @param runId the run
 * @param lines one a feed and job, in the order they ran
 * @param warnings sentences for the operator
 * @param exitCode 0 done, 1 our bug, 3 input not ready, 4 data refused
 * @param seconds from start to end
 */
public record NightReport(
    String runId, List<Line> lines, List<Message> warnings, int exitCode, BigDecimal seconds) {

  /** The same report of a night that took so long. */
  NightReport after(BigDecimal newSeconds) {
    return new NightReport(runId, lines, warnings, exitCode, newSeconds);
  }

  /**
   * One line of the closing table.
   *
   * @param name feed or job
   * @param days days computed; for a feed, days it brought
   * @param rowsIn rows read; for a feed, records in its files
   * @param rowsOut rows written
   * @param rejected records refused; for jobs 0
   * @param seconds time it took
   * @param outcome done, not ready, failed, or how many files; in English
   */
  public record Line(
      String name,
      int days,
      long rowsIn,
      long rowsOut,
      long rejected,
      BigDecimal seconds,
      String outcome) {}
}
