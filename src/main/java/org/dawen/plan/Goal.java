package org.dawen.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.dawen.registry.PlanTarget;
import org.dawen.registry.PlanWords.Course;
import org.dawen.registry.PlanWords.Strength;

/** The range of values that reach a number of the plan, and how far a value is from it. */
final class Goal {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int PERCENT_DECIMALS = 2;

  private final PlanTarget target;
  private final BigDecimal least;
  private final BigDecimal most;
  private final boolean isStrict;

  private Goal(PlanTarget target, BigDecimal least, BigDecimal most, boolean isStrict) {
    this.target = target;
    this.least = least;
    this.most = most;
    this.isStrict = isStrict;
  }

  /**
   * By the comparator and the strength of the words: 约 by {@link PlanRules#aboutPercent}, 基本 by
   * {@link PlanRules#basicallyPercent}; the others soften nothing.
   */
  static Goal of(PlanTarget target, PlanRules rules) {
    BigDecimal number = target.targetValue();
    if (number == null) {
      return new Goal(target, null, null, false);
    }
    BigDecimal atLeast =
        target.strength() == Strength.BASICALLY
            ? percent(number, rules.basicallyPercent())
            : number;
    return switch (target.comparator()) {
      case AT_MOST -> new Goal(target, null, number, false);
      case LESS -> new Goal(target, null, number, true);
      case EQUAL -> new Goal(target, number, number, false);
      case ABOUT ->
          new Goal(
              target,
              number.subtract(percent(number, rules.aboutPercent()).abs()),
              number.add(percent(number, rules.aboutPercent()).abs()),
              false);
      case BETWEEN -> new Goal(target, number, target.targetMaxValue(), false);
      case MORE -> new Goal(target, atLeast, null, true);
      case AT_LEAST -> new Goal(target, atLeast, null, false);
    };
  }

  private static BigDecimal percent(BigDecimal number, BigDecimal percent) {
    return number.multiply(percent).movePointLeft(2);
  }

  PlanTarget target() {
    return target;
  }

  /** Whether there is a number to judge by. */
  boolean isNumber() {
    return least != null || most != null;
  }

  /** Rounded as it is compared. */
  private BigDecimal compared(BigDecimal value) {
    return target.decimals() == null
        ? value
        : value.setScale(target.decimals(), RoundingMode.HALF_EVEN);
  }

  /**
   * Whether a value reaches the number; rounded first where the registry says so, as is a
   * projection.
   */
  boolean isReachedBy(BigDecimal value) {
    return !isBelow(value) && !isAbove(value);
  }

  /** Whether a value is too small, rounded first. */
  boolean isBelow(BigDecimal value) {
    int order = least == null ? 1 : compared(value).compareTo(least);
    return isStrict ? order <= 0 : order < 0;
  }

  /** Whether a value is too large, rounded first. */
  boolean isAbove(BigDecimal value) {
    int order = most == null ? -1 : compared(value).compareTo(most);
    return isStrict ? order >= 0 : order > 0;
  }

  /** How much is to be gained or cut until the value reaches the number; 0: nothing, or any bit. */
  BigDecimal distance(BigDecimal value) {
    if (isBelow(value)) {
      return least.subtract(value).max(BigDecimal.ZERO);
    }
    return isAbove(value) ? value.subtract(most).max(BigDecimal.ZERO) : BigDecimal.ZERO;
  }

  /**
   * Share of the way that is behind: of work that adds up by the plan's own number, of a stock that
   * falls by what is gone of it; null: the value is no amount of work.
   */
  BigDecimal reachedPercent(BigDecimal value) {
    BigDecimal whole =
        switch (target.course()) {
          case RISES -> target.targetValue();
          case FALLS -> target.startValue().subtract(target.targetValue());
          default -> BigDecimal.ZERO;
        };
    BigDecimal part = target.course() == Course.FALLS ? target.startValue().subtract(value) : value;
    return whole.signum() <= 0
        ? null
        : part.multiply(HUNDRED).divide(whole, PERCENT_DECIMALS, RoundingMode.HALF_EVEN);
  }
}
