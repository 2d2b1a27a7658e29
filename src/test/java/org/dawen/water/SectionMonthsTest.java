package org.dawen.water;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.dawen.standard.WaterClass;
import org.dawen.standard.WaterItem;
import org.dawen.standard.WaterVerdict.NoClass;
import org.junit.jupiter.api.Test;

class SectionMonthsTest {
  private static final SectionRegister RIVER =
      WaterSamples.register(WaterSamples.section("S1", "river", "Ⅲ"));

  private static List<SectionFigures.Month> months(Way way, WaterValue... values) {
    return WaterSamples.months(RIVER, WaterSamples.rules(), List.of(values)).stream()
        .filter(m -> m.month().way() == way)
        .toList();
  }

  private static SectionFigures.Month last(Way way, WaterValue... values) {
    List<SectionFigures.Month> months = months(way, values);
    return months.get(months.size() - 1);
  }

  private static SectionItemMonth item(SectionFigures.Month month, WaterItem item) {
    return month.items().stream().filter(i -> i.item() == item).findFirst().orElse(null);
  }

  @Test
  void aMonthOfOneReadingHasAClassAndSaysThatItsDaysAreFew() {
    SectionMonth month =
        last(Way.SCREENED, WaterSamples.automatic("S1", "2024-03-01T04:00", WaterItem.TP, "0.1"))
            .month();
    assertThat(month.verdict().waterClass()).isEqualTo(WaterClass.II);
    assertThat(month.isFewDays()).isTrue();
    assertThat(month.verdict().isProvisional()).isTrue();
  }

  @Test
  void aMonthOfOneSampleByHandIsWhole() {
    SectionMonth month =
        last(Way.SCREENED, WaterSamples.manual("S1", "2024-03-01T10:00", WaterItem.TP, "0.1"))
            .month();
    assertThat(month.isFewDays()).isFalse();
  }

  @Test
  void whereScreeningLeavesNothingTheSampleByHandFillsByTheProvincesRuleAlone() {
    WaterValue[] values = {
      WaterSamples.automatic("S1", "2024-03-01T04:00", WaterItem.NH3N, "70000"),
      WaterSamples.automatic("S1", "2024-03-01T04:00", WaterItem.TP, "0.1"),
      WaterSamples.manual("S1", "2024-03-02T10:00", WaterItem.NH3N, "0.4")
    };
    assertThat(item(last(Way.SCREENED, values), WaterItem.NH3N)).isNull();
    SectionItemMonth filled = item(last(Way.PROVINCE_RULE, values), WaterItem.NH3N);
    assertThat(filled.itemSource()).isEqualTo(ItemSource.MANUAL);
    assertThat(filled.monthMeanValue()).isEqualByComparingTo("0.4");
  }

  @Test
  void whatScreeningExcludesIsCounted() {
    SectionItemMonth received =
        item(
            last(
                Way.SCREENED,
                WaterSamples.automatic("S1", "2024-03-01T04:00", WaterItem.TP, "0.1"),
                WaterSamples.automatic("S1", "2024-03-01T08:00", WaterItem.TP, "0")),
            WaterItem.TP);
    assertThat(received.receivedCount()).isEqualTo(2);
    assertThat(received.usedCount()).isEqualTo(1);
  }

  @Test
  void aManualResultFillsTheIndexForTwelveMonthsAndMakesNoClass() {
    WaterValue lead = WaterSamples.manual("S1", "2023-03-10T10:00", WaterItem.PB, "0.2");
    WaterValue now = WaterSamples.automatic("S1", "2024-03-01T04:00", WaterItem.TP, "0.1");
    SectionFigures.Month filled = last(Way.PROVINCE_RULE, lead, now);
    assertThat(item(filled, WaterItem.PB).itemSource()).isEqualTo(ItemSource.LAST_MANUAL);
    assertThat(item(filled, WaterItem.PB).sourceMonthStart()).isEqualTo("2023-03-01");
    assertThat(filled.month().verdict().waterClass()).isEqualTo(WaterClass.II);
    // TP 0.1/0.2 + Pb 0.2/0.05
    assertThat(filled.month().index().cwqi()).isEqualByComparingTo("4.5");
    WaterValue later = WaterSamples.automatic("S1", "2024-04-01T04:00", WaterItem.TP, "0.1");
    assertThat(item(last(Way.PROVINCE_RULE, lead, later), WaterItem.PB).itemSource())
        .isEqualTo(ItemSource.NONE);
    assertThat(item(last(Way.SCREENED, lead, now), WaterItem.PB)).isNull();
  }

  @Test
  void changesAreAgainstTheMonthBeforeAndTheYearBefore() {
    SectionMonth.Changes changes =
        last(
                Way.SCREENED,
                WaterSamples.automatic("S1", "2023-03-01T04:00", WaterItem.TP, "0.35"),
                WaterSamples.automatic("S1", "2024-02-01T04:00", WaterItem.TP, "0.02"),
                WaterSamples.automatic("S1", "2024-03-01T04:00", WaterItem.TP, "0.15"))
            .month()
            .changes();
    assertThat(changes.lastMonthClass()).isEqualTo(WaterClass.I);
    assertThat(changes.lastMonthClassChange()).isEqualTo(2);
    assertThat(changes.lastYearClass()).isEqualTo(WaterClass.V);
    assertThat(changes.lastYearClassChange()).isEqualTo(-2);
  }

  @Test
  void aMissingMonthIsNoMonthBefore() {
    SectionMonth.Changes changes =
        last(
                Way.SCREENED,
                WaterSamples.automatic("S1", "2024-01-01T04:00", WaterItem.TP, "0.02"),
                WaterSamples.automatic("S1", "2024-03-01T04:00", WaterItem.TP, "0.15"))
            .month()
            .changes();
    assertThat(changes.lastMonthClass()).isNull();
    assertThat(changes.lastMonthClassChange()).isNull();
  }

  @Test
  void aSectionWithoutRegistryHasNoPlaceTargetOrIndex() {
    List<WaterValue> values =
        List.of(WaterSamples.automatic("S1", "2024-03-01T04:00", WaterItem.TP, "0.15"));
    SectionMonth month =
        WaterSamples.months(WaterSamples.register(), WaterSamples.rules(), values).get(0).month();
    assertThat(month.place().isRegistered()).isFalse();
    assertThat(month.isTargetMet()).isNull();
    assertThat(month.verdict().noClassReason()).isEqualTo(NoClass.BODY_UNKNOWN);
    assertThat(month.index().cwqi()).isNull();
  }

  @Test
  void theMonthIsTheMeanOfItsDayMeans() {
    List<WaterValue> values = new ArrayList<>();
    for (int hour = 0; hour < 20; hour += 4) {
      values.add(
          WaterSamples.automatic("S1", "2024-03-01T%02d:00".formatted(hour), WaterItem.TP, "0.1"));
    }
    values.add(WaterSamples.automatic("S1", "2024-03-02T04:00", WaterItem.TP, "0.4"));
    SectionItemMonth tp = item(last(Way.SCREENED, values.toArray(WaterValue[]::new)), WaterItem.TP);
    assertThat(tp.meanOfDayMeansValue()).isEqualByComparingTo("0.25");
    assertThat(tp.meanOfValuesValue()).isEqualByComparingTo("0.15");
    assertThat(tp.monthMeanValue()).isEqualByComparingTo("0.25");
    assertThat(tp.itemClass()).isEqualTo(WaterClass.IV);
  }
}
