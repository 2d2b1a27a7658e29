package org.dawen.source;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dawen.registry.RemovalBasis;
import org.dawen.source.RemovalHours.Judged;
import org.dawen.source.TreatmentFinding.Rule;

/** Which days of a treatment facility trip a screening rule. Thresholds are ours. */
final class TreatmentScreening {
  private static final int DECIMALS_SHOWN = 2;

  private final TreatmentThresholds t;

  TreatmentScreening(TreatmentThresholds thresholds) {
    t = thresholds;
  }

  /**
   * Efficiency below design in so many hours of the day, in whatever order. An hour in which more
   * left than entered counts: whichever of the two is wrong, nothing shows that the facility works.
   *
   * @param hours of one link and day, at least one
   */
  Optional<TreatmentFinding> removal(List<Judged> hours) {
    RemovalHour any = hours.get(0).row();
    BigDecimal design = any.facility().designRemovalPercent();
    if (design == null) {
      return Optional.empty();
    }
    BigDecimal bound = design.subtract(t.lowRemovalPoints());
    List<RemovalHour> low =
        hours.stream()
            .filter(h -> h.removal() != null)
            .filter(h -> h.row().removalPercent() == null || h.removal().isBelow(bound))
            .map(Judged::row)
            .toList();
    if (low.isEmpty() || low.size() < t.lowRemovalHours()) {
      return Optional.empty();
    }
    BigDecimal lowest =
        low.stream()
            .map(RemovalHour::removalPercent)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null);
    long inverted = low.stream().filter(h -> h.removalPercent() == null).count();
    return Optional.of(
        new TreatmentFinding(
            any.outletCode(),
            any.pollutantCode(),
            any.dataDay(),
            Rule.REMOVAL_BELOW_DESIGN,
            any.facility(),
            low.get(0).hourStart(),
            low.get(low.size() - 1).hourStart(),
            low.size(),
            lowest,
            null,
            null,
            false,
            "removal of %s by %s more than %s points below the design of %s %% for %d h%s; in %d h more left than entered"
                .formatted(
                    any.pollutantCode(),
                    any.facility().removalBasis(),
                    plain(t.lowRemovalPoints()),
                    plain(design),
                    low.size(),
                    lowest == null ? "" : ", lowest %s %%".formatted(shown(lowest)),
                    inverted),
            "%s去除效率（按%s计）低于设计值%s%%逾%s个百分点共%d小时%s；其中出口高于进口%d小时"
                .formatted(
                    any.pollutantCode(),
                    any.facility().removalBasis() == RemovalBasis.MASS ? "质量" : "浓度",
                    plain(design),
                    plain(t.lowRemovalPoints()),
                    low.size(),
                    lowest == null ? "" : "，最低%s%%".formatted(shown(lowest)),
                    inverted)));
  }

  /**
   * Ammonia above its limit with NOx just below its own in so many hours of the day.
   *
   * @param hours of one outlet and day
   */
  Optional<TreatmentFinding> slip(List<AmmoniaSlipHour> hours) {
    List<AmmoniaSlipHour> dosed =
        hours.stream().filter(AmmoniaSlipHour::isDosedToTheLimit).toList();
    if (dosed.isEmpty() || dosed.size() < t.slipHours()) {
      return Optional.empty();
    }
    AmmoniaSlipHour most =
        dosed.stream().max(Comparator.comparing(AmmoniaSlipHour::slipMgM3)).orElseThrow();
    return Optional.of(
        new TreatmentFinding(
            most.outletCode(),
            AmmoniaSlips.AMMONIA,
            most.dataDay(),
            Rule.SLIP_WITH_NOX_NEAR_LIMIT,
            most.facility(),
            dosed.get(0).hourStart(),
            dosed.get(dosed.size() - 1).hourStart(),
            dosed.size(),
            null,
            most.slipMgM3(),
            most.slipLimitMgM3(),
            dosed.stream()
                .anyMatch(
                    h ->
                        Boolean.TRUE.equals(h.isProvisional())
                            || Boolean.TRUE.equals(h.nox().isNoxLimitProvisional())),
            "ammonia above %s mg/m3 (%s) for %d h, up to %s, with NOx from %s of its limit up to it"
                .formatted(
                    plain(most.slipLimitMgM3()),
                    most.slipLimitId(),
                    dosed.size(),
                    shown(most.slipMgM3()),
                    plain(t.nearLimitShare())),
            "氨逃逸高于%s毫克/立方米（%s）共%d小时，最高%s，同期氮氧化物在其限值的%s倍至限值之间"
                .formatted(
                    plain(most.slipLimitMgM3()),
                    most.slipLimitId(),
                    dosed.size(),
                    shown(most.slipMgM3()),
                    plain(t.nearLimitShare()))));
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static String shown(BigDecimal number) {
    return number.setScale(DECIMALS_SHOWN, RoundingMode.HALF_EVEN).toPlainString();
  }
}
