package org.dawen.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dawen.lake.TestRows;
import org.dawen.standard.GroundClass;
import org.dawen.standard.GroundItem;
import org.dawen.standard.GroundLimit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Classes of items of ground water, GB/T 14848-2017 table 1. */
class ItemVerdictTest {
  private static final LocalDate DAY = LocalDate.parse("2024-03-05");

  private static ItemVerdict of(String item, String value) {
    return ItemVerdict.ofValue(GroundLimit.named(item), new BigDecimal(value), DAY);
  }

  private static ItemVerdict below(GroundItem item, String limit) {
    return ItemVerdict.below(item, new BigDecimal(limit), DAY);
  }

  @Test
  void everyVectorHasItsClass() {
    List<Map<String, String>> vectors = TestRows.csv("/ground/class_vectors.csv");
    assertThat(vectors).hasSize(203);
    for (Map<String, String> vector : vectors) {
      assertThat(of(vector.get("item"), vector.get("value")).itemClass())
          .as(vector.toString())
          .hasToString(vector.get("class"));
    }
  }

  @Test
  void everyItemHasLimits() {
    for (GroundItem item : GroundItem.values()) {
      assertThat(GroundLimit.inForce(item, DAY)).as("%s", item).isNotNull();
      assertThat(GroundLimit.named(item.label())).isEqualTo(item);
    }
    assertThat(GroundItem.values()).hasSize(39);
  }

  @ParameterizedTest
  @CsvSource({
    "无, 0, Ⅰ", // 嗅和味
    "有, 1, Ⅴ"
  })
  void smellAndVisibleMatterAreToldInWords(String word, String number, String expected) {
    assertThat(of("嗅和味", number).itemClass()).as(word).hasToString(expected);
    assertThat(of("肉眼可见物", number).itemClass()).as(word).hasToString(expected);
  }

  @Test
  void nothingIsWorseThanTheFourthClassOfRadioactivity() {
    assertThat(of("总α放射性", "0.5").itemClass()).isEqualTo(GroundClass.III);
    assertThat(of("总α放射性", "50").itemClass()).isEqualTo(GroundClass.IV);
    assertThat(of("总β放射性", "1.0").itemClass()).isEqualTo(GroundClass.II);
  }

  @Test
  void aLimitOfDetectionWithinTheFirstClassProvesIt() {
    assertThat(below(GroundItem.AS, "0.001")).isEqualTo(new ItemVerdict(GroundClass.I, null));
  }

  @Test
  void aHigherLimitOfDetectionProvesOnlyThatNothingBetterIsKnown() {
    assertThat(below(GroundItem.AS, "0.002")).isEqualTo(new ItemVerdict(null, GroundClass.III));
    assertThat(below(GroundItem.HG, "0.0002")).isEqualTo(new ItemVerdict(null, GroundClass.III));
  }

  @Test
  void surfactantsThatAreNotDetectedAreOfTheFirstClass() {
    assertThat(below(GroundItem.LAS, "0.05")).isEqualTo(new ItemVerdict(GroundClass.I, null));
    assertThat(of("阴离子表面活性剂", "0.01").itemClass()).isEqualTo(GroundClass.II);
  }

  @Test
  void beforeTheStandardThereIsNoClass() {
    assertThat(ItemVerdict.ofValue(GroundItem.AS, BigDecimal.ONE, LocalDate.parse("2018-04-30")))
        .isEqualTo(new ItemVerdict(null, null));
  }
}
