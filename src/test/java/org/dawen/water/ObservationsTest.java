package org.dawen.water;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.dawen.standard.WaterClass;
import org.dawen.standard.WaterItem;
import org.dawen.standard.WaterMethod;
import org.dawen.standard.WaterVerdict.NoClass;
import org.junit.jupiter.api.Test;

class ObservationsTest {
  private static final String TIME = "2025-11-08T04:00";
  private static final SectionRegister RIVER =
      WaterSamples.register(WaterSamples.section("S1", "river", "Ⅲ"));

  private static List<WaterValue> five(String tp, WaterClass published) {
    List<WaterValue> values = new ArrayList<>();
    values.add(value(WaterItem.PH, "7.5", published));
    values.add(value(WaterItem.DO, "8", published));
    values.add(value(WaterItem.CODMN, "3", published));
    values.add(value(WaterItem.NH3N, "0.3", published));
    values.add(value(WaterItem.TP, tp, published));
    return values;
  }

  private static WaterValue value(WaterItem item, String value, WaterClass published) {
    return WaterSamples.value(
        "S1",
        TIME,
        WaterMethod.AUTOMATIC,
        item,
        WaterSamples.measured(value),
        published,
        WaterSamples.file("water/a.csv", 2));
  }

  private static ObservationClass classOf(SectionRegister register, List<WaterValue> values) {
    Observations rule = new Observations(register, WaterSamples.rules());
    return rule.classes("S1", rule.of("S1", WaterValue.sorted(values)), WaterValue.sorted(values))
        .get(0);
  }

  @Test
  void aClassThatDoesNotFollowFromItsValuesIsTold() {
    assertThat(classOf(RIVER, five("0.15", WaterClass.III)).isAsPublished()).isTrue();
    ObservationClass wrong = classOf(RIVER, five("0.15", WaterClass.II));
    assertThat(wrong.isAsPublished()).isFalse();
    assertThat(wrong.verdict().waterClass()).isEqualTo(WaterClass.III);
    assertThat(wrong.publishedClass()).isEqualTo(WaterClass.II);
  }

  @Test
  void aLakeJudgedAsARiverIsTold() {
    SectionRegister lake = WaterSamples.register(WaterSamples.section("S1", "lake", "Ⅲ"));
    ObservationClass judged = classOf(lake, five("0.15", WaterClass.III));
    assertThat(judged.verdict().waterClass()).isEqualTo(WaterClass.V);
    assertThat(judged.isAsPublished()).isFalse();
  }

  @Test
  void aSectionThatTheRegistryDoesNotHaveStaysUndeterminedWherePhosphorusDecides() {
    ObservationClass unknown = classOf(WaterSamples.register(), five("0.15", WaterClass.III));
    assertThat(unknown.verdict().waterClass()).isNull();
    assertThat(unknown.verdict().noClassReason()).isEqualTo(NoClass.BODY_UNKNOWN);
    assertThat(unknown.isAsPublished()).isNull();
  }

  @Test
  void aMissingItemLeavesAReadingWithoutClassAndIsNamed() {
    List<WaterValue> four = five("0.15", null);
    four.remove(2);
    ObservationClass judged = classOf(RIVER, four);
    assertThat(judged.verdict().noClassReason()).isEqualTo(NoClass.ITEM_MISSING);
    assertThat(judged.verdict().missingItems()).isEqualTo("CODMn");
  }

  @Test
  void whatIsScreenedIsShownBesideWhatWasReceived() {
    ObservationClass both = classOf(RIVER, five("10.5", WaterClass.WORSE));
    assertThat(both.verdict().waterClass()).isEqualTo(WaterClass.WORSE);
    assertThat(both.isAsPublished()).isTrue();
    assertThat(both.screenedClass()).isNull();
  }

  @Test
  void aSampleByHandIsJudgedByWhatWasAnalysed() {
    List<WaterValue> sample =
        List.of(
            WaterSamples.manual("S1", TIME, WaterItem.COD, "25"),
            WaterSamples.manual("S1", TIME, WaterItem.HG, "0.00005"));
    ObservationClass judged = classOf(RIVER, sample);
    assertThat(judged.verdict().waterClass()).isEqualTo(WaterClass.IV);
    assertThat(judged.verdict().exceedingItems()).isEqualTo("COD(0.25)");
  }

  @Test
  void twoDifferentValuesOfOneTimeInFilesThatTellNoTimeAreMarked() {
    List<WaterValue> twice =
        List.of(
            value(WaterItem.TP, "0.1", null),
            WaterSamples.value(
                "S1",
                TIME,
                WaterMethod.AUTOMATIC,
                WaterItem.TP,
                WaterSamples.measured("0.2"),
                null,
                WaterSamples.file("water/a.csv", 3)));
    WaterObservation observed =
        new Observations(RIVER, WaterSamples.rules()).of("S1", WaterValue.sorted(twice)).get(0);
    assertThat(observed.isDecidedByPath()).isTrue();
    assertThat(observed.measured().measuredValue()).isEqualByComparingTo("0.2");
    assertThat(observed.versionCount()).isEqualTo(2);
  }

  @Test
  void anItemWithoutAnyValueIsARowAllTheSame() {
    WaterObservation empty =
        new Observations(RIVER, WaterSamples.rules())
            .of("S1", List.of(value(WaterItem.TP, null, null)))
            .get(0);
    assertThat(empty.usedValue()).isNull();
    assertThat(empty.versionCount()).isZero();
    assertThat(empty.revisionCount()).isEqualTo(1);
    assertThat(empty.fileId()).isNull();
  }

  @Test
  void arrivalOrderDoesNotMatter() {
    List<WaterValue> values = new ArrayList<>();
    Random random = new Random(7);
    for (int day = 1; day <= 9; day++) {
      for (WaterItem item : List.of(WaterItem.PH, WaterItem.NH3N, WaterItem.TN, WaterItem.TP)) {
        for (int version = 0; version < 3; version++) {
          values.add(
              WaterSamples.value(
                  "S1",
                  "2025-11-0" + day + "T04:00",
                  WaterMethod.AUTOMATIC,
                  item,
                  WaterSamples.measured(
                      random.nextInt(4) == 0
                          ? null
                          : String.valueOf(1 + random.nextInt(80) / 10.0)),
                  null,
                  WaterSamples.file("water/" + random.nextInt(3) + ".csv", values.size())));
        }
      }
    }
    Observations rule = new Observations(RIVER, WaterSamples.rules());
    List<WaterObservation> expected = rule.of("S1", WaterValue.sorted(values));
    List<ClassChange> changes = new ClassChanges(RIVER).of("S1", WaterValue.sorted(values));
    for (int seed = 0; seed < 20; seed++) {
      List<WaterValue> shuffled = new ArrayList<>(values);
      Collections.shuffle(shuffled, new Random(seed));
      assertThat(rule.of("S1", WaterValue.sorted(shuffled))).isEqualTo(expected);
      assertThat(new ClassChanges(RIVER).of("S1", WaterValue.sorted(shuffled))).isEqualTo(changes);
    }
  }
}
