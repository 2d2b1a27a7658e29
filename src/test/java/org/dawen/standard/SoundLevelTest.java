package org.dawen.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Levels printed in the documentation of a public library of noise (Viyyy/reviutils). */
class SoundLevelTest {
  private static final List<BigDecimal> SERIES =
      levels("50.1", "52.3", "54.5", "56.7", "58.9", "61.1", "63.3", "65.5", "67.7", "69.9");
  private static final List<BigDecimal> HOURS =
      levels(
          "60", "70", "67", "76", "75", "70", "72", "78", "75", "70", "72", "78", "75", "70", "72",
          "78", "75", "70", "72", "78", "75", "70", "72", "75");

  private static List<BigDecimal> levels(String... levels) {
    return Stream.of(levels).map(BigDecimal::new).toList();
  }

  private static String four(BigDecimal level) {
    return level.setScale(4, RoundingMode.HALF_EVEN).toPlainString();
  }

  @Test
  void theEquivalentLevelIsTheMeanOfEnergies() {
    assertThat(four(SoundLevel.mean(levels("100", "80", "60", "40", "20")))).isEqualTo("93.0539");
    assertThat(four(SoundLevel.mean(SERIES))).isEqualTo("63.8798");
    assertThat(four(SoundLevel.mean(levels("50", "60")))).isEqualTo("57.4036");
    assertThat(SoundLevel.mean(List.of())).isNull();
  }

  @Test
  void theMeanOfOneLevelIsTheLevel() {
    assertThat(SoundLevel.mean(levels("47.3604"))).isEqualByComparingTo("47.3604");
    assertThat(SoundLevel.mean(levels("0.1", "0.1"))).isEqualByComparingTo("0.1");
  }

  @ParameterizedTest
  @CsvSource({"10, 67.9200", "50, 60.0000", "90, 52.0800"})
  void aPercentileIsExceededForItsShareOfTheTime(int percent, String level) {
    assertThat(four(SoundLevel.exceeded(SERIES, percent))).isEqualTo(level);
  }

  @Test
  void nightsCountTenDecibelsMore() {
    List<BigDecimal> day = HOURS.subList(6, 22);
    List<BigDecimal> night = IntStream.of(0, 1, 2, 3, 4, 5, 22, 23).mapToObj(HOURS::get).toList();
    BigDecimal ld = SoundLevel.mean(day);
    BigDecimal ln = SoundLevel.mean(night);
    assertThat(four(ld)).isEqualTo("74.7917");
    assertThat(four(ln)).isEqualTo("72.5803");
    assertThat(four(SoundLevel.ofDayAndNight(ld, ln, 16, 8))).isEqualTo("79.0567");
    assertThat(SoundLevel.ofDayAndNight(ld, null, 16, 8)).isNull();
  }
}
