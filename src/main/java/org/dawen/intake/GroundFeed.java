package org.dawen.intake;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dawen.lake.Table;
import org.dawen.standard.GroundItem;
import org.dawen.standard.GroundLimit;
import org.dawen.standard.ImpossibleValues;
import org.dawen.standard.ImpossibleValues.Medium;
import org.dawen.standard.WaterUnits;

/** Ground water: samples, one row an item. Samples are taken seldom; no day of them is due. */
final class GroundFeed extends FeedReader {
  private static final long serialVersionUID = 1L;
  private static final String POINT = "point_code";
  private static final Table GROUND = Table.of(ReceivedGround.class);
  private static final CsvHeader.Expected EXPECTED = SamplesCsv.expected(GROUND, POINT);

  GroundFeed() {
    super(
        "ground",
        List.of(GROUND),
        false,
        List.of(ImpossibleValues.FILE, GroundLimit.FILE),
        List.of());
  }

  @Override
  RecordCursor open(LandingFile file, Charset charset, InputStream bytes) throws IOException {
    return SeriesReading.open(
        file,
        charset,
        bytes,
        GROUND,
        header -> {
          header.require(EXPECTED);
          return new Samples();
        });
  }

  private static final class Samples extends SamplesCsv<GroundItem> {
    /** Qualitative results as numbers: none is 0, some is 1. */
    private static final Map<String, String> WORDS =
        Map.of("无", "0", "none", "0", "有", "1", "some", "1");

    private static final Map<GroundItem, SampledItem> KINDS = new EnumMap<>(GroundItem.class);

    static {
      for (GroundItem item : GroundItem.values()) {
        KINDS.put(
            item,
            new SampledItem(
                ImpossibleValues.of(Medium.GROUND, item.name(), GroundLimit.unit(item)), false));
      }
    }

    Samples() {
      super(POINT);
    }

    @Override
    GroundItem named(String written) {
      return GroundLimit.named(written);
    }

    @Override
    BigDecimal factor(GroundItem item, String unit) {
      return WaterUnits.inUnitOf(item, unit);
    }

    @Override
    SampledItem kind(GroundItem item) {
      return KINDS.get(item);
    }

    @Override
    String numberOf(GroundItem item, String word) {
      return item.isTold() ? WORDS.get(word) : null;
    }

    @Override
    void take(
        CsvRecord record,
        Emitter out,
        String point,
        LocalDateTime time,
        GroundItem item,
        WaterCell cell) {
      Instant receivedAt = WaterRows.receipt(record, "received_at");
      record.accept();
      LocalDate day = time.toLocalDate();
      Provenance from = record.provenance();
      out.row(
          ReceivedGround.class,
          day,
          () ->
              new ReceivedGround(
                  point,
                  time,
                  day,
                  item,
                  cell.value(),
                  cell.isBelowDetection(),
                  cell.limit(),
                  new Provenance(receivedAt, from.fileOrder(), from.fileId(), from.recordNo())));
    }
  }
}
