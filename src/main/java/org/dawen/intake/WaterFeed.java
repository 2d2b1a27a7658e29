package org.dawen.intake;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dawen.lake.Table;
import org.dawen.standard.ImpossibleValues;
import org.dawen.standard.WaterItem;
import org.dawen.standard.WaterItems;
import org.dawen.standard.WaterUnits;

/**
 * Surface water: automatic stations with items as columns, the national publication by its
 * headings, and manual samples, one row an item. Times are moments, not ends of intervals.
 */
final class WaterFeed extends FeedReader {
  private static final long serialVersionUID = 1L;
  private static final Table WATER = Table.of(ReceivedWater.class);

  WaterFeed() {
    super(
        "water", List.of(WATER), true, List.of(ImpossibleValues.FILE, WaterItems.FILE), List.of());
  }

  @Override
  RecordCursor open(LandingFile file, Charset charset, InputStream bytes) throws IOException {
    WaterRows rows = new WaterRows();
    return SeriesReading.open(file, charset, bytes, WATER, header -> choose(header, rows));
  }

  private static SeriesFormat choose(CsvHeader header, WaterRows rows) {
    header.translate(WaterSamplesCsv.EXPECTED);
    if (header.has("item_code")) {
      header.require(WaterSamplesCsv.EXPECTED);
      return new WaterSamplesCsv(rows);
    }
    if (header.has("province") && header.has("section")) {
      String seen = header.has("first_seen_at") ? "first_seen_at" : "snapshot_at";
      return new WaterStationsCsv(true, "section", seen, items(header, WaterStationsCsv.RAW), rows);
    }
    String code = header.has("station") ? "station" : "section_code";
    Map<WaterItem, WaterStationsCsv.Cell> items = items(header, "");
    List<String> optional = new ArrayList<>(List.of("status", "received_at"));
    items.values().forEach(cell -> optional.add(cell.heading()));
    header.require(new CsvHeader.Expected(List.of(code, "observed_at"), optional));
    return new WaterStationsCsv(false, code, "received_at", items, rows);
  }

  /** The columns of items, with or without a unit, in the order of the file. */
  private static Map<WaterItem, WaterStationsCsv.Cell> items(CsvHeader header, String ending) {
    Map<WaterItem, WaterStationsCsv.Cell> items = new LinkedHashMap<>();
    for (String name : header.names()) {
      String bare =
          name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name;
      WaterUnits.Heading heading = WaterUnits.heading(bare);
      if (heading != null) {
        add(items, name, heading);
      }
    }
    return items;
  }

  private static void add(
      Map<WaterItem, WaterStationsCsv.Cell> items, String name, WaterUnits.Heading heading) {
    BigDecimal factor = heading.factor();
    if (factor == null) {
      throw new CsvHeader.Wrong(
          RejectReason.WRONG_UNIT,
          "Column '%s' is in a unit that %s does not have; it is kept in %s. Convert it at the source."
              .formatted(CsvHeader.shorten(name), heading.item(), WaterItems.unit(heading.item())));
    }
    WaterStationsCsv.Cell other =
        items.putIfAbsent(heading.item(), new WaterStationsCsv.Cell(name, factor));
    if (other != null) {
      throw new CsvHeader.Wrong(
          RejectReason.WRONG_HEADER,
          "Columns '%s' and '%s' are of one item, %s. Keep one of them."
              .formatted(
                  CsvHeader.shorten(other.heading()), CsvHeader.shorten(name), heading.item()));
    }
  }
}
