package org.dawen.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
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
  }

  @Test
  void nothingRoundsToNothing() {
    assertThat(Rounding.halfEven(null, 1)).isNull();
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
}
