package org.dawen.source;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.dawen.registry.TreatmentLink;
import org.dawen.source.HourLimit.Letter;
import org.dawen.standard.Confidence;
import org.dawen.standard.SlipLimit;

/**
 * Ammonia slip (氨逃逸) hour by hour. Strictly above the limit of the unit's process, as measured; HJ
 * 562-2010, HJ 563-2010.
 */
final class AmmoniaSlips {
  static final String AMMONIA = "a21001";
  static final String NITROGEN_OXIDES = "a21002";

  private static final String UNIT = "mg/m3";
  private static final int DECIMALS = 10;

  private AmmoniaSlips() {}

  /**
   * The hour of a link of nitrogen oxides.
   *
   * @param nearLimitShare share of its limit from which NOx is just below it
   * @return empty: no ammonia was received, or the link is of another pollutant or names no process
   */
  static Optional<AmmoniaSlipHour> of(
      TreatmentLink link, HoursOfGroup hours, BigDecimal nearLimitShare) {
    TreatedHour ammonia = hours.at(link.outletCode(), AMMONIA);
    boolean isOfProcess =
        link.pollutantCode().equals(NITROGEN_OXIDES) && link.treatmentProcess() != null;
    return isOfProcess && ammonia != null
        ? Optional.of(of(link, ammonia, nox(hours, link, nearLimitShare)))
        : Optional.empty();
  }

  private static AmmoniaSlipHour of(
      TreatmentLink link, TreatedHour ammonia, AmmoniaSlipHour.Nox nox) {
    BigDecimal factor =
        ammonia.hour().unit() == null ? BigDecimal.ONE : inMilligrams(ammonia.hour().unit());
    Unjudgeable reason = reason(ammonia, factor);
    BigDecimal slip =
        reason == null
            ? ammonia
                .hour()
                .avgValue()
                .multiply(factor)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .min(MeasuredValue.MOST)
            : null;
    SlipLimit limit =
        SlipLimit.inForce(link.treatmentProcess(), ammonia.hour().dataDay()).orElse(null);
    return new AmmoniaSlipHour(
        link.outletCode(),
        ammonia.hour().hourStart(),
        ammonia.hour().dataDay(),
        Facility.of(link, ammonia.hour()),
        slip,
        ammonia.hour().unit() == null,
        reason,
        limit == null ? null : limit.limitMgM3().setScale(4),
        limit == null ? null : limit.limitId(),
        limit == null ? null : Letter.valueOf(limit.provision().confidence().letter()),
        limit == null
            ? null
            : Boolean.valueOf(limit.provision().confidence() != Confidence.VERIFIED),
        limit == null || slip == null
            ? null
            : Boolean.valueOf(slip.compareTo(limit.limitMgM3()) > 0),
        nox,
        ammonia.fileId(),
        ammonia.recordNo());
  }

  /** Null: no concentration that can be written in mg/m³. */
  private static BigDecimal inMilligrams(String unit) {
    return Units.toFactorUnit(unit, UNIT);
  }

  private static Unjudgeable reason(TreatedHour ammonia, BigDecimal factor) {
    if (ammonia.reasonAgainst() != null) {
      return ammonia.reasonAgainst();
    }
    if (factor == null) {
      return Unjudgeable.LIMIT_UNIT_MISMATCH;
    }
    return ammonia.hour().avgValue() == null ? Unjudgeable.VALUE_MISSING : null;
  }

  private static AmmoniaSlipHour.Nox nox(
      HoursOfGroup hours, TreatmentLink link, BigDecimal nearLimitShare) {
    TreatedHour received = hours.at(link.outletCode(), NITROGEN_OXIDES);
    if (received == null) {
      return new AmmoniaSlipHour.Nox(null, null, null, null);
    }
    HourOfOutlet nox = received.hour();
    BigDecimal value = nox.judgedValue();
    BigDecimal limit = nox.limit().limitValue();
    return new AmmoniaSlipHour.Nox(
        value,
        limit,
        value == null || limit == null || nox.isAboveLimit() == null
            ? null
            : Boolean.valueOf(
                !nox.isAboveLimit() && value.compareTo(limit.multiply(nearLimitShare)) >= 0),
        nox.limit().isProvisional());
  }
}
