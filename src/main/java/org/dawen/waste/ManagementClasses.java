package org.dawen.waste;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dawen.intake.ReceivedWasteMove.Direction;
import org.dawen.registry.WasteUnit;
import org.dawen.standard.WasteRules;
import org.dawen.waste.ManagementClass.Label;

/** Classes of management, HJ 1259-2022: by permit, own disposal, and t a year. */
final class ManagementClasses {
  private ManagementClasses() {}

  /** The class of a unit in a year; empty if it is registered on none of its days. */
  static Optional<ManagementClass> of(Units units, List<Move> moves, int year) {
    LocalDate first = LocalDate.of(year, 1, 1);
    LocalDate last = LocalDate.of(year, 12, 31);
    BigDecimal generated =
        moves.stream()
            .filter(m -> m.direction() == Direction.IN && m.day().getYear() == year)
            .map(Move::massT)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return units.rows().stream()
        .filter(
            u ->
                (u.period().validFrom() == null || !u.period().validFrom().isAfter(last))
                    && (u.period().validTo() == null || !u.period().validTo().isBefore(first)))
        .max(
            Comparator.comparing(
                (WasteUnit u) -> u.period().validFrom(),
                Comparator.nullsFirst(Comparator.naturalOrder())))
        .map(unit -> row(unit, generated, first, last));
  }

  private static ManagementClass row(
      WasteUnit unit, BigDecimal generated, LocalDate first, LocalDate last) {
    WasteRules.Rule key = WasteRules.inForce(WasteRules.KEY_CLASS, last);
    WasteRules.Rule simplified = WasteRules.inForce(WasteRules.SIMPLIFIED_CLASS, last);
    boolean isKey = unit.holdsPermit() || Boolean.TRUE.equals(unit.disposesItself());
    Label registered =
        isKey
            ? Label.KEY
            : unit.expectedYearT() == null ? null : label(unit.expectedYearT(), key, simplified);
    Label byLedger = isKey ? Label.KEY : label(generated, key, simplified);
    return new ManagementClass(
        unit.unitCode(),
        first,
        unit.countyCode(),
        unit.holdsPermit(),
        unit.expectedYearT(),
        generated,
        registered,
        byLedger,
        registered != null && byLedger.compareTo(registered) > 0,
        key.isProvisional() || simplified.isProvisional(),
        unit.fileId(),
        unit.recordNo());
  }

  private static Label label(BigDecimal yearT, WasteRules.Rule key, WasteRules.Rule simplified) {
    return yearT.compareTo(key.value()) >= 0
        ? Label.KEY
        : yearT.compareTo(simplified.value()) >= 0 ? Label.SIMPLIFIED : Label.REGISTRATION;
  }
}
