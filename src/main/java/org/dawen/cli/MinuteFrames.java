package org.dawen.cli;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dawen.intake.ObdHour;
import org.dawen.intake.ObdTables;
import org.dawen.intake.ReceivedTables;
import org.dawen.lake.SqlEngine;
import org.dawen.lake.SqlLiteral;
import org.dawen.lake.TableRow;
import org.dawen.lake.TextOrder;

/**
 * Where the frames of one minute of a vehicle are in a landing file.
 *
 * @param byteRanges {@code position+length;…} in the unpacked file
 */
record MinuteFrames(LocalDateTime minuteStart, String fileId, String byteRanges) {
  private static final int MOST_ROWS = 100_000;

  /** Of the minutes of a vehicle from one time to another, both included; in order of time. */
  static List<MinuteFrames> of(SqlEngine engine, String vin, LocalDateTime from, LocalDateTime to) {
    String condition =
        "data_day BETWEEN DATE'%s' AND DATE'%s' AND vin = %s AND hour_start BETWEEN TIMESTAMP'%s' AND TIMESTAMP'%s'"
            .formatted(
                from.toLocalDate(),
                to.toLocalDate(),
                SqlLiteral.of(vin),
                from.truncatedTo(ChronoUnit.HOURS).toString().replace('T', ' '),
                to.toString().replace('T', ' '));
    LocalDateTime first = from.truncatedTo(ChronoUnit.MINUTES);
    List<MinuteFrames> frames = new ArrayList<>();
    for (TableRow row : engine.rows(ObdTables.OBD_HOUR, condition, MOST_ROWS)) {
      for (MinuteFrames minute : of(row)) {
        if (!minute.minuteStart.isBefore(first) && !minute.minuteStart.isAfter(to)) {
          frames.add(minute);
        }
      }
    }
    frames.sort(
        Comparator.comparing(MinuteFrames::minuteStart)
            .thenComparing(MinuteFrames::fileId, TextOrder::compare)
            .thenComparing(MinuteFrames::byteRanges, TextOrder::compare));
    return frames;
  }

  private static List<MinuteFrames> of(TableRow row) {
    String fileId = row.text(ReceivedTables.FILE_ID);
    ObdHour.Packed hour =
        new ObdHour.Packed(
            row.text(ObdTables.VIN),
            row.civilTime(ObdTables.HOUR_START),
            row.bytes(ObdTables.PACKED_FIGURES),
            row.bytes(ObdTables.PACKED_RANGES),
            fileId);
    List<ObdHour.Part> parts = hour.parts();
    List<String> ranges = hour.byteRanges();
    List<MinuteFrames> frames = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      frames.add(new MinuteFrames(parts.get(i).minuteStart(), fileId, ranges.get(i)));
    }
    return frames;
  }
}
