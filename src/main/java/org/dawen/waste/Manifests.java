package org.dawen.waste;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.dawen.intake.InForce;
import org.dawen.intake.ReceivedWasteManifest;
import org.dawen.intake.ReceivedWasteMove.Direction;

/** The manifests of one sender, each from all its records, beside the sender's ledger. */
final class Manifests {
  private static final List<Function<ReceivedWasteManifest, String>> ITEMS =
      List.of(
          r -> text(r.sentOn()),
          r -> text(r.sentT()),
          ReceivedWasteManifest::toUnitCode,
          r -> text(r.receivedOn()),
          r -> text(r.receivedT()));

  private Manifests() {}

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }

  /** What tells manifests of one sender apart; a move out of store names the same. */
  record Number(String manifestNo, String wasteCode) implements Comparable<Number> {
    @Override
    public int compareTo(Number other) {
      int order = manifestNo.compareTo(other.manifestNo);
      return order != 0 ? order : wasteCode.compareTo(other.wasteCode);
    }
  }

  /** What went out of store by manifest. */
  static Map<Number, BigDecimal> outOfStore(List<Move> moves) {
    Map<Number, BigDecimal> out = new TreeMap<>();
    moves.stream()
        .filter(m -> m.direction() == Direction.OUT && m.manifestNo() != null)
        .forEach(
            m -> out.merge(new Number(m.manifestNo(), m.wasteCode()), m.massT(), BigDecimal::add));
    return out;
  }

  /** One row per manifest. */
  static List<Manifest> of(
      String unit,
      List<ReceivedWasteManifest> records,
      Map<Number, BigDecimal> outOfStore,
      Units units) {
    Map<Number, List<ReceivedWasteManifest>> byNumber = new TreeMap<>();
    records.forEach(
        r ->
            byNumber
                .computeIfAbsent(
                    new Number(r.manifestNo(), Move.kind(r.wasteCode())), n -> new ArrayList<>())
                .add(r));
    List<Manifest> manifests = new ArrayList<>();
    byNumber.forEach(
        (number, of) -> manifests.add(manifest(unit, number, of, outOfStore.get(number), units)));
    return manifests;
  }

  private static Manifest manifest(
      String unit,
      Number number,
      List<ReceivedWasteManifest> records,
      BigDecimal ledgerOut,
      Units units) {
    InForce<ReceivedWasteManifest> inForce =
        InForce.of(records, ReceivedWasteManifest::provenance, ITEMS);
    LocalDate sent = item(inForce, 0, ReceivedWasteManifest::sentOn);
    BigDecimal sentT = item(inForce, 1, ReceivedWasteManifest::sentT);
    LocalDate received = item(inForce, 3, ReceivedWasteManifest::receivedOn);
    BigDecimal receivedT = item(inForce, 4, ReceivedWasteManifest::receivedT);
    LocalDate day = received == null ? sent : received;
    return new Manifest(
        unit,
        number.manifestNo(),
        number.wasteCode(),
        day,
        units.county(day),
        sent,
        sentT,
        item(inForce, 2, ReceivedWasteManifest::toUnitCode),
        received,
        receivedT,
        sentT == null || receivedT == null ? null : receivedT.subtract(sentT),
        sent == null || received == null ? null : (int) ChronoUnit.DAYS.between(sent, received),
        ledgerOut,
        inForce.recordCount(),
        inForce.latest().provenance().fileId(),
        inForce.latest().provenance().recordNo());
  }

  private static <T> T item(
      InForce<ReceivedWasteManifest> inForce, int place, Function<ReceivedWasteManifest, T> value) {
    ReceivedWasteManifest winner = inForce.winners().get(place);
    return winner == null ? null : value.apply(winner);
  }
}
