package org.dawen.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.dawen.diesel.DieselTables;
import org.dawen.intake.ReceivedTables;
import org.dawen.lake.Lake;
import org.dawen.lake.TableRow;
import org.dawen.lake.Trouble;

/**
 * The evidence behind a row of {@code diesel.anomaly}: what the rule found, and the signals of the
 * minutes around it second by second, decoded from the raw frames.
 */
final class AnomalyEvidence {
  /** Of a longer anomaly the last so many hours of samples are shown. */
  private static final int MOST_HOURS = 3;

  private AnomalyEvidence() {}

  /**
   * Lines for a person.
   *
   * @param plot file for the chart; null: none
   */
  static List<String> lines(Lake lake, String landingRoot, TableRow anomaly, Path plot) {
    String vin = anomaly.text(DieselTables.VIN);
    String rule = anomaly.text(DieselTables.RULE_CODE);
    LocalDateTime from = anomaly.civilTime(DieselTables.FROM_AT);
    LocalDateTime to = anomaly.civilTime(DieselTables.TO_AT).plusSeconds(59);
    LocalDateTime shownFrom = from.isBefore(to.minusHours(MOST_HOURS)) ? to.minusHours(MOST_HOURS) : from;
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s (%s) %s: from %s to %s"
            .formatted(rule, anomaly.text(DieselTables.ANOMALY_CLASS), vin, from, to));
    lines.add(
        "measured %s, threshold %s %s; %s"
            .formatted(
                plain(anomaly.decimal(DieselTables.MEASURED_VALUE)),
                plain(anomaly.decimal(DieselTables.THRESHOLD_VALUE)),
                anomaly.text(DieselTables.UNIT),
                anomaly.text(DieselTables.FIGURES)));
    lines.add("Screening, not a verdict. The rule: docs/methods/diesel-anomaly.md");
    if (!shownFrom.equals(from)) {
      lines.add("shown are the last %d hours".formatted(MOST_HOURS));
    }
    VehicleSeconds seconds = VehicleSeconds.decode(lake, landingRoot, vin, shownFrom, to);
    lines.addAll(seconds.lines());
    if (plot != null) {
      write(plot, VehiclePlot.html(rule + " " + from + " – " + to, seconds));
      lines.add("chart: " + plot);
    }
    return lines;
  }

  private static String plain(java.math.BigDecimal number) {
    return number == null ? "-" : number.stripTrailingZeros().toPlainString();
  }

  static void write(Path file, String html) {
    try {
      Files.writeString(file, html);
    } catch (IOException e) {
      throw Trouble.usage(
          "The chart cannot be written to %s.".formatted(file), "Name a file in a folder that exists.", e);
    }
  }

  /** The row named by vehicle, day, rule and, if several, begin; the first of them. */
  static TableRow find(Lake lake, String vin, LocalDate day, String rule, LocalDateTime from) {
    List<TableRow> rows =
        Lake.first(
            lake.read(DieselTables.ANOMALY)
                .where(ReceivedTables.DATA_DAY.col().equalTo(day))
                .where(DieselTables.VIN.col().equalTo(vin))
                .where(DieselTables.RULE_CODE.col().equalTo(rule))
                .where(from == null ? "true" : "from_at = TIMESTAMP_NTZ'" + from.toString().replace('T', ' ') + "'")
                .orderBy(DieselTables.FROM_AT.col()),
            1);
    if (rows.isEmpty()) {
      throw Trouble.usage(
          "diesel.anomaly has no row %s %s %s.".formatted(vin, day, rule),
          "./dawen sql \"SELECT vin, data_day, rule_code, from_at FROM diesel.anomaly\" shows which there"
              + " are.");
    }
    return rows.get(0);
  }
}
