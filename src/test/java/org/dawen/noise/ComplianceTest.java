package org.dawen.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.dawen.lake.TestRows;
import org.junit.jupiter.api.Test;

/** Rates printed in a bulletin of Hunan, fourth quarter 2020, follow from its point-times. */
class ComplianceTest {
  private static final LocalDate DAY = LocalDate.parse("2020-10-01");

  @Test
  void everyPrintedRateFollowsFromItsCounts() {
    int checked = 0;
    for (Map<String, String> row : TestRows.csv("/noise/rates_hunan_2020.csv")) {
      int all = Integer.parseInt(row.get("point_times"));
      assertThat(Compliance.percent(Integer.parseInt(row.get("day_ok")), all, DAY))
          .as(row.toString())
          .isEqualByComparingTo(row.get("published_day_percent"));
      assertThat(Compliance.percent(Integer.parseInt(row.get("night_ok")), all, DAY))
          .as(row.toString())
          .isEqualByComparingTo(row.get("published_night_percent"));
      checked++;
    }
    assertThat(checked).isEqualTo(7);
    assertThat(Compliance.percent(0, 0, DAY)).isNull();
  }
}
