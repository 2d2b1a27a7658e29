package org.dawen.source;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.Optional;
import org.dawen.registry.TreatmentLink;
import org.dawen.standard.Fraction;
import org.dawen.standard.Removal;

/** Removal efficiency of a treatment link, hour by hour. */
final class RemovalHours {
  private static final int DECIMALS_OF_VALUE = 10;
  private static final int DECIMALS = 8;

  private RemovalHours() {}

  /**
   * An hour with what goes into the sums of its day.
   *
   * @param removal by the basis of the link; null: the hour is not judged
   */
  record Judged(RemovalHour row, Removal removal) {}

  /** The hour of a link; empty: neither inlet nor outlet was received, or it names no inlet. */
  static Optional<Judged> of(TreatmentLink link, HoursOfGroup hours) {
    TreatmentSides sides = TreatmentSides.of(link, hours);
    return sides.isEmpty() ? Optional.empty() : Optional.of(of(link, hours.start(), sides));
  }

  private static Judged of(TreatmentLink link, LocalDateTime start, TreatmentSides sides) {
    Removal byMass = sides.byMass();
    Removal byConcentration = sides.byConcentration();
    Removal removal = sides.removal();
    NoRemoval reason = sides.reason();
    BigDecimal design = link.designRemovalPercent();
    TreatmentSide outlet = sides.outlet();
    RemovalHour row =
        new RemovalHour(
            link.outletCode(),
            link.pollutantCode(),
            start,
            start.toLocalDate(),
            Facility.of(link, sides.any().value().hour()),
            sides.any().unit(),
            sides.reference(),
            inlet(sides),
            outlet == null ? null : value(outlet, sides.reference()),
            outlet == null ? null : rounded(outlet.flowM3()),
            outlet == null ? null : rounded(outlet.massKg()),
            byMass == null ? null : byMass.percent(),
            byConcentration == null ? null : byConcentration.percent(),
            reason == null ? removal.percent() : null,
            reason != null || design == null ? null : Boolean.valueOf(removal.isBelow(design)),
            reason,
            sides.unjudgeable(reason),
            outlet == null ? null : outlet.value().fileId(),
            outlet == null ? null : outlet.value().recordNo());
    return new Judged(row, row.isJudged() ? removal : null);
  }

  private static RemovalHour.Inlet inlet(TreatmentSides sides) {
    TreatmentSide inlet = sides.inlet();
    boolean isOne = inlet != null && sides.running().size() <= 1;
    return new RemovalHour.Inlet(
        sides.inletNames(),
        isOne ? value(inlet, sides.reference()) : null,
        rounded(sides.sum(TreatmentSide::flowM3)),
        rounded(sides.sum(TreatmentSide::massKg)),
        inlet == null ? null : inlet.value().fileId(),
        inlet == null ? null : inlet.value().recordNo());
  }

  private static BigDecimal value(TreatmentSide side, BigDecimal reference) {
    Fraction value = side.concentration(reference);
    return value == null ? null : value.atDecimals(DECIMALS_OF_VALUE).min(MeasuredValue.MOST);
  }

  private static BigDecimal rounded(BigDecimal number) {
    return number == null ? null : number.setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }
}
