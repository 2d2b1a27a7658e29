package org.dawen.water;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.dawen.standard.Logarithm;
import org.dawen.standard.WaterItem;
import org.dawen.standard.WaterLimit;
import org.dawen.standard.WaterMean;

/**
 * The mean that what is left of a span may have, so that the mean of the whole keeps a limit: (S ·
 * (n + r) − m · n) / r. pH is reckoned in hydrogen ions, as it is averaged.
 *
 * @param least least mean of the rest; null: none too small
 * @param most largest mean of the rest; null: none too large
 * @param isOutOfReach no mean of the rest would do
 */
record Headroom(BigDecimal least, BigDecimal most, boolean isOutOfReach) {
  private static final MathContext IONS = new MathContext(40);

  /**
   * Where a mean stands.
   *
   * @param mean of what there is so far
   * @param count days or months it rests on
   * @param left days or months to come, at least one
   */
  record Progress(BigDecimal mean, int count, int left) {
    /** Unrounded but for the division: 40 digits. */
    private BigDecimal rest(BigDecimal limit, BigDecimal soFar) {
      return limit
          .multiply(BigDecimal.valueOf((long) count + left))
          .subtract(soFar.multiply(BigDecimal.valueOf(count)))
          .divide(BigDecimal.valueOf(left), IONS);
    }
  }

  /** Rounded towards the safe side, to ten decimals. */
  static Headroom of(WaterItem item, WaterLimit.Range range, Progress progress) {
    return item == WaterItem.PH ? ofIons(range, progress) : ofConcentration(range, progress);
  }

  private static Headroom ofConcentration(WaterLimit.Range range, Progress progress) {
    BigDecimal least = range.least() == null ? null : progress.rest(range.least(), progress.mean);
    BigDecimal most = range.most() == null ? null : progress.rest(range.most(), progress.mean);
    return new Headroom(
        least == null ? null : ceiling(least.max(BigDecimal.ZERO)),
        most == null ? null : floor(most),
        most != null && most.signum() < 0);
  }

  /** The upper limit of pH is the lower one of ions. Ions below 0: no pH is too large. */
  private static Headroom ofIons(WaterLimit.Range range, Progress progress) {
    BigDecimal soFar = Logarithm.tenToMinus(progress.mean);
    BigDecimal mostIons = progress.rest(Logarithm.tenToMinus(range.least()), soFar);
    BigDecimal leastIons = progress.rest(Logarithm.tenToMinus(range.most()), soFar);
    boolean isOutOfReach = mostIons.signum() <= 0;
    return new Headroom(
        isOutOfReach ? null : ceiling(Logarithm.log10(mostIons).negate()),
        isOutOfReach || leastIons.signum() <= 0 ? null : floor(Logarithm.log10(leastIons).negate()),
        isOutOfReach);
  }

  private static BigDecimal floor(BigDecimal value) {
    return value.setScale(WaterMean.DECIMALS, RoundingMode.FLOOR);
  }

  private static BigDecimal ceiling(BigDecimal value) {
    return value.setScale(WaterMean.DECIMALS, RoundingMode.CEILING);
  }
}
