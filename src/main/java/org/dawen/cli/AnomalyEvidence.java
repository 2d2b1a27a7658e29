package org.dawen.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.dawen.diesel.DieselTables;
import org.dawen.lake.FileModes;
import org.dawen.lake.Message;
import org.dawen.lake.SqlEngine;
import org.dawen.lake.Table;
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

  /** True if rows of the table are explained by the samples of a vehicle. */
  static boolean explains(Table table) {
    return table.name().equals(DieselTables.ANOMALY.name())
        || table.name().equals(DieselTables.VEHICLE_MINUTE.name());
  }

  /** The day that the words of the key name, so that only its files are opened. */
  static String dayOf(Table table, List<String> words) {
    boolean isAnomaly = table.name().equals(DieselTables.ANOMALY.name());
    String word = isAnomaly ? words.get(1) : words.get(1).split("[T ]")[0];
    try {
      return "data_day = DATE'%s'".formatted(LocalDate.parse(word));
    } catch (DateTimeException e) {
      throw Trouble.usage(e, "options.no-date", word);
    }
  }

  /**
   * Lines for a person: what the rule found, then the seconds.
   *
   * @param row a row of {@code diesel.anomaly} or {@code diesel.vehicle_minute}
   * @param plot file for the chart; null: none
   */
  static List<Message> lines(
      SqlEngine engine, String landingRoot, Table table, TableRow row, Path plot) {
    String vin = row.text(DieselTables.VIN);
    boolean isMinute = table.name().equals(DieselTables.VEHICLE_MINUTE.name());
    Span span = Span.of(table, row);
    LocalDateTime from = span.from;
    LocalDateTime to = span.to;
    LocalDateTime shownFrom = span.shownFrom;
    List<Message> lines = new ArrayList<>();
    if (!isMinute) {
      lines.add(
          Message.of(
              "explain.anomaly",
              row.text(DieselTables.RULE_CODE),
              row.text(DieselTables.ANOMALY_CLASS),
              plain(row.decimal(DieselTables.MEASURED_VALUE)),
              plain(row.decimal(DieselTables.THRESHOLD_VALUE)),
              row.text(DieselTables.UNIT),
              row.text(DieselTables.FIGURES)));
      lines.add(Message.of("explain.anomaly-rule"));
    }
    if (!shownFrom.equals(from)) {
      lines.add(Message.of("explain.last-hours", MOST_HOURS));
    }
    VehicleSeconds seconds = VehicleSeconds.decode(engine, landingRoot, vin, shownFrom, to);
    lines.addAll(seconds.lines());
    if (plot != null) {
      String title = isMinute ? table.name() : row.text(DieselTables.RULE_CODE);
      write(plot, VehiclePlot.html(title + " " + from + " – " + to, seconds));
      lines.add(Message.of("explain.chart", plot));
    }
    return lines;
  }

  /** The frames that {@link #lines} decodes. */
  static List<MinuteFrames> frames(SqlEngine engine, Table table, TableRow row) {
    Span span = Span.of(table, row);
    return MinuteFrames.of(engine, row.text(DieselTables.VIN), span.shownFrom, span.to);
  }

  /** The minutes a row is about, and the first of them that is shown. */
  private record Span(LocalDateTime from, LocalDateTime shownFrom, LocalDateTime to) {
    static Span of(Table table, TableRow row) {
      boolean isMinute = table.name().equals(DieselTables.VEHICLE_MINUTE.name());
      LocalDateTime from =
          row.civilTime(isMinute ? DieselTables.MINUTE_START : DieselTables.FROM_AT).withSecond(0);
      LocalDateTime to =
          row.civilTime(isMinute ? DieselTables.MINUTE_START : DieselTables.TO_AT).plusSeconds(59);
      LocalDateTime latest = to.minusHours(MOST_HOURS);
      return new Span(from, from.isBefore(latest) ? latest : from, to);
    }
  }

  private static String plain(java.math.BigDecimal number) {
    return number == null ? "-" : number.stripTrailingZeros().toPlainString();
  }

  static void write(Path file, String html) {
    try {
      FileModes.write(file, html.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw Trouble.usage(e, "file.chart", file);
    }
  }
}
