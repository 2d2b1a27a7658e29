package org.dawen.intake;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Map;
import org.dawen.standard.WaterItem;

/** Automatic stations, a row a section and time, items as columns. */
record WaterStationsCsv(String codeHeading, Map<WaterItem, Cell> items, WaterRows rows)
    implements SeriesFormat {

  /** A column of an item. */
  record Cell(String heading, BigDecimal factor) {}

  @Override
  public String timeHeading() {
    return "observed_at";
  }

  @Override
  public boolean isOfMoments() {
    return true;
  }

  @Override
  public void read(CsvRecord record, Emitter out, String section, LocalDateTime time) {
    if (!record.isOfImpossibleDay(time.toLocalDate(), timeHeading())) {
      rows.begin(record, section, time, WaterRows.receipt(record, "received_at"));
      items.forEach(
          (item, cell) ->
              rows.add(item, WaterCell.of(record, cell.heading, item, cell.factor), null));
      rows.emit(out, WaterItem.PH);
    }
  }
}
