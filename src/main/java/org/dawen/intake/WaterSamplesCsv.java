package org.dawen.intake;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dawen.standard.WaterItem;
import org.dawen.standard.WaterItems;
import org.dawen.standard.WaterUnits;

/** Samples analysed by hand, one row an item. */
record WaterSamplesCsv(WaterRows rows) implements SeriesFormat {
  static final CsvHeader.Expected EXPECTED =
      new CsvHeader.Expected(
          List.of("section_code", "sampled_at", "item_code", "value"),
          List.of("unit", "detection_limit", "is_below_detection", "received_at"));

  private static final Map<String, Boolean> TRUTHS =
      Map.of("true", true, "1", true, "是", true, "false", false, "0", false, "否", false);

  /** What laboratories write in place of a value that they did not detect. */
  private static final Set<String> NOT_DETECTED = Set.of("ND", "N.D.", "未检出");

  private static boolean isAbove(String value, String limit) {
    BigDecimal number = value == null ? null : Cells.numberOfAnySize(value);
    BigDecimal most = limit == null ? null : Cells.numberOfAnySize(limit);
    return number != null && most != null && number.compareTo(most) > 0;
  }

  @Override
  public String codeHeading() {
    return "section_code";
  }

  @Override
  public String timeHeading() {
    return "sampled_at";
  }

  @Override
  public boolean isOfMoments() {
    return true;
  }

  @Override
  public void read(CsvRecord record, Emitter out, String section, LocalDateTime time) {
    if (record.isOfImpossibleDay(time.toLocalDate(), timeHeading())) {
      return;
    }
    String code = record.text("item_code");
    WaterItem item = code == null ? null : WaterItems.named(code);
    if (item == null) {
      record.reject(
          code == null ? RejectReason.KEY_MISSING : RejectReason.NOT_IN_LIST, "item_code");
      return;
    }
    String unit = record.text("unit");
    BigDecimal factor = WaterUnits.inUnitOf(item, unit == null ? "" : unit);
    if (factor == null) {
      record.reject(unit == null ? RejectReason.KEY_MISSING : RejectReason.WRONG_UNIT, "unit");
      return;
    }
    String sent = record.text("value");
    boolean isNotDetected = sent != null && NOT_DETECTED.contains(sent.toUpperCase(Locale.ROOT));
    String truth = record.text("is_below_detection");
    Boolean isBelow = TRUTHS.get(truth == null ? "false" : truth.toLowerCase(Locale.ROOT));
    if (isBelow == null) {
      record.reject(RejectReason.NOT_IN_LIST, "is_below_detection");
      return;
    }
    isBelow = isBelow || isNotDetected;
    boolean hasLimit = WaterCell.isFilled(record, "detection_limit");
    if (isBelow && !hasLimit && !WaterCell.tellsLimit(record, "value")) {
      record.reject(RejectReason.KEY_MISSING, "detection_limit");
      return;
    }
    if (isBelow && isAbove(sent, record.text("detection_limit"))) {
      record.rejectAs(
          RejectReason.NOT_IN_LIST,
          "is_below_detection is '%s', but the value %s lies above the limit %s"
              .formatted(truth, sent, record.text("detection_limit")));
      return;
    }
    rows.beginSample(record, section, time, WaterRows.receipt(record, "received_at"));
    WaterCell value = isNotDetected ? WaterCell.NONE : WaterCell.of(record, "value", item, factor);
    BigDecimal limit = WaterCell.limitOf(record, "detection_limit", item, factor);
    rows.add(
        item,
        new WaterCell(
            value.value(),
            isBelow || value.isBelowDetection(),
            limit == null ? value.limit() : limit),
        null);
    rows.emit(out, item);
  }
}
