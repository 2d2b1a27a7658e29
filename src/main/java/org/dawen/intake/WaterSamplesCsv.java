package org.dawen.intake;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.dawen.lake.Table;
import org.dawen.standard.WaterItem;
import org.dawen.standard.WaterItems;
import org.dawen.standard.WaterUnits;

/** Samples of surface water. */
final class WaterSamplesCsv extends SamplesCsv<WaterItem> {
  static final CsvHeader.Expected EXPECTED =
      expected(Table.of(ReceivedWater.class), "section_code");

  private final WaterRows rows;

  WaterSamplesCsv(WaterRows rows) {
    super("section_code");
    this.rows = rows;
  }

  @Override
  WaterItem named(String written) {
    return WaterItems.named(written);
  }

  @Override
  BigDecimal factor(WaterItem item, String unit) {
    return WaterUnits.inUnitOf(item, unit);
  }

  @Override
  SampledItem kind(WaterItem item) {
    return WaterCell.kind(item);
  }

  @Override
  void take(
      CsvRecord record,
      Emitter out,
      String section,
      LocalDateTime time,
      WaterItem item,
      WaterCell cell) {
    rows.beginSample(record, section, time, WaterRows.receipt(record, "received_at"));
    rows.add(item, cell, null);
    rows.emit(out, item);
  }
}
