package org.dawen.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dawen.standard.WaterClass;
import org.dawen.standard.WaterItem;
import org.dawen.standard.WaterMethod;

/** The rows of one record of surface water after another, one an item. */
final class WaterRows {
  private static final Map<String, WaterClass> CLASSES = new HashMap<>();

  static {
    for (WaterClass waterClass : WaterClass.values()) {
      CLASSES.put(waterClass.toString(), waterClass);
      CLASSES.put(waterClass.toString() + "类", waterClass);
      CLASSES.put(String.valueOf(waterClass.number()), waterClass);
      CLASSES.put(waterClass.name(), waterClass);
    }
    CLASSES.put("劣V", WaterClass.WORSE);
    CLASSES.put("劣V类", WaterClass.WORSE);
  }

  private CsvRecord record;
  private WaterMethod method;
  private String section;
  private LocalDateTime time;
  private Instant receivedAt;
  private final List<Given> given = new ArrayList<>();

  private record Given(WaterItem item, WaterCell cell, String shown) {}

  /**
   * The time at which a record was seen, in Beijing time; null: it does not tell, or what it tells
   * is rejected as a value. The record then comes before those with a time in the order of
   * revisions.
   */
  static Instant receipt(CsvRecord record, String heading) {
    LocalDateTime civil = record.possibleTime(heading);
    return civil == null ? null : civil.atZone(Cells.BEIJING).toInstant();
  }

  /** Turns to a record of an automatic station. */
  void begin(CsvRecord newRecord, String newSection, LocalDateTime at, Instant received) {
    record = newRecord;
    method = WaterMethod.AUTOMATIC;
    section = newSection;
    time = at;
    receivedAt = received;
    given.clear();
  }

  /** Turns to a sample. */
  void beginSample(CsvRecord newRecord, String newSection, LocalDateTime at, Instant received) {
    begin(newRecord, newSection, at, received);
    method = WaterMethod.MANUAL;
  }

  /** An item of the record; one that gives nothing has no row. */
  void add(WaterItem item, WaterCell cell, String shown) {
    if (cell.isGiven()) {
      given.add(new Given(item, cell, shown));
    }
  }

  /**
   * Accepts the record.
   *
   * @param ifEmpty the item whose row keeps the status of a record without a value
   */
  void emit(Emitter out, WaterItem ifEmpty) {
    WaterClass published = published();
    record.accept();
    if (given.isEmpty()) {
      given.add(new Given(ifEmpty, WaterCell.NONE, null));
    }
    LocalDate day = time.toLocalDate();
    String status = record.text("status");
    String city = record.text("city");
    String waterBody = record.text("water_body");
    Provenance from = record.provenance();
    Provenance provenance =
        new Provenance(receivedAt, from.fileOrder(), from.fileId(), from.recordNo());
    for (Given one : given) {
      out.row(
          ReceivedWater.class,
          day,
          () ->
              new ReceivedWater(
                  section,
                  time,
                  day,
                  method,
                  one.item,
                  one.cell.value(),
                  one.cell.isBelowDetection(),
                  one.cell.limit(),
                  one.shown,
                  status,
                  published,
                  city,
                  waterBody,
                  provenance));
    }
  }

  private WaterClass published() {
    if (!WaterCell.isFilled(record, "published_class")) {
      return null;
    }
    String text = record.textValue("published_class");
    WaterClass published = CLASSES.get(text.toUpperCase(Locale.ROOT));
    if (published == null) {
      record.rejectValue("published_class", RejectReason.NOT_IN_LIST, text);
    }
    return published;
  }
}
