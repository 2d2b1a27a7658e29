package org.dawen.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemovalTest {
  private static Fraction of(String number) {
    return Fraction.of(new BigDecimal(number));
  }

  private static Removal removal(String in, String out) {
    return new Removal(of(in), of(out));
  }

  @ParameterizedTest
  @CsvSource({
    "1200, 24, 98.0000",
    "3, 1, 66.6667",
    "800, 800, 0.0000",
    "100, 0, 100.0000",
    // 1 − 1/16000 = 99.99375 %, a half: to the even digit
    "16000, 1, 99.9938",
    "16000, 3, 99.9812"
  })
  void aShareOfWhatEntersRoundedOnceHalfToEven(String in, String out, String percent) {
    assertThat(removal(in, out).percent()).isEqualTo(percent);
  }

  @Test
  void nothingThatEntersAndMoreThatLeavesGiveNoPercent() {
    assertThat(removal("0", "0").percent()).isNull();
    assertThat(removal("0", "0").hasNoInlet()).isTrue();
    assertThat(removal("10", "10.0001").percent()).isNull();
    assertThat(removal("10", "10.0001").isInletBelowOutlet()).isTrue();
    assertThat(removal("10", "10").isInletBelowOutlet()).isFalse();
  }

  @Test
  void belowTheDesignIsToldUnroundedAndEqualIsNotBelow() {
    assertThat(removal("100", "5").isBelow(new BigDecimal("95"))).isFalse();
    assertThat(removal("100", "5.0000001").isBelow(new BigDecimal("95"))).isTrue();
    assertThat(removal("100", "5.0000001").percent()).isEqualTo("95.0000");
  }

  @Test
  void aConcentrationIsConvertedWithoutRoundingAndTheDevicesOwnGoesFirst() {
    Fraction computed =
        Removal.concentration(new BigDecimal("40"), null, new BigDecimal("9"), new BigDecimal("6"));
    assertThat(computed.atDecimals(10)).isEqualTo("50.0000000000");
    assertThat(
            Removal.concentration(
                    new BigDecimal("40"),
                    new BigDecimal("49.5"),
                    new BigDecimal("9"),
                    new BigDecimal("6"))
                .atDecimals(1))
        .isEqualTo("49.5");
    assertThat(Removal.concentration(new BigDecimal("40"), null, null, new BigDecimal("6")))
        .isNull();
    assertThat(
            Removal.concentration(
                new BigDecimal("40"), null, new BigDecimal("21"), new BigDecimal("6")))
        .isNull();
    assertThat(Removal.concentration(new BigDecimal("40"), null, null, null)).isEqualTo(of("40"));
  }

  /** 100 in and 5 out, 3/7 in and 1/7 out: 1 − (5 + 1/7) / (100 + 3/7) = 94.87908… %. */
  @Test
  void hoursOfDifferentOxygenAreSummedExactly() {
    BigDecimal seven = new BigDecimal("7");
    Removal sum =
        Removal.sum(
            List.of(
                removal("100", "5"),
                new Removal(
                    new Fraction(new BigDecimal("3"), seven),
                    new Fraction(BigDecimal.ONE, seven))));

    assertThat(sum.percent()).isEqualTo("94.8791");
  }

  @ParameterizedTest
  @CsvSource({"scr, 2.5", "SCR, 2.5", "' sncr ', 8", "sncr_scr, 3.8"})
  void slipIsLimitedByTheProcessAndProvisional(String process, String limit) {
    SlipLimit found = SlipLimit.inForce(process, LocalDate.of(2024, 3, 1)).orElseThrow();

    assertThat(found.limitMgM3()).isEqualByComparingTo(limit);
    assertThat(found.provision().confidence()).isNotEqualTo(Confidence.VERIFIED);
  }

  @Test
  void whatLetsNoAmmoniaSlipHasNoLimit() {
    assertThat(SlipLimit.inForce("fgd", LocalDate.of(2024, 3, 1))).isEmpty();
    assertThat(SlipLimit.inForce(null, LocalDate.of(2024, 3, 1))).isEmpty();
    assertThat(SlipLimit.inForce("scr", LocalDate.of(2010, 3, 31))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "国三, 3",
    "国Ⅲ, 3",
    "III, 3",
    "China 3, 3",
    "国III阶段, 3",
    "国六b, 6",
    "0, 0",
    "国零, 0",
    "stage 1, 1"
  })
  void aStageIsKnownHoweverItIsWritten(String text, int stage) {
    assertThat(EmissionStage.numberOf(text)).isEqualTo(stage);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {"null", "欧三", "33", "''"})
  void whatIsNoStageIsNotKnown(String text) {
    assertThat(EmissionStage.numberOf(text)).isNull();
  }
}
