package org.dawen.intake;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Map;
import org.dawen.standard.WaterItem;

/**
 * Automatic stations, a row a section and time, items as columns: as a platform sends them, or as
 * the nation publishes them.
 *
 * @param isNational sections are named by province and name, which are all that every kind of
 *     snapshot has; of an item there is the value, or the value unrounded beside the one shown
 * @param seenHeading column of the time at which a record was seen
 */
record WaterStationsCsv(
    boolean isNational,
    String codeHeading,
    String seenHeading,
    Map<WaterItem, Cell> items,
    WaterRows rows)
    implements SeriesFormat {
  /** The ending of a column of unrounded values. */
  static final String RAW = "_raw";

  private static final String SHOWN = "_shown";

  /** A column of an item. */
  record Cell(String heading, BigDecimal factor) {
    /** The column of the value as it is shown; the same where none is unrounded. */
    private String shown() {
      return heading.endsWith(RAW)
          ? heading.substring(0, heading.length() - RAW.length()) + SHOWN
          : heading;
    }

    private boolean isFilled(CsvRecord record) {
      return WaterCell.isFilled(record, heading) || WaterCell.isFilled(record, shown());
    }
  }

  @Override
  public String series(CsvRecord record) {
    String code = record.text(codeHeading);
    String province = isNational ? record.text("province") : "";
    if (code == null || province == null) {
      return null;
    }
    return isNational ? province + "/" + code : code;
  }

  @Override
  public String timeHeading() {
    return "observed_at";
  }

  @Override
  public boolean isOfMoments() {
    return true;
  }

  @Override
  public boolean leavesOtherColumns() {
    return isNational;
  }

  /** A station under maintenance is published without time and values. */
  @Override
  public boolean saysNothing(CsvRecord record) {
    return isNational
        && record.text(timeHeading()) == null
        && items.values().stream().noneMatch(cell -> cell.isFilled(record));
  }

  @Override
  public void read(CsvRecord record, Emitter out, String section, LocalDateTime time) {
    if (record.isOfImpossibleDay(time.toLocalDate(), timeHeading())) {
      return;
    }
    rows.begin(record, section, time, WaterRows.receipt(record, seenHeading));
    items.forEach(
        (item, cell) -> {
          String shown = cell.shown();
          boolean isRaw = WaterCell.isFilled(record, cell.heading);
          rows.add(
              item,
              WaterCell.of(record, isRaw ? cell.heading : shown, item, cell.factor),
              shown.equals(cell.heading) ? null : record.text(shown));
        });
    rows.emit(out, WaterItem.PH);
  }
}
