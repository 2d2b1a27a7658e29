package org.dawen.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WaterTablesOfRulesTest {
  private static final List<LocalDate> DAYS =
      List.of(
          LocalDate.of(2012, 1, 1),
          LocalDate.of(2025, 11, 8),
          LocalDate.of(2026, 2, 4),
          LocalDate.of(2030, 1, 1));

  @Test
  void anItemHasAtMostOneNumberOfDecimalsAndOneRowOfLimitsADay() {
    for (LocalDate day : DAYS) {
      for (WaterItem item : WaterItem.values()) {
        for (WaterPurpose purpose : WaterPurpose.values()) {
          assertThat(
                  WaterDecimals.ALL.stream()
                      .filter(d -> d.purposes().contains(purpose) && d.items().contains(item))
                      .filter(d -> d.provision().isInForce(day)))
              .as("%s %s %s", item, purpose, day)
              .hasSizeLessThan(2);
        }
        for (BodyKind body : BodyKind.values()) {
          assertThat(
                  WaterLimit.ALL.stream()
                      .filter(l -> l.item() == item)
                      .filter(l -> l.body() == null || l.body() == body)
                      .filter(l -> l.provision().isInForce(day)))
              .as("%s %s %s", item, body, day)
              .hasSizeLessThan(2);
        }
      }
    }
  }

  @Test
  void twentyOneItemsAreEvaluatedAndEachHasLimitsAndAnIndex() {
    LocalDate day = LocalDate.of(2024, 3, 1);
    WaterRegime month = WaterRegime.inForce(WaterPurpose.MONTH, day);
    assertThat(month.items())
        .hasSize(21)
        .doesNotContain(WaterItem.TN, WaterItem.COLIFORM, WaterItem.WATER_TEMP)
        .allMatch(i -> WaterLimit.inForce(i, BodyKind.RIVER, day).isPresent());
    assertThat(Cwqi.of(Map.of(WaterItem.PH, Fraction.ZERO), BodyKind.LAKE, day).missing())
        .hasSize(20)
        .allMatch(month.items()::contains);
  }

  @Test
  void everyClassAllowsAtLeastWhatTheBetterOneAllows() {
    for (WaterLimit limit : WaterLimit.ALL) {
      for (int i = 1; i < limit.ranges().size(); i++) {
        WaterLimit.Range better = limit.ranges().get(i - 1);
        WaterLimit.Range range = limit.ranges().get(i);
        assertThat(better.least() == null || range.contains(better.least()))
            .as("%s", limit)
            .isTrue();
        assertThat(better.most() == null || range.contains(better.most())).as("%s", limit).isTrue();
      }
    }
  }

  @Test
  void anItemIsFoundByAnyOfItsNames() {
    assertThat(WaterItems.named("w21003")).isEqualTo(WaterItem.NH3N);
    assertThat(WaterItems.named("氨氮")).isEqualTo(WaterItem.NH3N);
    assertThat(WaterItems.named("nh3-n")).isEqualTo(WaterItem.NH3N);
    assertThat(WaterItems.named(" CODmn ")).isEqualTo(WaterItem.CODMN);
    assertThat(WaterItems.named("w99999")).isNull();
    for (WaterItem item : WaterItem.values()) {
      assertThat(WaterItems.unit(item)).as("%s", item).isNotBlank();
    }
  }
}
