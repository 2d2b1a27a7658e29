package org.dawen.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

class LogarithmTest {
  private static final MathContext DIGITS = new MathContext(36);

  @Test
  void knownLogarithmsHaveThirtySixDigits() {
    assertThat(Logarithm.ln(BigDecimal.TEN).round(DIGITS))
        .isEqualTo(new BigDecimal("2.30258509299404568401799145468436421"));
    assertThat(Logarithm.ln(new BigDecimal("2")).round(DIGITS))
        .isEqualTo(new BigDecimal("0.693147180559945309417232121458176568"));
    assertThat(Logarithm.ln(new BigDecimal("0.5")).round(DIGITS))
        .isEqualTo(new BigDecimal("-0.693147180559945309417232121458176568"));
    assertThat(Logarithm.ln(BigDecimal.ONE)).isEqualByComparingTo("0");
    assertThat(Logarithm.log10(new BigDecimal("0.001")).round(DIGITS)).isEqualByComparingTo("-3");
  }

  @Test
  void knownPowersHaveThirtySixDigits() {
    assertThat(Logarithm.tenToMinus(new BigDecimal("0.5")).round(DIGITS))
        .isEqualTo(new BigDecimal("0.316227766016837933199889354443271853"));
    assertThat(Logarithm.tenToMinus(new BigDecimal("7"))).isEqualByComparingTo("1e-7");
    assertThat(Logarithm.tenToMinus(new BigDecimal("-1")).round(DIGITS)).isEqualByComparingTo("10");
  }

  @Test
  void theLogarithmOfAPowerIsTheNumber() {
    for (String ph :
        new String[] {"0", "0.01", "5.71", "7.8195742", "9.999", "13.1234567890123456"}) {
      assertThat(
              Logarithm.log10(Logarithm.tenToMinus(new BigDecimal(ph)))
                  .negate()
                  .setScale(30, RoundingMode.HALF_EVEN))
          .isEqualByComparingTo(ph);
    }
  }

  @Test
  void theMeanOfAcidityIsThatOfIons() {
    WaterMean mean = new WaterMean(WaterItem.PH);
    mean.add(new BigDecimal("7"));
    mean.add(new BigDecimal("8"));
    // −log10((10^−7 + 10^−8)/2) = 7 − log10(0.55) = 7.2596373105
    assertThat(mean.value()).isEqualTo(new BigDecimal("7.2596373105"));
    mean.remove(new BigDecimal("8"));
    assertThat(mean.value()).isEqualByComparingTo("7");
  }

  @Test
  void nothingHasALogarithmAtOrBelowZero() {
    assertThatThrownBy(() -> Logarithm.ln(BigDecimal.ZERO)).isInstanceOf(ArithmeticException.class);
  }
}
