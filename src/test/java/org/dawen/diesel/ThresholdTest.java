package org.dawen.diesel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class ThresholdTest {
  @Property
  void comparesAsDecimalsDo(
      @ForAll @BigRange(min = "-10000", max = "10000") @Scale(9) BigDecimal threshold,
      @ForAll long number,
      @ForAll long times) {
    int sign = BigDecimal.valueOf(number).compareTo(threshold.multiply(BigDecimal.valueOf(times)));

    assertThat(Threshold.of(threshold).isBelow(number, times)).isEqualTo(sign > 0);
    assertThat(Threshold.of(threshold).isAbove(number, times)).isEqualTo(sign < 0);
  }

  @Test
  void theSameIsNeitherAboveNorBelow() {
    Threshold share = Threshold.of(new BigDecimal("0.050"));

    assertThat(share.isAbove(6_000, 120_000)).isFalse();
    assertThat(share.isBelow(6_000, 120_000)).isFalse();
    assertThat(share.isAbove(5_999, 120_000)).isTrue();
    assertThat(Threshold.of(new BigDecimal("1E+3")).isBelow(1_001, 1)).isTrue();
  }
}
