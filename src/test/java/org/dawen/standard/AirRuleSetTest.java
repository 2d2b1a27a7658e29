package org.dawen.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AirRuleSetTest {

  private static final AirRuleSet RULES_2012 = AirRuleSet.inForce(LocalDate.of(2024, 3, 1));
  private static final AirRuleSet RULES_2026 = AirRuleSet.inForce(LocalDate.of(2027, 1, 1));

  @ParameterizedTest
  @CsvSource({
    "2013-03-01, HJ 633-2012, GB 3095-2012",
    "2026-02-28, HJ 633-2012, GB 3095-2012",
    "2026-03-01, HJ 633-2026, GB 3095-2026",
    "2031-01-01, HJ 633-2026, GB 3095-2026"
  })
  void dataDayDecidesTheStandards(LocalDate day, String standard, String ambient) {
    assertThat(AirRuleSet.inForce(day).standard()).isEqualTo(standard);
    assertThat(AirRuleSet.inForce(day).ambientStandard()).isEqualTo(ambient);
  }

  @Test
  void nothingIsInForceBeforeTheFirstStandard() {
    assertThat(AirRuleSet.inForce(LocalDate.of(2012, 2, 28))).isNull();
    assertThat(AirRuleSet.inForce(LocalDate.of(2012, 2, 29))).isNotNull();
  }

  @Test
  void ruleSetsFollowEachOtherWithoutGapOrOverlap() {
    assertThat(AirRuleSet.all()).hasSize(2);
    assertThat(AirRuleSet.inForce(AirRuleSet.all().get(1).validFrom().minusDays(1)))
        .isSameAs(AirRuleSet.all().get(0));
    assertThat(AirRuleSet.inForce(LocalDate.of(2099, 1, 1))).isSameAs(AirRuleSet.all().get(1));
  }

  @Test
  void itemsRoundingAndPublicationDifferBetweenTheStandards() {
    assertThat(RULES_2012.dailyItems())
        .containsExactlyInAnyOrder(
            AirItem.SO2_24H,
            AirItem.NO2_24H,
            AirItem.PM10_24H,
            AirItem.PM2_5_24H,
            AirItem.CO_24H,
            AirItem.O3_1H,
            AirItem.O3_8H);
    assertThat(RULES_2026.dailyItems()).hasSize(6).doesNotContain(AirItem.O3_1H);
    assertThat(RULES_2012.roundsDailyConcentrations()).isTrue();
    assertThat(RULES_2026.roundsDailyConcentrations()).isTrue();
    assertThat(RULES_2012.roundsHourlyConcentrations()).isFalse();
    assertThat(RULES_2026.roundsHourlyConcentrations()).isTrue();
    assertThat(RULES_2012.incompletePublishedAbove()).isNull();
    assertThat(RULES_2026.incompletePublishedAbove()).isEqualTo(100);
    assertThat(RULES_2012.primaryPollutantAbove()).isEqualTo(50);
    assertThat(RULES_2026.primaryPollutantAbove()).isEqualTo(50);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 一级, 优, 绿色",
    "1, 1, 一级, 优, 绿色",
    "50, 1, 一级, 优, 绿色",
    "51, 2, 二级, 良, 黄色",
    "100, 2, 二级, 良, 黄色",
    "101, 3, 三级, 轻度污染, 橙色",
    "150, 3, 三级, 轻度污染, 橙色",
    "151, 4, 四级, 中度污染, 红色",
    "200, 4, 四级, 中度污染, 红色",
    "201, 5, 五级, 重度污染, 紫色",
    "300, 5, 五级, 重度污染, 紫色",
    "301, 6, 六级, 严重污染, 褐红色",
    "500, 6, 六级, 严重污染, 褐红色"
  })
  void classBoundariesAreInclusiveAtTheTop(
      int aqi, int level, String levelName, String name, String colour) {
    for (AirRuleSet rules : AirRuleSet.all()) {
      AqiClass aqiClass = rules.classOf(aqi);
      assertThat(aqiClass.level()).isEqualTo(level);
      assertThat(aqiClass.levelName()).isEqualTo(levelName);
      assertThat(aqiClass.name()).isEqualTo(name);
      assertThat(aqiClass.colourName()).isEqualTo(colour);
      assertThat(aqiClass.provision().standard()).isEqualTo(rules.standard());
    }
  }

  @Test
  void classesFollowEachOtherWithoutGap() {
    for (AirRuleSet rules : AirRuleSet.all()) {
      List<AqiClass> classes = rules.classes();
      assertThat(classes).hasSize(6);
      for (int i = 1; i < classes.size(); i++) {
        assertThat(classes.get(i).aqiFrom()).isEqualTo(classes.get(i - 1).aqiTo() + 1);
      }
      assertThat(classes.get(5).aqiTo()).isNull();
    }
  }

  @Test
  void negativeIndexHasNoClass() {
    assertThatThrownBy(() -> RULES_2026.classOf(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void ruleSetThatTravelledIndexesAsBefore() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(RULES_2026);
    }
    AirRuleSet travelled;
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      travelled = (AirRuleSet) in.readObject();
    }
    assertThat(Iaqi.of(travelled, AirItem.PM2_5_24H, new BigDecimal("61"))).isEqualTo(101);
    assertThat(travelled.classes()).isEqualTo(RULES_2026.classes());
    assertThat(travelled.dailyItems()).isEqualTo(RULES_2026.dailyItems());
    assertThat(travelled.validFrom()).isEqualTo(RULES_2026.validFrom());
  }

  @Test
  void callersCannotChangeTheRules() {
    assertThatThrownBy(() -> RULES_2026.dailyItems().add(AirItem.O3_1H))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> RULES_2026.classes().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "at,0,0,;at,35,50,;above,30,500,|'''above'' must be at the last breakpoint'",
        "at,0,0,;at,35,50,;above,35,,|give either iaqi or instead_item",
        "at,0,0,;at,35,50,;above,35,500,O3_1H|give either iaqi or instead_item",
        "at,1,0,;at,35,50,;above,35,500,|an item begins at 0, 0",
        "at,0,0,;at,35,0,;above,35,500,|concentrations and indices must rise",
        "at,0,0,;at,35,50,;at,36,57,;above,36,500,|steps must fall on the sixth decimal",
        "at,0,0,;at,35,50,|the last row of an item is 'above'",
        "at,0,0,;above,35,500,;above,35,500,|only the last row is 'above'",
      })
  void faultyBreakpointsAreRefusedWithTheirLine(String rows, String message) {
    String text = "relation,concentration,iaqi,instead_item\n" + rows.replace(';', '\n') + "\n";
    List<StandardRow> parsed = new ArrayList<>(StandardTable.parse("b.csv", text).rows());
    assertThatThrownBy(() -> Breakpoints.of(parsed))
        .isInstanceOf(StandardTableException.class)
        .hasMessageStartingWith("b.csv line ")
        .hasMessageContaining(message);
  }
}
