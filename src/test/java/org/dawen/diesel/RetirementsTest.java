package org.dawen.diesel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.dawen.diesel.DoubtfulRetirement.Doubt;
import org.dawen.diesel.Retirement.RetireKind;
import org.dawen.diesel.Retirement.SubjectKind;
import org.dawen.lake.TestRows;
import org.dawen.registry.County;
import org.dawen.registry.Machine;
import org.dawen.registry.OldTruck;
import org.dawen.registry.RetirementTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Retired machines and trucks against their targets, and what speaks against them. */
class RetirementsTest {
  private static final String MACHINES =
      "machine_code,emission_stage,county_code,retired_on,retire_kind,proof_no,record_no";
  private static final String TRUCKS =
      "vin,emission_stage,county_code,retired_on,retire_kind,proof_no,record_no";
  private static final List<County> COUNTIES =
      TestRows.records(County.class, "county_code,city_code", "370902,370900", "370911,370900");

  private static List<Retirement> machines(String... lines) {
    return TestRows.records(Machine.class, with(MACHINES, lines)).stream()
        .map(Retirement::of)
        .toList();
  }

  private static List<Retirement> trucks(String... lines) {
    return TestRows.records(OldTruck.class, with(TRUCKS, lines)).stream()
        .map(Retirement::of)
        .toList();
  }

  private static String[] with(String heading, String... lines) {
    List<String> all = new ArrayList<>(List.of(heading));
    all.addAll(List.of(lines));
    return all.toArray(String[]::new);
  }

  private static List<RetirementMonth> months(List<Retirement> retired, String... targets) {
    return months(Set.of(), retired, targets);
  }

  private static List<RetirementMonth> months(
      Set<String> doubted, List<Retirement> retired, String... targets) {
    return new RetirementMonths(
            COUNTIES,
            targets.length == 0
                ? List.of()
                : TestRows.records(
                    RetirementTarget.class,
                    with("area_code,subject_kind,year,most_stage,target_count,due_on", targets)))
        .of(retired, doubted);
  }

  private static RetirementMonth month(
      List<RetirementMonth> rows, String area, SubjectKind subject, String month) {
    return rows.stream()
        .filter(r -> r.areaCode().equals(area) && r.subjectKind() == subject)
        .filter(r -> r.monthStart().equals(LocalDate.parse(month)))
        .findFirst()
        .orElseThrow();
  }

  private static List<DoubtfulRetirement> doubts(List<Retirement> of, String... sent) {
    return DoubtfulRetirements.of(of, List.of(sent).stream().map(LocalDate::parse).toList());
  }

  @Test
  void monthsAreCountedByCountyAndCityAndAgainstTheTarget() {
    List<RetirementMonth> rows =
        months(
            machines(
                "M1,国一,370902,2024-01-15,scrapped,P1,2",
                "M2,国零,370911,2024-01-31,sold_out,P2,3",
                "M3,国Ⅰ,370902,2024-03-01,改造,P3,4"),
            "370900,machine,2024,国一,1147,",
            "370902,machine,2024,,2,2024-06-30");

    assertThat(rows)
        .extracting(
            RetirementMonth::areaKind,
            RetirementMonth::areaCode,
            r -> r.monthStart().toString(),
            RetirementMonth::retiredCount,
            RetirementMonth::retiredToDateCount)
        .containsExactly(
            tuple("city", "370900", "2024-01-01", 2, 2),
            tuple("city", "370900", "2024-02-01", 0, 2),
            tuple("city", "370900", "2024-03-01", 1, 3),
            tuple("county", "370902", "2024-01-01", 1, 1),
            tuple("county", "370902", "2024-02-01", 0, 1),
            tuple("county", "370902", "2024-03-01", 1, 2),
            tuple("county", "370911", "2024-01-01", 1, 1),
            tuple("county", "370911", "2024-02-01", 0, 1),
            tuple("county", "370911", "2024-03-01", 0, 1));
    RetirementMonth city = month(rows, "370900", SubjectKind.MACHINE, "2024-03-01");
    assertThat(city.scrappedToDateCount()).isEqualTo(1);
    assertThat(city.soldOutToDateCount()).isEqualTo(1);
    assertThat(city.rebuiltToDateCount()).isEqualTo(1);
    assertThat(city.aim().targetCount()).isEqualTo(1147);
    assertThat(city.aim().dueOn()).isEqualTo("2024-12-31");
    // 300 / 1147
    assertThat(city.aim().targetDonePercent()).isEqualTo("0.2616");
    assertThat(city.aim().targetLeftCount()).isEqualTo(1144);
    RetirementMonth.Aim county = month(rows, "370902", SubjectKind.MACHINE, "2024-03-01").aim();
    assertThat(county.targetDonePercent()).isEqualTo("100.0000");
    assertThat(county.targetLeftCount()).isZero();
    assertThat(county.dueOn()).isEqualTo("2024-06-30");
    assertThat(month(rows, "370911", SubjectKind.MACHINE, "2024-03-01").aim())
        .isEqualTo(RetirementMonth.Aim.NONE);
  }

  @Test
  void aMachineCountsOnceOnItsFirstDayHoweverItsPlateIsWritten() {
    List<Retirement> retired =
        machines(
            "3-AB 001,国一,370902,2024-02-10,scrapped,P2,3",
            "3-ab001,国一,370911,2024-01-15,scrapped,P1,2",
            "３－ＡＢ００１,国一,370911,2024-01-16,scrapped,P1,5",
            "M9,国一,370902,2024-02-01,scrapped,P3,4");
    List<RetirementMonth> rows = months(Set.of(retired.get(0).key()), retired);

    assertThat(month(rows, "370900", SubjectKind.MACHINE, "2024-02-01").retiredToDateCount())
        .isEqualTo(2);
    assertThat(month(rows, "370911", SubjectKind.MACHINE, "2024-01-01").retiredCount())
        .isEqualTo(1);
    assertThat(month(rows, "370911", SubjectKind.MACHINE, "2024-01-01").doubtfulToDateCount())
        .isEqualTo(1);
  }

  @Test
  void anAreaWithATargetHasRowsBeforeItRetiresAnything() {
    List<RetirementMonth> rows =
        months(
            machines("M1,国一,370902,2024-02-15,scrapped,P1,2"),
            "370911,machine,2024,国一,12,",
            "370900,truck,2024,,40,",
            "370911,machine,2023,国一,9,",
            "370999,machine,2024,国一,9,");

    assertThat(rows).hasSize(4);
    RetirementMonth county = month(rows, "370911", SubjectKind.MACHINE, "2024-02-01");
    assertThat(county.areaKind()).isEqualTo("county");
    assertThat(county.retiredToDateCount()).isZero();
    assertThat(county.aim().targetLeftCount()).isEqualTo(12);
    assertThat(county.aim().targetDonePercent()).isEqualByComparingTo("0");
    RetirementMonth trucks = month(rows, "370900", SubjectKind.TRUCK, "2024-02-01");
    assertThat(trucks.areaKind()).isEqualTo("city");
    assertThat(trucks.aim().targetLeftCount()).isEqualTo(40);
  }

  @ParameterizedTest
  @ValueSource(strings = {"国一", "国１", "国一及以下", "国Ⅰ及以前", "国 I（含）以下", "国一阶段", "China 1"})
  void aTargetMayNameItsHighestStageAsPlansDo(String most) {
    RetirementMonth city =
        month(
            months(
                machines(
                    "M1,国Ⅰ,370902,2024-02-15,scrapped,P1,2",
                    "M2,国二,370902,2024-02-15,scrapped,P2,3"),
                "370900,machine,2024," + most + ",1147,"),
            "370900",
            SubjectKind.MACHINE,
            "2024-02-01");

    assertThat(city.retiredToDateCount()).isEqualTo(1);
    assertThat(city.outOfScopeToDateCount()).isEqualTo(1);
  }

  @Test
  void monthsBeginWithTheFirstOfTheYearInWhichAnythingWasRetired() {
    assertThat(
            months(
                machines(
                    "M1,国一,370902,2023-02-01,scrapped,P1,2",
                    "M2,国一,370902,2024-03-01,scrapped,P1,3",
                    "M3,国一,370902,2024-05-01,scrapped,P1,4")))
        .filteredOn(r -> r.areaKind().equals("city"))
        .extracting(r -> r.monthStart().toString(), RetirementMonth::retiredToDateCount)
        .containsExactly(
            tuple("2023-02-01", 1),
            tuple("2024-03-01", 1),
            tuple("2024-04-01", 1),
            tuple("2024-05-01", 2));
  }

  @Test
  void oneRetiredInTheYearBeforeDoesNotCountAgain() {
    List<RetirementMonth> rows =
        months(
            machines(
                "M1,国一,370902,2023-12-30,scrapped,P1,2",
                "M1,国一,370902,2024-01-15,scrapped,P1,3",
                "M2,国一,370902,2024-01-15,scrapped,P2,4"));

    assertThat(month(rows, "370902", SubjectKind.MACHINE, "2024-01-01").retiredToDateCount())
        .isEqualTo(1);
    assertThat(month(rows, "370902", SubjectKind.MACHINE, "2023-12-01").retiredToDateCount())
        .isEqualTo(1);
  }

  @Test
  void higherAndUnknownStagesDoNotCountTowardsATargetThatNamesOne() {
    RetirementMonth city =
        month(
            months(
                machines(
                    "M1,国一,370902,2024-01-15,scrapped,P1,2",
                    "M2,国二,370902,2024-01-15,scrapped,P2,3",
                    "M3,,370902,2024-01-15,scrapped,P3,4"),
                "370900,machine,2024,1,1147,"),
            "370900",
            SubjectKind.MACHINE,
            "2024-01-01");

    assertThat(city.retiredToDateCount()).isEqualTo(1);
    assertThat(city.outOfScopeToDateCount()).isEqualTo(2);
  }

  @Test
  void trucksAndMachinesAreCountedApartAndAMissingCountyHasARow() {
    List<Retirement> retired = new ArrayList<>(machines("X,国一,,2024-01-15,scrapped,P1,2"));
    retired.addAll(trucks("X,国三,370902,2024-01-15,scrapped,P1,2"));
    List<RetirementMonth> rows = months(retired);

    assertThat(month(rows, "?", SubjectKind.MACHINE, "2024-01-01").retiredCount()).isEqualTo(1);
    assertThat(month(rows, "370900", SubjectKind.TRUCK, "2024-01-01").retiredCount()).isEqualTo(1);
  }

  @Test
  void theOrderOfRowsDoesNotMatter() {
    List<Retirement> retired =
        new ArrayList<>(
            machines(
                "M1,国一,370902,2024-02-15,scrapped,P1,2",
                "M1,国一,370902,2024-01-15,scrapped,,3",
                "M2,国一,370911,2024-01-15,sold_out,P2,4",
                "M2,国一,370911,2024-01-15,sold_out,P2,5"));
    List<RetirementMonth> rows = months(retired);
    List<DoubtfulRetirement> doubts = doubts(retired.subList(0, 2));

    List<Retirement> one = new ArrayList<>(retired.subList(0, 2));
    Collections.reverse(one);
    Collections.shuffle(retired, new Random(3));

    assertThat(months(retired)).isEqualTo(rows);
    assertThat(doubts(one)).isEqualTo(doubts);
  }

  @Test
  void aRetiredTruckThatStillSendsIsDoubtedOnEachSuchDay() {
    List<Retirement> truck = trucks("V1,国三,370902,2024-02-20,scrapped,P1,7");

    assertThat(doubts(truck, "2024-03-12", "2024-02-20", "2024-02-19", "2024-03-12"))
        .extracting(DoubtfulRetirement::doubt, d -> d.dataDay().toString(), d -> d.recordNo())
        .containsExactly(tuple(Doubt.RETIRED_BUT_SENDING, "2024-03-12", 7L));
    assertThat(doubts(truck, "2024-03-12").get(0).reason())
        .isEqualTo("sent remote OBD on 2024-03-12 although retired on 2024-02-20");
    assertThat(doubts(List.of(), "2024-03-12")).isEmpty();
  }

  @Test
  void eachRowAfterTheFirstIsARetirementTwice() {
    assertThat(
            doubts(
                machines(
                    "M1,国一,370902,2024-01-15,scrapped,P1,2",
                    "M1,国一,370902,2024-01-15,scrapped,P1,3",
                    "M1,国一,370902,2024-02-01,scrapped,P1,4")))
        .extracting(DoubtfulRetirement::doubt, DoubtfulRetirement::recordNo)
        .containsExactly(tuple(Doubt.RETIRED_TWICE, 3L), tuple(Doubt.RETIRED_TWICE, 4L));
  }

  /** GB 20891-2014 was published on 16 May 2014. */
  @ParameterizedTest
  @CsvSource({
    "国三,2014-05-15,scrapped,P1,RETIRED_BEFORE_STAGE",
    "国一,2024-01-15,scrapped,,RETIRED_WITHOUT_PROOF",
    "国一,2024-01-15,scrapped,' ',RETIRED_WITHOUT_PROOF",
    "国一,2024-01-15,scrapped,／,RETIRED_WITHOUT_PROOF",
    "国一,2024-01-15,scrapped,——,RETIRED_WITHOUT_PROOF",
    "国一,2024-01-15,scrapped,（暂无）,RETIRED_WITHOUT_PROOF",
    "国一,2024-01-15,scrapped,None,RETIRED_WITHOUT_PROOF",
    "国一,2024-01-15,,P1,KIND_UNKNOWN",
    "国一,2024-01-15,送人,P1,KIND_UNKNOWN",
    ",2024-01-15,scrapped,P1,STAGE_UNKNOWN",
    "欧三,2024-01-15,scrapped,P1,STAGE_UNKNOWN"
  })
  void aRowSpeaksAgainstItself(String stage, String day, String kind, String proof, Doubt doubt) {
    Retirement retirement =
        new Retirement(
            SubjectKind.MACHINE,
            "M1",
            stage,
            null,
            "370902",
            LocalDate.parse(day),
            kind,
            proof,
            "registry/machines.csv",
            2);

    assertThat(doubts(List.of(retirement)))
        .extracting(DoubtfulRetirement::doubt)
        .containsExactly(doubt);
  }

  @Test
  void aStageThatIsNotVerifiedMakesTheDoubtProvisional() {
    assertThat(doubts(machines("M1,国三,370902,2014-05-15,scrapped,P1,2")))
        .singleElement()
        .satisfies(d -> assertThat(d.isProvisional()).isTrue());
    assertThat(doubts(machines("M1,国三,370902,2014-05-16,scrapped,P1,2"))).isEmpty();
    assertThat(doubts(machines("M1,国零,370902,2001-01-01,scrapped,P1,2"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "scrapped,SCRAPPED",
    "报废拆解,SCRAPPED",
    "sold out,SOLD_OUT",
    "sold_out,SOLD_OUT",
    "转出,SOLD_OUT",
    "rebuilt,REBUILT",
    "更换发动机改造,REBUILT",
    "lost,OTHER",
    ",OTHER"
  })
  void howOneLeavesIsKnownInBothLanguages(String text, RetireKind kind) {
    assertThat(RetireKind.of(text)).isEqualTo(kind);
  }
}
