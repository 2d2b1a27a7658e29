package org.dawen.water;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dawen.intake.Provenance;
import org.dawen.lake.Column;
import org.dawen.lake.DaySet;
import org.dawen.lake.Message;
import org.dawen.lake.SqlLiteral;
import org.dawen.lake.Table;
import org.dawen.lake.TableRow;
import org.dawen.run.Evidence;
import org.dawen.standard.WaterItem;

/** The readings of a month of a section that weigh most, and what screening says, for a person. */
final class WeightyReadings {
  private static final Table READINGS = Table.of(WaterObservation.class);

  private static final int READINGS_OF_ITEM = 5;
  private static final int MOST_EXCLUDED = 20;
  private static final int MOST_LISTED = 10;

  private final List<TableRow> readings;
  private final ReceivedVersions versions;
  private final Map<Message, Provenance> records = new LinkedHashMap<>();

  WeightyReadings(String section, LocalDate start, Evidence evidence) {
    readings = readings(section, start, evidence);
    versions = new ReceivedVersions(section, start, evidence);
  }

  /** The records of all readings told so far, by file and number. */
  Map<Message, Provenance> records() {
    return records;
  }

  /** All values in force of the month, those without a value too. */
  private static List<TableRow> readings(String section, LocalDate start, Evidence evidence) {
    return evidence.rows(
        READINGS, "%s AND section_code = %s".formatted(ofMonth(start), SqlLiteral.of(section)));
  }

  static String ofMonth(LocalDate start) {
    return DaySet.between(start, start.plusMonths(1).minusDays(1)).toSql("data_day");
  }

  /** The readings that weigh most in an item, each with its versions. */
  List<Message> of(SectionItemMonth item) {
    List<Message> lines = new ArrayList<>();
    boolean isAsReceived = item.way() == Way.AS_RECEIVED;
    boolean isLowBad = item.item() == WaterItem.DO;
    Comparator<TableRow> byValue = Comparator.comparing(r -> r.decimal(used()));
    readings.stream()
        .filter(r -> item.item().toString().equals(r.text("item")) && !r.isMissing(used()))
        .filter(r -> item.itemSource().toString().equals(r.text("method")))
        .filter(r -> isAsReceived || r.text("screen_reason") == null)
        .sorted(isLowBad ? byValue : byValue.reversed())
        .limit(READINGS_OF_ITEM)
        .forEach(
            r -> {
              lines.add(reading(r));
              versions.of(r).forEach(v -> lines.add(Message.of("explain.indented", v)));
              if (r.text("file_id") != null) {
                records.putIfAbsent(
                    ReceivedVersions.place(r.text("file_id"), r.whole("record_no")),
                    new Provenance(null, "", r.text("file_id"), r.whole("record_no")));
              }
            });
    return lines;
  }

  private static Column used() {
    return READINGS.column("used_value");
  }

  private static Message reading(TableRow r) {
    return Message.of(
        "explain.water-reading",
        r.text("observed_at"),
        r.text("method"),
        Evidence.shown(r.decimal(used())),
        r.text("unit"),
        Message.given(
            Evidence.shown(r.text("item_class")),
            r.text("status") == null
                ? null
                : Message.of("explain.reading-status", r.text("status"))));
  }

  /** How many values each reason concerns, and the first of them. */
  List<Message> screened() {
    Map<Message, Integer> counts = new TreeMap<>(Comparator.comparing(Message::toString));
    List<Message> leftOut = new ArrayList<>();
    List<Message> listed = new ArrayList<>();
    for (TableRow r : readings) {
      boolean isLeftOut = r.text("screen_reason") != null;
      if (isLeftOut || r.text("suspect_reason") != null) {
        Message reason =
            isLeftOut
                ? Message.of("explain.screened-out", r.text("screen_reason"))
                : Message.of("explain.screened-listed", r.text("suspect_reason"));
        counts.merge(Message.of("explain.item-reason", r.text("item"), reason), 1, Integer::sum);
        Object measured = Evidence.shown(r.decimal(READINGS.column("measured_value")));
        (isLeftOut ? leftOut : listed)
            .add(
                r.text("file_id") == null
                    ? Message.of(
                        "explain.screened-reading",
                        r.text("observed_at"),
                        r.text("item"),
                        measured,
                        reason)
                    : Message.of(
                        "explain.screened-reading-at",
                        r.text("observed_at"),
                        r.text("item"),
                        measured,
                        reason,
                        ReceivedVersions.place(r.text("file_id"), r.whole("record_no"))));
      }
    }
    List<Message> all = new ArrayList<>();
    counts.forEach((reason, count) -> all.add(Message.of("explain.screened-count", count, reason)));
    all.addAll(leftOut.subList(0, Math.min(MOST_EXCLUDED, leftOut.size())));
    all.addAll(listed.subList(0, Math.min(MOST_LISTED, listed.size())));
    if (all.isEmpty()) {
      all.add(Message.of("explain.none"));
    } else {
      all.add(Message.of("explain.screening-rules"));
    }
    return all;
  }
}
