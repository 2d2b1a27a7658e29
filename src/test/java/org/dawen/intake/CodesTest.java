package org.dawen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "3.70903E+23",
        "3.70903e+23",
        "3.7E23",
        "4E+11",
        "1E-05",
        "370902.0",
        "370902.00",
        "A1;4E+11",
        "３．７０１２３Ｅ＋１１",
        "３７０９０２．０"
      })
  void aCodeThatASpreadsheetHasMadeANumberIsKnown(String code) {
    assertThat(Codes.isWrittenAsNumber(code)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "370902",
        "3709GX",
        "12E5",
        "3E10",
        "a21002",
        "EX001.0",
        "370902.5",
        "1.2.0",
        "E+1"
      })
  void otherCodesAreNoNumbers(String code) {
    assertThat(Codes.isWrittenAsNumber(code)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "TA\u200B008, TA<U+200B>008",
    "TA\u00A0008, TA<U+00A0>008",
    "\uFF34\uFF21008, <U+FF34><U+FF21>008",
    "T\u0410008, T<U+0410>008",
    "TA 008, TA 008",
    "泰山一站（旧）, 泰山一站（旧）",
    "PM2.5 μg/m³, PM2.5 μg/m³"
  })
  void whatCannotBeToldFromAnotherIsWrittenOut(String text, String shown) {
    assertThat(Codes.writtenOut(text)).isEqualTo(shown);
  }

  @Test
  void onlyColumnsOfCodesAreLookedAt() {
    assertThat(Codes.isCodeColumn("mn")).isTrue();
    assertThat(Codes.isCodeColumn("meter_codes")).isTrue();
    assertThat(Codes.isCodeColumn("name")).isFalse();
    assertThat(Codes.isCodeColumn("limit_value")).isFalse();
  }
}
