package org.dawen.codec.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactorsTest {

  @ParameterizedTest
  @CsvSource({
    "011, w01018", "060, w21003", "001, w01001", "B01, w00000", "02, a21026", "03, a21002",
    "01, a34013", "S01, a19001", "S03, a01012", "S08, a01013", "B02, a00000", "25, a24087"
  })
  void codeOf2005BecomesThatOf2017(String code, String canonical) {
    assertThat(Factors.canonical(code)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource({"a21026", "ele01", "B00", "A18", "d20105"})
  void otherCodesStayAsTheyAre(String code) {
    assertThat(Factors.canonical(code)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "A21026, a21026",
    "W01018, w01018",
    "s01, a19001",
    "b01, w00000",
    "leq, Leq",
    "LMN, LMn",
    "A99999, a99999",
    "D20101, d20101",
    "E10201, e10201"
  })
  void caseOfACodeDoesNotMatter(String code, String canonical) {
    assertThat(Factors.canonical(code)).isEqualTo(canonical);
  }

  @Test
  void noTwoCodesDifferInCaseAlone() throws IOException {
    assertThat(column(0).stream().distinct().map(String::toLowerCase)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "a21026, mg/m3", "02, mg/m3", "w01018, mg/L", "w20111, ug/L", "w00000, L/s", "a00000, m3/s",
    "a19001, %", "w01001, pH", "a01012, degC", "Leq, dB", "e10201, mg/L", "i33315, degC"
  })
  void unitIsThatOfAnnexB(String code, String unit) {
    assertThat(Factors.unit(code)).contains(unit);
  }

  @ParameterizedTest
  @CsvSource({"g11901", "g119xx", "e70102", "i13007", "ele01", "a05024"})
  void codesWithoutOneUnitHaveNone(String code) {
    assertThat(Factors.unit(code)).isEmpty();
  }

  @Test
  void noCodeOf2005StandsForTwoFactors() throws IOException {
    assertThat(column(1)).doesNotHaveDuplicates().hasSizeGreaterThan(80);
  }

  @Test
  void everyRowCitesItsClauseAndConfidence() throws IOException {
    assertThat(rows())
        .hasSize(383)
        .allMatch(
            row ->
                row.matches(".*,HJ 212-2017,annex B table B\\.\\d+,V,.*")
                    || row.matches("a05024,.*,HJ 524-2009,clause not known,M,.*")
                    || row.matches("w010(03|08|16),.*,HJ 525-2009,clause not known,M,.*"));
  }

  @Test
  void onlyTheTwoCodesPrintedTwiceOccurTwice() throws IOException {
    List<String> codes = column(0);
    assertThat(codes.stream().distinct().filter(c -> codes.indexOf(c) != codes.lastIndexOf(c)))
        .containsExactlyInAnyOrder("e701xx", "g119xx");
  }

  private static List<String> column(int index) throws IOException {
    return rows().stream().map(row -> row.split(",", 3)[index]).filter(c -> !c.isEmpty()).toList();
  }

  private static List<String> rows() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                FactorsTest.class.getResourceAsStream("/standards/hj212_factors.csv"),
                StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).toList();
    }
  }
}
