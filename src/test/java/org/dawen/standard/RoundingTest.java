package org.dawen.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTest {

  @ParameterizedTest
  @CsvSource({
    "60.5, 0, 60",
    "61.5, 0, 62",
    "60.51, 0, 61",
    "0.65, 1, 0.6",
    "0.75, 1, 0.8",
    "2.345, 2, 2.34",
    "2.355, 2, 2.36",
    "-0.5, 0, 0",
    "-1.5, 0, -2",
    "3, 2, 3.00"
  })
  void halfGoesToTheEvenNeighbour(BigDecimal value, int decimals, BigDecimal expected) {
    assertThat(Rounding.halfEven(value, decimals)).isEqualByComparingTo(expected);
    assertThat(Rounding.halfEvenE6(value.movePointRight(6).longValueExact(), decimals))
        .isEqualTo(expected.movePointRight(6).longValueExact());
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.0000001, 1", "1, 1", "1.000, 1", "99.01, 100"})
  void roundingUpTakesTheNextWholeNumber(BigDecimal value, int expected) {
    assertThat(Rounding.up(value)).isEqualTo(expected);
  }

  @Test
  void nothingRoundsToNothing() {
    assertThat(Rounding.halfEven(null, 1)).isNull();
    assertThat(Rounding.up(null)).isNull();
  }

  @Test
  void negativeIndexIsRefused() {
    assertThatThrownBy(() -> Rounding.up(new BigDecimal("-0.1")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void roundingTwiceChangesNothing(
      @ForAll @Scale(8) @BigRange(min = "-100000", max = "100000") BigDecimal value,
      @ForAll @IntRange(max = 6) int decimals) {
    BigDecimal once = Rounding.halfEven(value, decimals);
    assertThat(Rounding.halfEven(once, decimals)).isEqualTo(once);
    assertThat(once.subtract(value).abs())
        .isLessThanOrEqualTo(new BigDecimal("0.5").movePointLeft(decimals));
  }

  @Property
  void fixedPointRoundsAsDecimalsDo(
      @ForAll @LongRange(min = -10_000_000_000L, max = 10_000_000_000L) long valueE6,
      @ForAll @IntRange(max = 6) int decimals) {
    assertThat(BigDecimal.valueOf(Rounding.halfEvenE6(valueE6, decimals), 6))
        .isEqualByComparingTo(Rounding.halfEven(BigDecimal.valueOf(valueE6, 6), decimals));
  }
}
