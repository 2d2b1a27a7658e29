package org.dawen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellsTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 255, 256, 257, 16_384})
  void aLineIsCutHoweverManyCellsItHas(int cells) {
    String line = IntStream.range(0, cells).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    assertThat(new CsvCells().of(line)).hasSize(cells).endsWith("c" + (cells - 1));
  }

  @ParameterizedTest
  @ValueSource(ints = {16_385, 40_000})
  void aLineOfMoreCellsThanASpreadsheetHasIsOneCell(int cells) {
    String line = ",".repeat(cells - 1);
    assertThat(new CsvCells().of(line)).containsExactly(line);
  }

  /** Lines without quotes are cut here, and not by the parser: it would cut them alike. */
  @Property(tries = 5_000)
  void aLineIsCutAsTheParserCutsIt(@ForAll("lines") String line) {
    String[] parsed = CsvCells.parser(256).parseLine(line);
    assertThat(new CsvCells().of(line)).isEqualTo(parsed == null ? new String[0] : parsed);
  }

  @Provide
  Arbitrary<String> lines() {
    return Arbitraries.of(
            ",", ",", " ", "a", "b1", "#", "-", "一", "\u00a0", "\u3000", "\t", "\u0001", "\u001f",
            "\ufeff", "'", ";", "\\")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }
}
