package org.dawen.waste;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.dawen.intake.Provenance;
import org.dawen.intake.ReceivedWasteMove;
import org.dawen.intake.ReceivedWasteMove.Direction;
import org.dawen.lake.TextOrder;

/**
 * A move of the ledger that counts.
 *
 * @param massT t, 0 or more
 * @param manifestNo null: none is named
 */
record Move(
    String wasteCode,
    String batchNo,
    Direction direction,
    LocalDate day,
    BigDecimal massT,
    String manifestNo,
    String fileId,
    long recordNo) {

  /** What comes in on a day is there for what goes out on it. */
  private static final Comparator<Move> ORDER =
      Comparator.comparing(Move::day)
          .thenComparing(Move::direction)
          .thenComparing(Move::wasteCode, TextOrder::compare)
          .thenComparing(Move::batchNo, TextOrder::compare)
          .thenComparing(Move::fileId, TextOrder::compare)
          .thenComparingLong(Move::recordNo);

  private static final Comparator<Provenance> LATER_FILE =
      Comparator.comparing(Provenance::fileOrder, TextOrder::compare)
          .thenComparing(Provenance::fileId, TextOrder::compare);

  /** What one file says of a day, a batch and a manifest; a later file replaces it. */
  private record Statement(
      String wasteCode, String batchNo, Direction direction, LocalDate day, String manifestNo) {
    static Statement of(ReceivedWasteMove m) {
      return new Statement(kind(m.wasteCode()), m.batchNo(), m.move(), m.dataDay(), m.manifestNo());
    }
  }

  /** The kind of waste whatever blanks and letters its code is written with. */
  static String kind(String wasteCode) {
    return wasteCode.replaceAll("[\\s\\p{Z}]+", " ").toUpperCase(Locale.ROOT);
  }

  /**
   * The moves of one unit that count, by day, what comes in first. Of several files with moves of
   * one batch, day, direction and manifest, the latest by its name counts, with all its lines.
   */
  static List<Move> counting(Collection<ReceivedWasteMove> records) {
    Map<Statement, Provenance> latest = new HashMap<>();
    records.forEach(
        r ->
            latest.merge(
                Statement.of(r), r.provenance(), (a, b) -> LATER_FILE.compare(a, b) >= 0 ? a : b));
    List<Move> moves = new ArrayList<>();
    for (ReceivedWasteMove r : records) {
      if (Objects.equals(latest.get(Statement.of(r)).fileId(), r.provenance().fileId())) {
        moves.add(
            new Move(
                kind(r.wasteCode()),
                r.batchNo(),
                r.move(),
                r.dataDay(),
                r.massT(),
                r.manifestNo(),
                r.provenance().fileId(),
                r.provenance().recordNo()));
      }
    }
    moves.sort(ORDER);
    return moves;
  }
}
