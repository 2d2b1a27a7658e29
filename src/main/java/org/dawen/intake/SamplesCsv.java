package org.dawen.intake;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dawen.lake.Table;

/**
 * Samples that laboratories analyse, one row an item: a value in any unit of the item, or one below
 * a limit of detection that the row tells.
 *
 * @param <I> the kind of item
 */
abstract class SamplesCsv<I> implements SeriesFormat {
  private static final Map<String, Boolean> TRUTHS =
      Map.of("true", true, "1", true, "是", true, "false", false, "0", false, "否", false);

  /** What laboratories write in place of a value that they did not detect. */
  private static final Set<String> NOT_DETECTED = Set.of("ND", "N.D.", "未检出");

  private final String codeHeading;

  SamplesCsv(String codeHeading) {
    this.codeHeading = codeHeading;
  }

  /** The columns of a file of samples. */
  static CsvHeader.Expected expected(Table table, String codeHeading) {
    return CsvHeader.Expected.of(
        table,
        List.of(codeHeading, "sampled_at", "item_code", "value"),
        List.of("unit", "detection_limit", "is_below_detection", "received_at"),
        Map.of(
            "sampled_at", "采样时间",
            "item_code", "监测项目",
            "value", "测定值",
            "unit", "单位",
            "detection_limit", "检出限",
            "is_below_detection", "是否未检出"));
  }

  /** The item behind a name of whatever kind; null: none is called so. */
  abstract I named(String written);

  /** How many units of the item one of the written unit is; null: it is no unit of the item. */
  abstract BigDecimal factor(I item, String unit);

  abstract SampledItem kind(I item);

  /** The number that a word stands for; null: the text is no word of the item. */
  String numberOf(I item, String word) {
    return null;
  }

  /** Takes a sample that was read; the record is not yet accepted. */
  abstract void take(
      CsvRecord record, Emitter out, String code, LocalDateTime time, I item, WaterCell cell);

  private static boolean isAbove(String value, String limit) {
    BigDecimal number = value == null ? null : Cells.numberOfAnySize(value);
    BigDecimal most = limit == null ? null : Cells.numberOfAnySize(limit);
    return number != null && most != null && number.compareTo(most) > 0;
  }

  @Override
  public final String codeHeading() {
    return codeHeading;
  }

  @Override
  public final String timeHeading() {
    return "sampled_at";
  }

  @Override
  public final boolean isOfMoments() {
    return true;
  }

  @Override
  public final void read(CsvRecord record, Emitter out, String series, LocalDateTime time) {
    if (record.isOfImpossibleDay(time.toLocalDate(), timeHeading())) {
      return;
    }
    String code = record.text("item_code");
    I item = code == null ? null : named(code);
    if (item == null) {
      record.reject(
          code == null ? RejectReason.KEY_MISSING : RejectReason.NOT_IN_LIST, "item_code");
      return;
    }
    String unit = record.text("unit");
    BigDecimal factor = factor(item, unit == null ? "" : unit);
    if (factor == null) {
      record.reject(unit == null ? RejectReason.KEY_MISSING : RejectReason.WRONG_UNIT, "unit");
      return;
    }
    String sent = record.text("value");
    String ofWord = sent == null ? null : numberOf(item, sent);
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
    SampledItem kind = kind(item);
    WaterCell value =
        isNotDetected ? WaterCell.NONE : WaterCell.of(record, "value", ofWord, kind, factor);
    BigDecimal limit = WaterCell.limitOf(record, "detection_limit", kind, factor);
    WaterCell cell =
        new WaterCell(
            value.value(),
            isBelow || value.isBelowDetection(),
            limit == null ? value.limit() : limit);
    take(record, out, series, time, item, cell);
  }
}
