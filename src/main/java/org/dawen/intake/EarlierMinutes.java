package org.dawen.intake;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.dawen.codec.gb17691.MinuteSamples;
import org.dawen.codec.gb17691.VehicleTime;
import org.dawen.lake.Columns;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.Layout;
import org.dawen.lake.Message;
import org.dawen.lake.NewRows;
import org.dawen.lake.RecordForm;
import org.dawen.lake.Rows;
import org.dawen.lake.Selection;
import org.dawen.lake.Table;

/**
 * The received minutes of trucks of earlier builds, in whose place there is {@code
 * received.obd_hour} (docs/decisions/0097). The landing files fill that; of files that are gone the
 * minutes are packed, so that no result loses what it was made of.
 */
final class EarlierMinutes {
  /** A row of it. */
  record Minute(
      String vin,
      LocalDateTime minuteStart,
      LocalDate dataDay,
      @Columns(ObdFigures.All.class) long[] figures,
      String byteRanges,
      String fileId) {}

  static final Table TABLE =
      new Table(
          null,
          "received.obd_minute",
          "One row per file, vehicle and part of a minute.",
          List.of(),
          "",
          null,
          "",
          Layout.UNPARTITIONED,
          RecordForm.of(Minute.class).columns(),
          List.of(),
          List.of(),
          Map.of(),
          List.of());

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  private EarlierMinutes() {}

  /**
   * Packs the minutes of files that are gone and sets the table aside, if the lake has it. After a
   * kill all of it is done again.
   *
   * @return what to tell the operator
   */
  static Optional<Message> clearAway(Lake lake, LandingFolder landing, FileLedger ledger) {
    if (!lake.hasFolder(TABLE)) {
      return Optional.empty();
    }
    lake.keepFromOf(TABLE, ObdTables.OBD_HOUR);
    Map<String, DaySet> gone = gone(landing, ledger);
    if (!gone.isEmpty()) {
      pack(lake, gone);
    }
    String stamp = STAMP.format(LocalDateTime.now(ZoneId.of("Asia/Shanghai")));
    String setAside = lake.setAside(TABLE, stamp);
    return Optional.of(
        gone.isEmpty()
            ? Message.of("intake.earlier-table", TABLE, ObdTables.OBD_HOUR, setAside)
            : Message.of(
                "intake.earlier-table-kept", TABLE, ObdTables.OBD_HOUR, gone.size(), setAside));
  }

  /** The files that were taken in and are not in the landing folder any more, with their days. */
  private static Map<String, DaySet> gone(LandingFolder landing, FileLedger ledger) {
    Set<String> there =
        landing.list().files().stream()
            .map(LandingFolder.Listed::fileId)
            .collect(Collectors.toSet());
    Map<String, DaySet> gone = new LinkedHashMap<>();
    ledger
        .read()
        .values()
        .forEach(
            e -> {
              if (Feeds.received(e.feed()).contains(ObdTables.OBD_HOUR)
                  && !there.contains(e.fileId())) {
                gone.put(e.fileId(), e.days());
              }
            });
    return gone;
  }

  private static void pack(Lake lake, Map<String, DaySet> gone) {
    HashSet<String> files = new HashSet<>(gone.keySet());
    List<Rows<Minute>> rows = lake.rows(TABLE, Minute.class, DaySet.ALWAYS).byFile();
    JavaRDD<ObdHour> hours =
        JavaSparkContext.fromSparkContext(lake.spark().sparkContext())
            .parallelize(rows, Math.max(1, rows.size()))
            .flatMap(ofFile -> packed(ofFile, files));
    lake.replace(
        ObdTables.OBD_HOUR,
        Selection.of(ReceivedTables.FILE_ID, files),
        DaySet.unionOf(new ArrayList<>(gone.values())),
        NewRows.of(hours),
        "intake obd");
  }

  /** The hours in one data file, which need not be whole. */
  private static Iterator<ObdHour> packed(Rows<Minute> minutes, Set<String> files) {
    Map<String, Map<OpenHour.Key, OpenHour>> hours = new LinkedHashMap<>();
    MinuteSamples samples = new MinuteSamples();
    for (Minute minute : minutes) {
      if (files.contains(minute.fileId)) {
        samples.begin(VehicleTime.seconds(minute.minuteStart));
        for (String range : minute.byteRanges.split(";")) {
          int plus = range.indexOf('+');
          samples.range(
              Long.parseLong(range.substring(0, plus)), Long.parseLong(range.substring(plus + 1)));
        }
        hours
            .computeIfAbsent(minute.fileId, f -> new LinkedHashMap<>())
            .computeIfAbsent(OpenHour.Key.of(minute.vin, samples), OpenHour::new)
            .add(samples, minute.figures);
      }
    }
    List<ObdHour> rows = new ArrayList<>();
    hours.forEach((file, ofFile) -> ofFile.values().forEach(hour -> rows.add(hour.row(file))));
    return rows.iterator();
  }
}
