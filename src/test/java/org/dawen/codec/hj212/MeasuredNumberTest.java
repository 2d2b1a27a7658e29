package org.dawen.codec.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasuredNumberTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "7.5, 750000000",
    "-130.7116, -13071160000",
    "+3, 300000000",
    "007.50, 750000000",
    ".5, 50000000",
    "5., 500000000",
    "-0, 0",
    "-0.000000001, 0",
    "9999999999.99999999, 999999999999999999",
    "-9999999999.99999999, -999999999999999999",
    "0000000000000000000000000012.5, 1250000000",
    "0.000000005, 0",
    "0.000000015, 2",
    "0.0000000050000000000000000001, 1",
    "1e3, 100000000000",
    "1.25E-2, 1250000",
    "2.5e+1, 2500000000",
    "0e999999999999, 0",
    "1e-999999999999, 0",
    "-5e-9, 0",
    "-15e-9, -2",
    "0.00000000000000000001e20, 100000000"
  })
  void keepsEightDecimalsHalfEven(String text, long unscaled) {
    assertThat(unscaled(text)).isEqualTo(unscaled);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "+",
        ".",
        "-.",
        "--5",
        "1.2.3",
        "1 2",
        "abc",
        "0x1F",
        "NaN",
        "Infinity",
        "1e",
        "1e+",
        "e5",
        "1e5.0",
        "1,5",
        "12…",
        "１２",
        "10000000000",
        "-10000000000",
        "9999999999.999999995",
        "1e10",
        "1e99999",
        "1e999999999999",
        "12N"
      })
  void refusesWhatIsNoNumberOrTooLarge(String text) {
    assertThat(unscaled(text)).isEqualTo(MeasuredNumber.NONE);
  }

  @Property(tries = 500)
  void equalsBigDecimal(
      @ForAll @BigRange(min = "-9999999999", max = "9999999999") @Scale(12) BigDecimal number) {
    long expected = number.setScale(8, RoundingMode.HALF_EVEN).unscaledValue().longValueExact();
    assertThat(unscaled(number.toPlainString())).isEqualTo(expected);
  }

  @Property(tries = 500)
  void exponentOnlyMovesThePoint(
      @ForAll @BigRange(min = "-999", max = "999") @Scale(4) BigDecimal number,
      @ForAll @IntRange(min = -12, max = 6) int exponent) {
    BigDecimal moved = number.scaleByPowerOfTen(exponent);
    long expected = moved.setScale(8, RoundingMode.HALF_EVEN).unscaledValue().longValueExact();
    assertThat(unscaled(number.toPlainString() + "E" + exponent)).isEqualTo(expected);
  }

  private static long unscaled(String text) {
    byte[] bytes = ("=" + text + ";").getBytes(StandardCharsets.UTF_8);
    return MeasuredNumber.unscaled(bytes, 1, bytes.length - 1);
  }
}
