package org.dawen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
}
