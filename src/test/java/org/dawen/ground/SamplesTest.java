package org.dawen.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DecimalType;
import org.dawen.intake.Provenance;
import org.dawen.intake.ReceivedGround;
import org.dawen.lake.Table;
import org.dawen.registry.County;
import org.dawen.registry.GroundPoint;
import org.dawen.registry.Period;
import org.dawen.registry.SoilPlot;
import org.dawen.registry.SoilPlot.PlotList;
import org.dawen.registry.SoilPlot.PlotStatus;
import org.dawen.registry.WaterSection.SectionLevel;
import org.dawen.registry.WaterSection.TargetClass;
import org.dawen.standard.GroundClass;
import org.dawen.standard.GroundItem;
import org.junit.jupiter.api.Test;

/** Samples, years and plots of land. */
class SamplesTest {
  private static final Period ALWAYS = new Period(null, null);
  private static final GroundRegister REGISTER =
      new GroundRegister(
          List.of(
              new GroundPoint(
                  "G1",
                  "G1",
                  SectionLevel.NATIONAL,
                  "370902",
                  TargetClass.III,
                  null,
                  null,
                  ALWAYS,
                  "r",
                  2)));

  private static ReceivedGround value(String time, GroundItem item, String value, String file) {
    LocalDateTime at = LocalDateTime.parse(time);
    boolean isBelow = value.startsWith("<");
    BigDecimal number = new BigDecimal(isBelow ? value.substring(1) : value);
    return new ReceivedGround(
        "G1",
        at,
        at.toLocalDate(),
        item,
        isBelow ? null : number,
        isBelow,
        isBelow ? number : null,
        new Provenance(null, file.contains("_r2") ? "r2" : "", file, 2 + item.ordinal()));
  }

  private static SampleClass sample(ReceivedGround... values) {
    List<SampleClass> classes = new Samples(REGISTER).classes(Samples.items("G1", List.of(values)));
    assertThat(classes).hasSize(1);
    return classes.get(0);
  }

  private static ReceivedGround march(GroundItem item, String value) {
    return value("2024-03-05T10:00", item, value, "ground/a.csv");
  }

  @Test
  void theWorstItemMakesTheClassAndIsNamed() {
    SampleClass sample =
        sample(
            march(GroundItem.AS, "0.001"),
            march(GroundItem.MN, "0.5"),
            march(GroundItem.NH3N, "0.6"),
            march(GroundItem.PH, "7.2"));
    assertThat(sample.groundClass()).isEqualTo(GroundClass.IV);
    assertThat(sample.worstItems()).isEqualTo("Mn;NH3-N");
    assertThat(sample.worseThanThirdItems()).isEqualTo("Mn;NH3-N");
    assertThat(sample.possibleClass()).isEqualTo(GroundClass.IV);
    assertThat(sample.isTargetMet()).isFalse();
    assertThat(sample.itemCount()).isEqualTo(4);
    assertThat(sample.recordNo()).isEqualTo(2 + GroundItem.MN.ordinal());
  }

  @Test
  void aLimitOfDetectionThatProvesLittleIsKeptApartFromTheClass() {
    SampleClass sample = sample(march(GroundItem.HARDNESS, "200"), march(GroundItem.AS, "<0.005"));
    assertThat(sample.groundClass()).isEqualTo(GroundClass.II);
    assertThat(sample.possibleClass()).isEqualTo(GroundClass.III);
    assertThat(sample.undeterminedItems()).isEqualTo("As Ⅲ");
    assertThat(sample.itemCount()).isEqualTo(1);
  }

  @Test
  void aTargetIsNotMetWhileALimitOfDetectionLeavesAWorseClassPossible() {
    ReceivedGround hardness = march(GroundItem.HARDNESS, "200");
    assertThat(sample(hardness, march(GroundItem.AS, "<0.005")).isTargetMet()).isTrue();
    assertThat(sample(hardness, march(GroundItem.AS, "<0.02")).isTargetMet()).isNull();
    assertThat(sample(march(GroundItem.HARDNESS, "460"), march(GroundItem.AS, "<0.02")))
        .satisfies(s -> assertThat(s.isTargetMet()).isFalse());
    assertThat(years(hardness, march(GroundItem.AS, "<0.02")).get(0).isTargetMet()).isNull();
  }

  @Test
  void aLimitOfDetectionProvesNothingOfThePh() {
    SampleClass sample = sample(march(GroundItem.PH, "<7"), march(GroundItem.HARDNESS, "200"));
    assertThat(sample.groundClass()).isEqualTo(GroundClass.II);
    assertThat(sample.undeterminedItems()).isEqualTo("pH Ⅴ");
  }

  @Test
  void aSampleOfNothingButSuchLimitsHasNoClass() {
    SampleClass sample = sample(march(GroundItem.AS, "<0.005"));
    assertThat(sample.groundClass()).isNull();
    assertThat(sample.worstItems()).isNull();
    assertThat(sample.isTargetMet()).isNull();
    assertThat(sample.fileId()).isNull();
  }

  @Test
  void theValueReceivedLastCountsInWhateverOrder() {
    List<ReceivedGround> values =
        new ArrayList<>(
            List.of(
                march(GroundItem.AS, "0.02"),
                value("2024-03-05T10:00", GroundItem.AS, "0.002", "ground/a_r2.csv")));
    for (int i = 0; i < 2; i++) {
      assertThat(Samples.items("G1", values))
          .singleElement()
          .satisfies(
              item -> {
                assertThat(item.itemClass()).isEqualTo(GroundClass.III);
                assertThat(item.revisionCount()).isEqualTo(2);
                assertThat(item.isDecidedByPath()).isFalse();
              });
      Collections.reverse(values);
    }
  }

  private static List<PointYear> years(ReceivedGround... values) {
    return new PointYears(REGISTER).of("G1", Samples.items("G1", List.of(values)));
  }

  @Test
  void aYearIsTheMeanOfItsSamplesAndIsComparedWithTheOneBefore() {
    List<PointYear> years =
        years(
            value("2023-03-05T10:00", GroundItem.MN, "0.2", "ground/a.csv"),
            value("2024-03-05T10:00", GroundItem.MN, "0.05", "ground/b.csv"),
            value("2024-09-05T10:00", GroundItem.MN, "0.15", "ground/c.csv"));
    assertThat(years)
        .extracting(
            y ->
                "%s %s %s %s %s"
                    .formatted(
                        y.yearStart(),
                        y.groundClass(),
                        y.lastYearClass(),
                        y.trend(),
                        y.sampleCount()))
        .containsExactly("2023-01-01 Ⅳ null null 1", "2024-01-01 Ⅲ Ⅳ better 2");
    assertThat(years.get(1).isComparableWithLastYear()).isTrue();
    assertThat(years.get(1).lastYearClassChange()).isEqualTo(-1);
    assertThat(years.get(1).isTargetMet()).isTrue();
    assertThat(years.get(1).isProvisional()).isTrue();
  }

  @Test
  void thePhOfAYearIsTheMeanOfItsHydrogenIons() {
    assertThat(
            years(
                value("2024-03-05T10:00", GroundItem.PH, "6.0", "ground/a.csv"),
                value("2024-09-05T10:00", GroundItem.PH, "9.0", "ground/b.csv")))
        .singleElement()
        .satisfies(y -> assertThat(y.groundClass()).isEqualTo(GroundClass.IV));
  }

  @Test
  void otherItemsMakeYearsThatCannotBeCompared() {
    List<PointYear> years =
        years(
            value("2023-03-05T10:00", GroundItem.MN, "0.2", "ground/a.csv"),
            value("2024-03-05T10:00", GroundItem.MN, "0.2", "ground/b.csv"),
            value("2024-03-05T10:00", GroundItem.AS, "0.001", "ground/b.csv"));
    assertThat(years.get(1).trend()).hasToString("stable");
    assertThat(years.get(1).isComparableWithLastYear()).isFalse();
  }

  @Test
  void halfTheLimitCountsWhereOtherSamplesWereDetected() {
    List<PointYear> years =
        years(
            value("2024-03-05T10:00", GroundItem.AS, "<0.004", "ground/a.csv"),
            value("2024-09-05T10:00", GroundItem.AS, "0.020", "ground/b.csv"));
    assertThat(years.get(0).groundClass()).isEqualTo(GroundClass.IV);
    years = years(value("2024-03-05T10:00", GroundItem.AS, "<0.004", "ground/a.csv"));
    assertThat(years.get(0).groundClass()).isNull();
    assertThat(years.get(0).undeterminedItems()).isEqualTo("As Ⅲ");
  }

  private static SoilPlot plot(
      String code, String county, PlotList list, PlotStatus status, String done) {
    return new SoilPlot(
        code,
        code,
        county,
        new BigDecimal("1000.5"),
        list,
        null,
        status,
        LocalDate.parse("2024-12-31"),
        done == null ? null : LocalDate.parse(done),
        null,
        "r",
        2);
  }

  @Test
  void plotsAreCountedByListForCountiesAndTheCity() {
    List<County> counties =
        Stream.of("370902", "370911")
            .map(c -> new County(c, c, "370900", "市", false, ALWAYS, "r", 2))
            .toList();
    List<PlotYear> years =
        new PlotYears(counties)
            .of(
                List.of(
                    plot("P1", "370902", PlotList.PRIORITY, PlotStatus.CONTROLLED, "2024-06-01"),
                    plot("P2", "370902", PlotList.PRIORITY, PlotStatus.SAFE, "2025-01-02"),
                    plot("P3", "370911", PlotList.PRIORITY, null, null)));
    assertThat(years)
        .extracting(
            y ->
                "%s %s %s: %d of %d, %d late, %d open, %d safe, %s %%, %s"
                    .formatted(
                        y.areaKind(),
                        y.areaCode(),
                        y.listKind(),
                        y.doneCount(),
                        y.plotCount(),
                        y.doneLateCount(),
                        y.openCount(),
                        y.safeCount(),
                        y.donePercent(),
                        y.areaM2()))
        .containsExactly(
            "city 370900 priority: 2 of 3, 1 late, 1 open, 1 safe, 66.6667 %, 3001.5",
            "county 370902 priority: 2 of 2, 1 late, 0 open, 1 safe, 100.0000 %, 2001.0",
            "county 370911 priority: 0 of 1, 0 late, 1 open, 0 safe, 0.0000 %, 1000.5");
  }

  @Test
  void areasOfAnySizeAddUpAndOnesBelowZeroAreLeftOut() {
    SoilPlot p = plot("P1", "370902", PlotList.PRIORITY, null, null);
    List<SoilPlot> plots =
        Stream.of("99999999999999.99", "99999999999999.99", "-5", "0")
            .map(BigDecimal::new)
            .map(
                area ->
                    new SoilPlot(
                        "P" + area,
                        p.name(),
                        p.countyCode(),
                        area,
                        p.listKind(),
                        null,
                        null,
                        p.dueOn(),
                        null,
                        null,
                        "r",
                        2))
            .toList();
    List<PlotYear> years = new PlotYears(List.of()).of(plots);
    assertThat(years)
        .extracting(y -> y.areaM2().toPlainString())
        .containsExactly("199999999999999.98");
    DecimalType type = (DecimalType) Table.of(PlotYear.class).column("area_m2").type();
    assertThat(years.get(0).areaM2().precision() + 5).isLessThanOrEqualTo(type.precision());
  }
}
