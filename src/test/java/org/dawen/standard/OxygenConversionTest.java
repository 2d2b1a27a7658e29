package org.dawen.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OxygenConversionTest {

  private static final BigDecimal SIX = BigDecimal.valueOf(6);

  @ParameterizedTest
  @CsvSource({
    "50, 8.2, 6, 58.594",
    "80, 12.5, 10, 103.529",
    "12.40, 7.0, 6, 13.286",
    "42.60, 7.0, 6, 45.643",
    "3.40, 7.0, 6, 3.643",
    "37.5, 6, 6, 37.5"
  })
  void convertsToTheReferenceOxygen(
      BigDecimal measured, BigDecimal o2, BigDecimal reference, BigDecimal expected) {
    assertThat(Rounding.halfEven(OxygenConversion.toReference(measured, o2, reference), 3))
        .isEqualByComparingTo(expected);
  }

  @Test
  void withoutReferenceTheMeasuredValueIsJudged() {
    BigDecimal measured = new BigDecimal("50.1");
    assertThat(OxygenConversion.toReference(measured, null, null)).isEqualTo(measured);
    assertThat(OxygenConversion.exceeds(measured, null, null, BigDecimal.valueOf(50))).isTrue();
    assertThat(OxygenConversion.exceeds(measured, null, null, measured)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"21", "21.0", "25", "-0.1"})
  void oxygenOfAirAndMoreIsInvalid(BigDecimal o2) {
    assertThat(OxygenConversion.toReference(BigDecimal.TEN, o2, SIX)).isNull();
    assertThat(OxygenConversion.exceeds(BigDecimal.TEN, o2, SIX, BigDecimal.ONE)).isNull();
  }

  @Test
  void missingMeasurementGivesNothing() {
    assertThat(OxygenConversion.toReference(null, SIX, SIX)).isNull();
    assertThat(OxygenConversion.toReference(BigDecimal.TEN, null, SIX)).isNull();
    assertThat(OxygenConversion.exceeds(null, SIX, SIX, BigDecimal.ONE)).isNull();
    assertThat(OxygenConversion.exceeds(BigDecimal.TEN, null, SIX, BigDecimal.ONE)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"21", "25", "-1"})
  void nothingIsConvertedToAReferenceThatCannotBe(BigDecimal reference) {
    assertThat(OxygenConversion.toReference(BigDecimal.TEN, SIX, reference)).isNull();
    assertThat(OxygenConversion.exceeds(BigDecimal.TEN, SIX, reference, BigDecimal.ONE)).isNull();
  }

  @Test
  void equalToTheLimitComplies() {
    // 30 * 15 / 9 = 50 exactly
    BigDecimal o2 = BigDecimal.valueOf(12);
    BigDecimal limit = BigDecimal.valueOf(50);
    assertThat(OxygenConversion.exceeds(BigDecimal.valueOf(30), o2, SIX, limit)).isFalse();
    assertThat(OxygenConversion.exceeds(new BigDecimal("30.000000000001"), o2, SIX, limit))
        .isTrue();
  }

  @Test
  void excessSmallerThanAnyRoundingIsSeen() {
    // The quotient rounds to 50.0000000000 although it lies above it.
    BigDecimal measured = new BigDecimal("30.00000000000001");
    BigDecimal o2 = BigDecimal.valueOf(12);
    BigDecimal limit = BigDecimal.valueOf(50);
    assertThat(OxygenConversion.toReference(measured, o2, SIX)).isEqualByComparingTo(limit);
    assertThat(OxygenConversion.exceeds(measured, o2, SIX, limit)).isTrue();
  }

  @Property
  void verdictAgreesWithTheConvertedValueWhereRoundingCannotMatter(
      @ForAll @Scale(2) @BigRange(min = "0", max = "500") BigDecimal measured,
      @ForAll @Scale(2) @BigRange(min = "0", max = "20.99") BigDecimal o2,
      @ForAll @Scale(1) @BigRange(min = "1", max = "500") BigDecimal limit) {
    BigDecimal converted = OxygenConversion.toReference(measured, o2, SIX);
    BigDecimal distance = converted.subtract(limit);
    if (distance.abs().compareTo(new BigDecimal("0.000000001")) > 0) {
      assertThat(OxygenConversion.exceeds(measured, o2, SIX, limit))
          .isEqualTo(distance.signum() > 0);
    }
  }
}
