package org.dawen.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentileTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1, 31, 0.90, 28.0",
    "1, 1, 31, 0.95, 29.5",
    "1, 1, 365, 0.98, 357.72",
    "100, 20, 10, 0.90, 262.0",
    "7, 1, 1, 0.90, 7",
    "1, 1, 31, 0, 1",
    "1, 1, 31, 1, 31"
  })
  void liesLinearlyBetweenItsNeighbours(
      int first, int step, int count, BigDecimal fraction, BigDecimal expected) {
    List<BigDecimal> values =
        IntStream.range(0, count)
            .mapToObj(i -> BigDecimal.valueOf(first + (long) i * step))
            .collect(Collectors.toCollection(ArrayList::new));
    Collections.reverse(values);
    assertThat(Percentile.of(values, fraction)).isEqualByComparingTo(expected);
  }

  @Test
  void noValuesHaveNoPercentile() {
    assertThat(Percentile.of(List.of(), new BigDecimal("0.9"))).isNull();
  }

  @ParameterizedTest
  @CsvSource({"90", "-0.1", "1.01"})
  void fractionOutside0To1IsRefused(BigDecimal fraction) {
    assertThatThrownBy(() -> Percentile.of(List.of(BigDecimal.ONE), fraction))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 to 1");
  }

  @Property(tries = 300)
  void orderDoesNotMatterAndTheResultLiesInside(
      @ForAll @Size(min = 1, max = 40)
          List<@Scale(2) @BigRange(min = "0", max = "500") BigDecimal> values,
      @ForAll @Scale(2) @BigRange(min = "0", max = "1") BigDecimal fraction) {
    List<BigDecimal> shuffled = new ArrayList<>(values);
    Collections.shuffle(shuffled, new Random(1));
    BigDecimal percentile = Percentile.of(values, fraction);
    assertThat(Percentile.of(shuffled, fraction)).isEqualByComparingTo(percentile);
    assertThat(percentile).isBetween(Collections.min(values), Collections.max(values));
  }
}
