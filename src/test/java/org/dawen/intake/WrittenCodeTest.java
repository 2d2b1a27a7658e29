package org.dawen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which codes of the registry a line may mean whose code a spreadsheet has changed. */
class WrittenCodeTest {
  @ParameterizedTest
  @CsvSource({
    "370123000000, 370123000000",
    "3.70123E+11, 370123000000",
    "3.70123E+11, 370123499999",
    "3.70123E+11, 370122500000",
    "3.70123e11, 370123000001",
    "３．７０１２３Ｅ＋１１, 370123000001",
    "3.7E+11, 370123000001",
    "3.70123000001E+11, 370123000001",
    "1.20E+06, 12E5",
    "1E+12, 999999500000",
    "370123000000.00, 370123000000",
    "３７０１２３０００００１, 370123000001",
    "３７０１２３０００００１．０, 370123000001",
    "'370,123,000,001', 370123000001",
    "12, 0012",
    "12.0, 0012",
    "0, 000",
    "370903198001011000, 370903198001011234",
    "3.70903198001011E+17, 370903198001011999",
    "3.709031980010112E+17, 370903198001011234",
    "Ｓ１, S1"
  })
  void aCellMayHaveBeenTheCode(String cell, String code) {
    assertThat(WrittenCode.of(cell).mayHaveBeen(WrittenCode.of(code))).isTrue();
    assertThat(new RefusedLines(List.of("x,\"" + cell + "\",y")).mayHold(List.of("x", code)))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "3.70123E+11, 370123500001",
    "3.70123E+11, 370122499999",
    "3.70123E+11, 3701230000",
    "3.70123E+11, S1",
    "370123000001, 370123000002",
    "370123000000, 370123000001",
    "370903198001011235, 370903198001011234",
    "370903198001011000, 370903198001012234",
    "1E99, 370902",
    "1E999999999, 370902",
    "S1, S2",
    "'', 0"
  })
  void aCellIsAnotherCode(String cell, String code) {
    assertThat(WrittenCode.of(cell).mayHaveBeen(WrittenCode.of(code))).isFalse();
    assertThat(new RefusedLines(List.of("x,\"" + cell + "\",y")).mayHold(List.of("x", code)))
        .isFalse();
  }

  @Test
  void allPartsOfAKeyAreInOneLine() {
    RefusedLines lines = new RefusedLines(List.of("3.7E+11,PM10", "S1,O3"));
    assertThat(lines.mayHold(List.of("370123000001", "PM10"))).isTrue();
    assertThat(lines.mayHold(List.of("370123000001", "O3"))).isFalse();
    assertThat(lines.mayHold(List.of())).isTrue();
  }
}
