package org.dawen.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dawen.lake.Column;
import org.dawen.lake.DaySet;
import org.dawen.lake.Table;
import org.dawen.lake.TestTable;
import org.dawen.run.Planner.Due;
import org.dawen.run.Planner.Why;
import org.junit.jupiter.api.Test;

/** The planner as tables: journal in, due days out. */
class PlannerTest {
  private static final Table AIR = table("received.air");
  private static final Table STATION = table("registry.station");
  private static final Table HOUR = table("air.station_hour");
  private static final Table DAY = table("air.station_day");
  private static final String CODE = "code-1";

  private static final JobSpec HOURS = JobSpec.writes(HOUR).follows(AIR).looksUp(STATION).build();
  private static final JobSpec DAYS = JobSpec.writes(DAY).follows(HOUR).build();

  private final List<JournalEntry> journal = new ArrayList<>();

  private static Table table(String name) {
    Column day = Column.day("data_day");
    return TestTable.table(name).key(day).day(day).columns(List.of(day));
  }

  private void touched(Table table, String days) {
    touched(table, days, "intake");
  }

  private void touched(Table table, String days, String by) {
    journal.add(
        new JournalEntry.Touch(journal.size() + 1, table.name(), 0, DaySet.parse(days), by));
  }

  private void done(JobSpec job, String days, String fingerprint, long asOf) {
    journal.add(
        new JournalEntry.Done(
            journal.size() + 1,
            job.name(),
            DaySet.parse(days),
            asOf,
            fingerprint,
            "",
            0,
            0,
            BigDecimal.ZERO,
            Instant.EPOCH));
  }

  private void done(JobSpec job, String days) {
    done(job, days, CODE, journal.size());
  }

  private Due due(JobSpec job) {
    return new Planner(JournalIndex.of(journal)).due(job, CODE);
  }

  private void assertDue(JobSpec job, String days) {
    assertThat(due(job).days()).hasToString(days);
  }

  @Test
  void anEmptyJournalMakesNothingDue() {
    assertDue(HOURS, "");
  }

  @Test
  void newDaysAreDue() {
    touched(AIR, "2024-03-01..2024-03-03");
    assertDue(HOURS, "2024-03-01..2024-03-03");
    assertThat(due(HOURS).reasons()).containsOnlyKeys(Why.NEW);
  }

  @Test
  void whatWasDoneIsNotDue() {
    touched(AIR, "2024-03-01..2024-03-03");
    done(HOURS, "2024-03-01..2024-03-03");
    assertDue(HOURS, "");
  }

  @Test
  void anEmptyResultCountsAsDone() {
    touched(AIR, "2024-03-01");
    done(HOURS, "2024-03-01");
    touched(HOUR, "2024-03-01", HOURS.name());
    assertDue(HOURS, "");
  }

  @Test
  void lateDataMakesJustTheirDayDue() {
    touched(AIR, "2024-03-01..2024-03-03");
    done(HOURS, "2024-03-01..2024-03-03");
    touched(AIR, "2024-03-02");
    assertDue(HOURS, "2024-03-02");
    assertThat(due(HOURS).reasons()).containsOnlyKeys(Why.CHANGED_INPUT);
  }

  @Test
  void dataThatArriveWhileAJobRunsStayDue() {
    touched(AIR, "2024-03-01");
    touched(AIR, "2024-03-01");
    done(HOURS, "2024-03-01", CODE, 1);
    assertDue(HOURS, "2024-03-01");
  }

  @Test
  void aChangedRegistryRowMakesTheDaysOfItsValidityDue() {
    touched(AIR, "2024-03-01..2024-03-10");
    done(HOURS, "2024-03-01..2024-03-10");
    touched(STATION, "2024-03-05..");
    assertDue(HOURS, "2024-03-05..2024-03-10");
    assertThat(due(HOURS).reasons()).containsOnlyKeys(Why.CHANGED_REGISTRY);
  }

  @Test
  void aRegistryAloneMakesNothingDue() {
    touched(STATION, "..");
    assertDue(HOURS, "");
  }

  @Test
  void anUnchangedRegistryMakesNothingDue() {
    touched(AIR, "2024-03-01");
    touched(STATION, "..");
    done(HOURS, "2024-03-01");
    assertDue(HOURS, "");
  }

  @Test
  void otherCodeStandardsOrSettingsMakeAllDaysDue() {
    touched(AIR, "2024-03-01..2024-03-02");
    done(HOURS, "2024-03-01..2024-03-02", "code-0", 1);
    assertDue(HOURS, "2024-03-01..2024-03-02");
    assertThat(due(HOURS).reasons()).containsOnlyKeys(Why.CHANGED_RULES);
  }

  @Test
  void goingBackToEarlierCodeIsAChangeToo() {
    touched(AIR, "2024-03-01");
    done(HOURS, "2024-03-01", CODE, 1);
    done(HOURS, "2024-03-01", "code-2", 1);
    assertDue(HOURS, "2024-03-01");
    done(HOURS, "2024-03-01", CODE, 1);
    assertDue(HOURS, "");
  }

  @Test
  void runningSomeDaysDoesNotMarkTheOthersAsDone() {
    touched(AIR, "2024-03-01..2024-03-03");
    done(HOURS, "2024-03-02");
    assertDue(HOURS, "2024-03-01,2024-03-03");
  }

  @Test
  void aForeignChangeOfTheOutputMakesItDue() {
    touched(AIR, "2024-03-01..2024-03-03");
    done(HOURS, "2024-03-01..2024-03-03");
    touched(HOUR, "2024-03-02", "a writer that names no days");
    assertDue(HOURS, "2024-03-02");
    assertThat(due(HOURS).reasons()).containsOnlyKeys(Why.OUTPUT_LOST);
  }

  @Test
  void lostHistoryOfTheOutputMakesAllItsDaysDue() {
    touched(AIR, "2024-03-01..2024-03-03");
    done(HOURS, "2024-03-01..2024-03-03");
    touched(HOUR, "..", "history lost");
    assertDue(HOURS, "2024-03-01..2024-03-03");
  }

  @Test
  void missingHistoryOfAnInputMakesAllKnownDaysDue() {
    touched(AIR, "2024-03-01..2024-03-03");
    done(HOURS, "2024-03-01..2024-03-03");
    touched(AIR, "..", "a writer that names no days");
    assertDue(HOURS, "2024-03-01..2024-03-03");
  }

  @Test
  void aChangedResultMakesWhatFollowsItDue() {
    touched(AIR, "2024-03-01..2024-03-03");
    done(HOURS, "2024-03-01..2024-03-03");
    touched(HOUR, "2024-03-01..2024-03-03", HOURS.name());
    done(DAYS, "2024-03-01..2024-03-03");
    touched(HOUR, "2024-03-02", HOURS.name());
    assertDue(HOURS, "");
    assertDue(DAYS, "2024-03-02");
  }

  @Test
  void aReachOfDaysMakesTheFollowingDaysDue() {
    JobSpec rolling = JobSpec.writes(DAY).follows(HOUR).reach(Reach.andNextDays(2)).build();
    touched(HOUR, "2024-03-01");
    assertDue(rolling, "2024-03-01..2024-03-03");
    done(rolling, "2024-03-01..2024-03-03");
    touched(HOUR, "2024-03-02");
    assertDue(rolling, "2024-03-02..2024-03-04");
  }

  @Test
  void aReachToTheEndOfAMonthEndsWhereTheInputEnds() {
    JobSpec monthToDate = JobSpec.writes(DAY).follows(HOUR).reach(Reach.restOfMonth()).build();
    touched(HOUR, "2024-02-27..2024-03-04");
    done(monthToDate, "2024-02-27..2024-03-04");
    touched(HOUR, "2024-02-28");
    assertDue(monthToDate, "2024-02-28..2024-02-29");
    touched(HOUR, "2024-03-02");
    assertDue(monthToDate, "2024-02-28..2024-02-29,2024-03-02..2024-03-04");
  }

  @Test
  void anOpenReachEndsWhereTheInputEnds() {
    JobSpec ledger = JobSpec.writes(DAY).follows(HOUR).reach(Reach.everAfter()).build();
    touched(HOUR, "2024-03-01..2024-03-05");
    done(ledger, "2024-03-01..2024-03-05");
    touched(HOUR, "2024-03-03");
    assertDue(ledger, "2024-03-03..2024-03-05");
  }

  @Test
  void aLedgerGoesOnFromTheMonthOfTheChangedDayToTheEndOfTheNextYear() {
    JobSpec ledger = JobSpec.writes(DAY).follows(HOUR).reach(Reach.fromMonthOn()).build();
    touched(HOUR, "2024-01-10..2024-03-05");
    assertDue(ledger, "2024-01-01..2025-12-31");
    done(ledger, "2024-01-01..2025-12-31");
    touched(HOUR, "2024-03-03");
    assertDue(ledger, "2024-03-01..2025-12-31");
    assertThat(Reach.fromMonthOn().inputDays(DaySet.parse("2024-03-01"))).isEqualTo(DaySet.ALWAYS);
  }

  @Test
  void aLedgerThatGrowsFillsTheMonthsBetweenToo() {
    JobSpec ledger = JobSpec.writes(DAY).follows(HOUR).reach(Reach.fromMonthOn()).build();
    touched(HOUR, "2024-01-10");
    done(ledger, "2024-01-01..2025-12-31");
    touched(HOUR, "2024-05-05");
    assertDue(ledger, "2024-01-01..2025-12-31");
  }

  @Test
  void anyDayOfAQuarterReachesTheRowOfThatQuarter() {
    JobSpec quarters = JobSpec.writes(DAY).follows(HOUR).reach(Reach.wholeQuarter()).build();
    touched(HOUR, "2023-12-31..2024-03-31,2024-11-05");
    assertDue(quarters, "2023-10-01,2024-01-01,2024-10-01");
    assertThat(Reach.wholeQuarter().inputDays(DaySet.parse("2024-04-01")))
        .hasToString("2024-04-01..2024-06-30");
  }

  @Test
  void anyDayOfAMonthReachesTheRowOfThatMonth() {
    JobSpec months = JobSpec.writes(DAY).follows(HOUR).reach(Reach.wholeMonth()).build();
    touched(HOUR, "2024-02-27..2024-03-04");
    assertDue(months, "2024-02-01,2024-03-01");
    done(months, "2024-02-01,2024-03-01");
    touched(HOUR, "2024-03-09");
    assertDue(months, "2024-03-01");
    assertThat(Reach.wholeMonth().inputDays(DaySet.parse("2024-02-01")))
        .hasToString("2024-02-01..2024-02-29");
  }

  @Test
  void aReferenceRowValidFromMidMonthReachesTheRowOfThatMonth() {
    JobSpec months =
        JobSpec.writes(DAY).follows(HOUR).looksUp(STATION).reach(Reach.wholeMonth()).build();
    touched(HOUR, "2024-01-05..2024-03-04");
    done(months, "2024-01-01,2024-02-01,2024-03-01");
    touched(STATION, "2024-02-15..");
    assertDue(months, "2024-02-01,2024-03-01");
  }

  @Test
  void eachFollowedTableMayReachInItsOwnWay() {
    JobSpec joined = JobSpec.writes(DAY).follows(AIR).follows(Reach.andNextDays(1), HOUR).build();
    touched(AIR, "2024-03-01..2024-03-05");
    touched(HOUR, "2024-03-01..2024-03-05");
    done(joined, "2024-03-01..2024-03-06");
    touched(AIR, "2024-03-02");
    assertDue(joined, "2024-03-02");
    touched(HOUR, "2024-03-04");
    assertDue(joined, "2024-03-02,2024-03-04..2024-03-05");
  }

  @Test
  void aDayOfTheYear9999IsADayAndHidesNoOther() {
    touched(AIR, "2024-03-01..2024-03-03,9999-12-31");
    assertDue(HOURS, "2024-03-01..2024-03-03,9999-12-31");
    touched(AIR, "0001-01-01,2024-03-04");
    assertDue(HOURS, "0001-01-01,2024-03-01..2024-03-04,9999-12-31");
  }

  @Test
  void aDayFarFromAllOthersMakesNoDayBetweenDue() {
    touched(HOUR, "2024-03-04..2024-03-05,2035-06-15");
    for (Reach reach : List.of(Reach.sameDay(), Reach.around(1, 1), Reach.allDays())) {
      assertDue(
          JobSpec.writes(DAY).follows(HOUR).reach(reach).build(),
          "2024-03-04..2024-03-05,2035-06-15");
    }
    for (Reach reach : List.of(Reach.restOfMonth(), Reach.restOfYear(), Reach.everAfter())) {
      assertDue(
          JobSpec.writes(DAY).follows(HOUR).reach(reach).build(),
          "2024-03-04..2024-03-05,2035-06-15");
    }
    assertDue(
        JobSpec.writes(DAY).follows(HOUR).reach(Reach.dayBeforeAndEverAfter()).build(),
        "2024-03-03..2024-03-05,2035-06-14..2035-06-15");
    assertDue(
        JobSpec.writes(DAY).follows(HOUR).reach(Reach.wholeMonth()).build(),
        "2024-03-01,2035-06-01");
    assertDue(
        JobSpec.writes(DAY).follows(HOUR).reach(Reach.monthsToDate()).build(),
        "2024-03-01,2035-06-01");
    assertDue(
        JobSpec.writes(DAY).follows(HOUR).reach(Reach.sameDayNextYear()).build(),
        "2024-03-04..2024-03-05,2035-06-15");
    assertDue(
        JobSpec.writes(DAY).follows(HOUR).reach(Reach.andNextDays(1)).build(),
        "2024-03-04..2024-03-06,2035-06-15..2035-06-16");
  }

  @Test
  void aComputationThatCarriesOnFillsTheMonthsToAFarDay() {
    JobSpec ledger = JobSpec.writes(DAY).follows(HOUR).reach(Reach.fromMonthOn()).build();
    touched(HOUR, "2024-03-04,2035-06-15");
    assertDue(ledger, "2024-03-01..2036-12-31");
  }

  @Test
  void aChainReachesOverAGapIntoTheDaysBeyondIt() {
    JobSpec chains = JobSpec.writes(DAY).follows(HOUR).reach(Reach.dayBeforeAndEverAfter()).build();
    touched(HOUR, "2024-03-04..2024-03-05,2035-06-15");
    done(chains, "2024-03-03..2024-03-05,2035-06-14..2035-06-15");
    touched(HOUR, "2024-03-05");
    assertDue(chains, "2024-03-04..2024-03-05,2035-06-14..2035-06-15");
  }

  @Test
  void whatATouchLeavesOpenDoesNotHideTheDaysItNames() {
    touched(AIR, "2024-03-01..2024-03-03,2024-05-01..", "a writer that names no days");
    assertDue(HOURS, "2024-03-01..2024-03-03,2024-05-01");
  }

  @Test
  void forcedDaysAreThoseTheInputsKnow() {
    touched(AIR, "2024-03-01..2024-03-03");
    done(HOURS, "2024-03-01..2024-03-03");
    Due forced =
        new Planner(JournalIndex.of(journal))
            .forced(HOURS, CODE, DaySet.parse("2024-03-02..2024-03-09"));
    assertThat(forced.days()).hasToString("2024-03-02..2024-03-03");
    assertThat(forced.reasons()).containsOnlyKeys(Why.FORCED);
  }

  @Test
  void wavesFollowTheTables() {
    Job hours = job(HOURS);
    Job days = job(DAYS);
    assertThat(Planner.waves(List.of(days, hours))).containsExactly(List.of(hours), List.of(days));
  }

  @Test
  void twoJobsMayNotWriteOneTable() {
    assertThatThrownBy(() -> Planner.waves(List.of(job(HOURS), job(HOURS))))
        .hasMessageContaining("both");
  }

  @Test
  void jobsThatReadEachOtherAreRefused() {
    JobSpec one = JobSpec.writes(HOUR).follows(DAY).build();
    assertThatThrownBy(() -> Planner.waves(List.of(job(one), job(DAYS))))
        .hasMessageContaining("circle");
  }

  private static Job job(JobSpec spec) {
    return new Job(null, spec);
  }
}
