package org.dawen.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.dawen.lake.TestRows;
import org.junit.jupiter.api.Test;

class WaterStatesTest {
  private static final LocalDate DAY = LocalDate.of(2025, 3, 1);

  /** Shares printed in bulletins; one was adjusted by its publisher so that its column adds up. */
  @Test
  void printedSharesFollowFromTheirCounts() {
    List<Map<String, String>> shares = TestRows.csv("/water/published_shares.csv");
    assertThat(shares).hasSize(18);
    for (Map<String, String> row : shares) {
      BigDecimal printed = new BigDecimal(row.get("published_percent"));
      BigDecimal share =
          WaterStates.share(
                  Integer.parseInt(row.get("count")), Integer.parseInt(row.get("sections")))
              .setScale(printed.scale(), RoundingMode.HALF_EVEN);
      assertThat(share.compareTo(printed) == 0)
          .as(row.toString())
          .isEqualTo(row.get("agrees").equals("yes"));
    }
  }

  @Test
  void bandsAreThoseOfTheRule() {
    assertThat(band(9, 0, 10)).isEqualTo("优");
    assertThat(band(8, 0, 10)).isEqualTo("良好");
    assertThat(band(7, 1, 10)).isEqualTo("轻度污染");
    assertThat(band(6, 2, 10)).isEqualTo("中度污染");
    assertThat(band(3, 4, 10)).isEqualTo("重度污染");
    assertThat(band(3, 0, 4)).isEqualTo("良好");
  }

  @Test
  void fewerThanFiveSectionsHaveNoBand() {
    assertThat(WaterStates.band(5, 0, 5, DAY)).isNotNull();
    assertThat(WaterStates.band(4, 0, 4, DAY)).isNull();
    assertThat(WaterStates.band(0, 0, 0, DAY)).isNull();
  }

  @Test
  void statesOfSectionsGoByTheirClass() {
    assertThat(WaterStates.of(WaterClass.II, DAY)).isEqualTo("优");
    assertThat(WaterStates.of(WaterClass.III, DAY)).isEqualTo("良好");
    assertThat(WaterStates.of(WaterClass.WORSE, DAY)).isEqualTo("重度污染");
    assertThat(WaterStates.of(null, DAY)).isNull();
  }

  @Test
  void theNightLastsFromTenToSix() {
    assertThat(WaterPeriods.isNight(LocalDateTime.parse("2025-03-01T05:59"))).isTrue();
    assertThat(WaterPeriods.isNight(LocalDateTime.parse("2025-03-01T06:00"))).isFalse();
    assertThat(WaterPeriods.isNight(LocalDateTime.parse("2025-03-01T22:00"))).isTrue();
  }

  private static String band(int good, int worse, int sections) {
    return WaterStates.band(5 * good, 5 * worse, 5 * sections, DAY).name();
  }
}
