package org.dawen.water;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dawen.standard.WaterItem;
import org.dawen.standard.WaterMethod;
import org.junit.jupiter.api.Test;

class SectionMethodMonthTest {
  private static final LocalDate MARCH = LocalDate.of(2024, 3, 1);

  private static CountedValue value(WaterItem item, int day, String value, ScreenReason reason) {
    return new CountedValue(
        "S1",
        MARCH.plusDays(day),
        WaterMethod.AUTOMATIC,
        item,
        false,
        null,
        value == null ? null : new BigDecimal(value),
        reason);
  }

  /** Days of different numbers of values, whose means have no end in decimals. */
  @Test
  void aMeanThatWasStoredIsRoundedAsTheExactOne() {
    Random random = new Random(3);
    for (int run = 0; run < 200; run++) {
      List<CountedValue> values = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(60); i++) {
        WaterItem item = random.nextBoolean() ? WaterItem.PH : WaterItem.TP;
        values.add(value(item, random.nextInt(31), "7." + random.nextInt(10_000), null));
      }
      List<MethodFigures> exact = MethodFigures.of(values);
      List<MethodFigures> stored = SectionMethodMonth.figures(SectionMethodMonth.of(MARCH, values));
      assertThat(stored).hasSameSizeAs(exact);
      for (int i = 0; i < exact.size(); i++) {
        ItemFigures a = exact.get(i).screened();
        ItemFigures b = stored.get(i).screened();
        assertThat(ItemFigures.stored(b.ofDayMeans()))
            .isEqualTo(ItemFigures.stored(a.ofDayMeans()));
        assertThat(ItemFigures.stored(b.ofValues())).isEqualTo(ItemFigures.stored(a.ofValues()));
        assertThat(b.usedCount()).isEqualTo(a.usedCount());
        assertThat(b.dayCount()).isEqualTo(a.dayCount());
      }
    }
  }

  @Test
  void whatScreeningExcludesCountsAsReceivedAlone() {
    List<SectionMethodMonth> rows =
        SectionMethodMonth.of(
            MARCH,
            List.of(
                value(WaterItem.TP, 0, "0.1", null),
                value(WaterItem.TP, 1, "90", ScreenReason.IMPOSSIBLE_VALUE),
                value(WaterItem.TP, 2, null, null)));
    assertThat(rows)
        .extracting(r -> "%s %d %d".formatted(r.way(), r.receivedCount(), r.usedCount()))
        .containsExactly("as_received 2 2", "screened 2 1");
    assertThat(rows).extracting(SectionMethodMonth::lastDay).containsOnly(LocalDate.of(2024, 3, 3));
  }
}
