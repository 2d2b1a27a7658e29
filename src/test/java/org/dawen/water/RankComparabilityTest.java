package org.dawen.water;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dawen.registry.WaterSection;
import org.dawen.standard.WaterItem;
import org.junit.jupiter.api.Test;

/** A rank says whether the indices behind it are of the same months and items. */
class RankComparabilityTest {
  private static final LocalDate FEBRUARY = LocalDate.of(2024, 2, 1);
  private static final SectionRegister REGISTER = WaterSamples.register(section("A"), section("B"));

  private static WaterSection section(String code) {
    WaterSection s = WaterSamples.section(code, "river", "Ⅲ");
    return new WaterSection(
        code,
        code,
        s.waterBody(),
        s.bodyKind(),
        s.level(),
        null,
        "city of " + code,
        null,
        null,
        s.targetClass(),
        null,
        null,
        null,
        s.period(),
        s.fileId(),
        s.recordNo());
  }

  /** Section, month and item of each value. */
  private static AreaMonths.Rows ranked(String... values) {
    List<WaterValue> received = new ArrayList<>();
    for (String value : values) {
      String[] of = value.split(" ");
      received.add(
          WaterSamples.automatic(
              of[0], "2024-%s-05T08:00".formatted(of[1]), WaterItem.valueOf(of[2]), "0.1"));
    }
    return new AreaMonths(List.of()).of(FEBRUARY, WaterSamples.provinceMonths(REGISTER, received));
  }

  private static List<Boolean> ofMonth(AreaMonths.Rows rows) {
    return rows.months().stream().map(m -> m.figures().index().isRankComparable()).toList();
  }

  private static List<Boolean> ofYear(AreaMonths.Rows rows) {
    return rows.years().stream().map(m -> m.figures().index().isRankComparable()).toList();
  }

  @Test
  void theSameMonthsAndItemsAreComparable() {
    AreaMonths.Rows rows = ranked("A 01 TP", "B 01 TP", "A 02 TP", "B 02 TP");
    assertThat(ofMonth(rows)).isNotEmpty().containsOnly(true);
    assertThat(ofYear(rows)).isNotEmpty().containsOnly(true);
  }

  @Test
  void anotherItemIsNotComparable() {
    AreaMonths.Rows rows = ranked("A 02 TP", "A 02 NH3N", "B 02 TP");
    assertThat(ofMonth(rows)).isNotEmpty().containsOnly(false);
    assertThat(ofYear(rows)).isNotEmpty().containsOnly(false);
  }

  @Test
  void aMissingMonthLeavesTheMonthComparableAndNotTheYear() {
    AreaMonths.Rows rows = ranked("A 01 TP", "A 02 TP", "B 02 TP");
    assertThat(ofMonth(rows)).isNotEmpty().containsOnly(true);
    assertThat(ofYear(rows)).isNotEmpty().containsOnly(false);
  }

  @Test
  void anItemThatTheIndexLeavesOutDoesNotMatter() {
    assertThat(ofMonth(ranked("A 02 TP", "A 02 TN", "B 02 TP"))).isNotEmpty().containsOnly(true);
  }
}
