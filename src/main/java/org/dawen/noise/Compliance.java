package org.dawen.noise;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;
import org.dawen.standard.NoiseRule;
import org.dawen.standard.NoiseRule.Name;

/**
 * Compliance by point-times (点次达标率): a day, and a night, of a point is one point-time.
 *
 * @param dayJudgedCount days with a verdict
 * @param dayRatePercent null: no day has a verdict
 */
record Compliance(
    int dayJudgedCount,
    int dayCompliantCount,
    @Nullable @Digits(value = 7, scale = 4) BigDecimal dayRatePercent,
    int nightJudgedCount,
    int nightCompliantCount,
    @Nullable @Digits(value = 7, scale = 4) BigDecimal nightRatePercent) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Of days with the night that judges. */
  static Compliance of(Collection<PointDay> days, LocalDate month) {
    int dayJudged = (int) days.stream().filter(d -> d.isDayCompliant() != null).count();
    int dayOk = (int) days.stream().filter(d -> Boolean.TRUE.equals(d.isDayCompliant())).count();
    int nightJudged = (int) days.stream().filter(d -> d.isNightCompliant() != null).count();
    int nightOk =
        (int) days.stream().filter(d -> Boolean.TRUE.equals(d.isNightCompliant())).count();
    return new Compliance(
        dayJudged,
        dayOk,
        percent(dayOk, dayJudged, month),
        nightJudged,
        nightOk,
        percent(nightOk, nightJudged, month));
  }

  /** A share in percent to the decimals of the rule, half to even; null: of nothing. */
  static BigDecimal percent(int part, int whole, LocalDate day) {
    return whole == 0
        ? null
        : HUNDRED
            .multiply(BigDecimal.valueOf(part))
            .divide(
                BigDecimal.valueOf(whole),
                NoiseRule.whole(Name.RATE_DECIMALS, day),
                RoundingMode.HALF_EVEN);
  }
}
