package org.dawen.intake;

import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dawen.intake.ReceivedWasteMove.Direction;
import org.dawen.lake.Column;
import org.dawen.lake.SpreadsheetText;
import org.dawen.lake.Table;

/**
 * Hazardous waste: the stock ledgers of units and the manifests of transfers, distinguished by
 * their headings. Whether a store held what left it, and whether the receiver got what was sent, is
 * for the ledger to judge.
 */
final class WasteFeed extends FeedReader {
  private static final long serialVersionUID = 1L;

  private static final Table MOVES = Table.of(ReceivedWasteMove.class);
  private static final Table MANIFESTS = Table.of(ReceivedWasteManifest.class);

  /** No unit has that much; sums of a hundred thousand smaller ones fit the ledger's columns. */
  private static final BigDecimal IMPOSSIBLE_T = new BigDecimal(10_000_000);

  private static final Column MASS_T = MOVES.column("mass_t");
  private static final Map<String, Direction> DIRECTIONS =
      Map.of("in", Direction.IN, "入库", Direction.IN, "out", Direction.OUT, "出库", Direction.OUT);

  private static final List<String> OF_MOVE =
      List.of("unit_code", "waste_code", "move", "moved_on", "batch_no", "mass_t");
  private static final List<String> OF_MANIFEST = List.of("manifest_no", "from_unit", "waste_code");
  private static final List<String> OF_TRANSFER =
      List.of("sent_on", "sent_t", "to_unit", "received_on", "received_t");
  private static final CsvHeader.Expected LEDGER =
      CsvHeader.Expected.of(MOVES, OF_MOVE, List.of("manifest_no"), Map.of("moved_on", "出入库日期"));
  private static final CsvHeader.Expected TRANSFERS =
      CsvHeader.Expected.of(
          MANIFESTS, OF_MANIFEST, OF_TRANSFER, Map.of("from_unit", "移出单位", "to_unit", "接收单位"));

  WasteFeed() {
    super("waste", List.of(MOVES, MANIFESTS), false, List.of(), List.of());
  }

  @Override
  RecordCursor open(LandingFile file, Charset charset, InputStream bytes) {
    return new CsvCursor(
        bytes,
        charset,
        file.limits(),
        header -> {
          header.translate(LEDGER);
          boolean isLedger = header.has("move") || header.has("batch_no");
          header.require(isLedger ? LEDGER : TRANSFERS);
          return isLedger ? WasteFeed::readMove : WasteFeed::readManifest;
        });
  }

  private static void readMove(CsvRecord record, Emitter out) {
    if (isWithoutKey(record, OF_MOVE)
        || isTextRefused(record, "unit_code", "waste_code", "batch_no", "manifest_no")) {
      return;
    }
    Direction direction = DIRECTIONS.get(record.text("move").toLowerCase(Locale.ROOT));
    if (direction == null) {
      record.reject(RejectReason.NOT_IN_LIST, "move");
      return;
    }
    if (isDayRefused(record, "moved_on") || isMassRefused(record, "mass_t")) {
      return;
    }
    OF_MOVE.forEach(record::textValue);
    record.textValue("manifest_no");
    record.accept();
    LocalDate day = record.day("moved_on");
    out.row(
        ReceivedWasteMove.class,
        day,
        () ->
            new ReceivedWasteMove(
                record.text("unit_code"),
                record.text("waste_code"),
                direction,
                day,
                record.text("batch_no"),
                ExactNumber.of(record.text("mass_t"), MASS_T),
                record.text("manifest_no"),
                record.provenance()));
  }

  private static void readManifest(CsvRecord record, Emitter out) {
    if (isWithoutKey(record, OF_MANIFEST)
        || isTextRefused(record, "manifest_no", "from_unit", "waste_code", "to_unit")
        || isDayRefused(record, "sent_on")
        || isDayRefused(record, "received_on")
        || isMassRefused(record, "sent_t")
        || isMassRefused(record, "received_t")) {
      return;
    }
    LocalDate sent = record.day("sent_on");
    LocalDate received = record.day("received_on");
    if (sent == null && received == null) {
      record.reject(RejectReason.KEY_MISSING, "sent_on");
      return;
    }
    OF_MANIFEST.forEach(record::textValue);
    OF_TRANSFER.forEach(record::textValue);
    record.accept();
    LocalDate day = received == null ? sent : received;
    out.row(
        ReceivedWasteManifest.class,
        day,
        () ->
            new ReceivedWasteManifest(
                record.text("manifest_no"),
                record.text("from_unit"),
                record.text("waste_code"),
                day,
                sent,
                ExactNumber.of(record.text("sent_t"), MASS_T),
                record.text("to_unit"),
                received,
                ExactNumber.of(record.text("received_t"), MASS_T),
                record.provenance()));
  }

  /** True after rejecting a record without a text that every record needs. */
  private static boolean isWithoutKey(CsvRecord record, List<String> names) {
    for (String name : names) {
      if (record.text(name) == null) {
        record.reject(RejectReason.KEY_MISSING, name);
        return true;
      }
    }
    return false;
  }

  /**
   * True after rejecting a record of which a spreadsheet has made, or would make, something else.
   */
  private static boolean isTextRefused(CsvRecord record, String... names) {
    for (String name : names) {
      if (record.isCodeRefused(name)) {
        return true;
      }
      String text = record.text(name);
      if (text != null && SpreadsheetText.isCommand(text)) {
        record.reject(RejectReason.FORMULA_IN_TEXT, name);
        return true;
      }
    }
    return false;
  }

  private static boolean isDayRefused(CsvRecord record, String name) {
    if (record.text(name) == null) {
      return false;
    }
    LocalDate day = record.day(name);
    if (day == null) {
      record.reject(RejectReason.BAD_TIME, name);
      return true;
    }
    return record.isOfImpossibleDay(day, name);
  }

  private static boolean isMassRefused(CsvRecord record, String name) {
    RejectReason wrong = ExactNumber.problem(record.text(name), MASS_T);
    if (wrong == null
        && record.text(name) != null
        && ExactNumber.of(record.text(name), MASS_T).compareTo(IMPOSSIBLE_T) >= 0) {
      wrong = RejectReason.BAD_NUMBER;
    }
    if (wrong != null) {
      record.reject(wrong, name);
    }
    return wrong != null;
  }
}
