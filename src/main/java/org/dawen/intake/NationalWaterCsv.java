package org.dawen.intake;

import java.time.LocalDateTime;
import java.util.Map;
import org.dawen.standard.WaterItem;

/**
 * The national publication of automatic stations: of each item the value, or the value unrounded
 * beside the one shown. A section is named by province and name, which are all that every kind of
 * snapshot has.
 */
final class NationalWaterCsv implements SeriesFormat {
  /** The ending of a column of unrounded values. */
  static final String RAW = "_raw";

  private static final String SHOWN = "_shown";
  private final String seenHeading;
  private final Map<WaterItem, WaterStationsCsv.Cell> items;
  private final WaterRows rows;

  NationalWaterCsv(CsvHeader header, Map<WaterItem, WaterStationsCsv.Cell> items, WaterRows rows) {
    this.seenHeading = header.has("first_seen_at") ? "first_seen_at" : "snapshot_at";
    this.items = items;
    this.rows = rows;
  }

  @Override
  public String codeHeading() {
    return "section";
  }

  @Override
  public String series(CsvRecord record) {
    String province = record.text("province");
    String section = record.text("section");
    return province == null || section == null ? null : province + "/" + section;
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
    return true;
  }

  /** A station under maintenance is published without time and values. */
  @Override
  public boolean saysNothing(CsvRecord record) {
    return record.text(timeHeading()) == null
        && items.values().stream()
            .noneMatch(
                cell ->
                    WaterCell.isFilled(record, cell.heading())
                        || WaterCell.isFilled(record, shown(cell)));
  }

  private static String shown(WaterStationsCsv.Cell cell) {
    return cell.heading().endsWith(RAW)
        ? cell.heading().substring(0, cell.heading().length() - RAW.length()) + SHOWN
        : cell.heading();
  }

  @Override
  public void read(CsvRecord record, Emitter out, String section, LocalDateTime time) {
    if (record.isOfImpossibleDay(time.toLocalDate(), timeHeading())) {
      return;
    }
    rows.begin(record, section, time, WaterRows.receipt(record, seenHeading));
    items.forEach(
        (item, cell) -> {
          boolean isRaw = WaterCell.isFilled(record, cell.heading());
          String heading = isRaw ? cell.heading() : shown(cell);
          rows.add(
              item,
              WaterCell.of(record, heading, item, cell.factor()),
              shown(cell).equals(cell.heading()) ? null : record.text(shown(cell)));
        });
    rows.emit(out, WaterItem.PH);
  }
}
