package org.dawen.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.dawen.lake.Column;
import org.dawen.lake.DaySet;
import org.dawen.lake.Table;
import org.dawen.lake.TestTable;
import org.dawen.run.JournalEntry.Done;
import org.dawen.run.JournalEntry.Touch;

/** Whatever stands in the journal, good days become due and are settled as if it stood alone. */
class PlannerPropertiesTest {
  private static final Table INPUT = table("received.air");
  private static final Table LOOKED_UP = table("registry.station");
  private static final Table OUTPUT = table("air.station_hour");
  private static final LocalDate FIRST = LocalDate.of(2024, 2, 20);
  private static final int DAYS = 40;
  private static final DaySet GOOD = DaySet.between(FIRST, FIRST.plusDays(DAYS));

  /** Each a year or more from the good days; the last ones no table can hold. */
  private static final List<String> EXTREMES =
      List.of(
          "9999-12-31",
          "0001-01-01",
          "2924-03-04",
          "2035-06-15",
          "2000-01-01..2001-02-03",
          "9999-12-30..9999-12-31",
          "+10000-01-01",
          LocalDate.MIN.toString(),
          LocalDate.MAX.toString(),
          LocalDate.MIN + ".." + LocalDate.MIN.plusDays(1));

  private static Table table(String name) {
    Column day = Column.day("data_day");
    return TestTable.table(name).key(day).day(day).columns(List.of(day));
  }

  /** Reaches that one far day of input cannot carry into the good days. */
  @Provide
  Arbitrary<Reach> local() {
    return Arbitraries.of(Reaches.LOCAL);
  }

  @Provide
  Arbitrary<Reach> any() {
    return Arbitraries.of(Reaches.ALL);
  }

  @Provide
  Arbitrary<List<JournalEntry>> goodJournal() {
    Arbitrary<DaySet> days =
        Arbitraries.integers()
            .between(0, DAYS)
            .map(FIRST::plusDays)
            .set()
            .ofMinSize(1)
            .ofMaxSize(4)
            .map(DaySet::of);
    return entries(days).list().ofMaxSize(8).map(PlannerPropertiesTest::numbered);
  }

  @Provide
  Arbitrary<List<JournalEntry>> extremeJournal() {
    return entries(Arbitraries.of(EXTREMES).map(DaySet::parse))
        .list()
        .ofMaxSize(6)
        .map(PlannerPropertiesTest::numbered);
  }

  @Provide
  Arbitrary<List<JournalEntry>> openJournal() {
    Arbitrary<String> texts =
        Arbitraries.oneOf(
            Arbitraries.of(EXTREMES),
            Arbitraries.of(
                "..", "2024-03-01..", "..2024-03-01", "", "9999-12-31..", "..0001-01-01"));
    return entries(texts.map(DaySet::parse))
        .list()
        .ofMaxSize(6)
        .map(PlannerPropertiesTest::numbered);
  }

  private static Arbitrary<JournalEntry> entries(Arbitrary<DaySet> days) {
    Arbitrary<JournalEntry> touches =
        Combinators.combine(
                days,
                Arbitraries.of(
                    INPUT.name(), LOOKED_UP.name(), OUTPUT.name(), "air.gone", "no table"),
                Arbitraries.of("intake", OUTPUT.name(), "history lost"))
            .as((d, table, by) -> new Touch(0, table, 0, d, by));
    Arbitrary<JournalEntry> done =
        Combinators.combine(days, Arbitraries.of(OUTPUT.name(), "air.gone"), codes(), back())
            .as(
                (d, job, code, back) ->
                    new Done(0, job, d, back, code, "", 0, 0, BigDecimal.ZERO, Instant.EPOCH));
    return Arbitraries.frequencyOf(Tuple.of(3, touches), Tuple.of(1, done));
  }

  private static Arbitrary<String> codes() {
    return Arbitraries.of("now", "now", "before");
  }

  private static Arbitrary<Integer> back() {
    return Arbitraries.integers().between(1, 3);
  }

  /** In order; a job that was done could see the entries up to some before it. */
  private static List<JournalEntry> numbered(List<JournalEntry> entries) {
    return IntStream.range(0, entries.size())
        .mapToObj(i -> numbered(entries.get(i), i + 1))
        .collect(Collectors.toList());
  }

  private static JournalEntry numbered(JournalEntry entry, int seq) {
    if (entry instanceof Touch t) {
      return new Touch(seq, t.table(), t.version(), t.days(), t.by());
    }
    Done d = (Done) entry;
    long asOf = Math.max(0, seq - d.asOfSeq());
    return new Done(
        seq, d.job(), d.days(), asOf, d.fingerprint(), "", 0, 0, d.seconds(), d.finishedAt());
  }

  /** The second journal's entries spread over the first, which keep their order. */
  private static List<JournalEntry> mixed(
      List<JournalEntry> good, List<JournalEntry> other, boolean isFirst) {
    List<JournalEntry> all = new ArrayList<>();
    long seq = 0;
    Map<Long, Long> newSeq = new HashMap<>();
    newSeq.put(0L, 0L);
    for (int i = 0; i < Math.max(good.size(), other.size()); i++) {
      for (boolean takesGood : new boolean[] {!isFirst, isFirst}) {
        List<JournalEntry> from = takesGood ? good : other;
        if (i < from.size()) {
          JournalEntry e = from.get(i);
          seq++;
          if (takesGood) {
            newSeq.put(e.seq(), seq);
          }
          all.add(withSeq(e, seq, takesGood ? newSeq : null));
        }
      }
    }
    return all;
  }

  private static JournalEntry withSeq(JournalEntry e, long seq, Map<Long, Long> goodSeqs) {
    if (e instanceof Touch t) {
      return new Touch(seq, t.table(), t.version(), t.days(), t.by());
    }
    Done d = (Done) e;
    long asOf = goodSeqs == null ? seq - 1 : goodSeqs.get(d.asOfSeq());
    return new Done(
        seq, d.job(), d.days(), asOf, d.fingerprint(), "", 0, 0, d.seconds(), d.finishedAt());
  }

  private static DaySet due(List<JournalEntry> journal, Reach reach) {
    JobSpec spec = JobSpec.writes(OUTPUT).follows(INPUT).looksUp(LOOKED_UP).reach(reach).build();
    return new Planner(JournalIndex.of(journal)).due(spec, "now").days();
  }

  @Property(tries = 2000)
  void extremeDaysLeaveGoodDaysAsTheyAre(
      @ForAll("goodJournal") List<JournalEntry> good,
      @ForAll("extremeJournal") List<JournalEntry> extreme,
      @ForAll("local") Reach reach,
      @ForAll boolean isFirst) {
    DaySet year = DaySet.parse("2023-06-01..2025-01-31");
    assertThat(due(mixed(good, extreme, isFirst), reach).intersect(year))
        .isEqualTo(due(good, reach).intersect(year));
  }

  @Property(tries = 2000)
  void noJournalMakesThePlannerDropADayWhoseInputWasTouchedLast(
      @ForAll("goodJournal") List<JournalEntry> good,
      @ForAll("openJournal") List<JournalEntry> other,
      @ForAll("any") Reach reach,
      @ForAll boolean isFirst) {
    List<JournalEntry> journal = mixed(good, other, isFirst);
    DaySet due = due(journal, reach);
    assertThat(due.isBounded()).isTrue();
    for (JournalEntry entry : journal) {
      if (entry instanceof Touch t && t.table().equals(INPUT.name()) && t.days().isBounded()) {
        DaySet settled =
            DaySet.unionOf(
                journal.stream()
                    .filter(e -> e instanceof Done d && d.asOfSeq() >= t.seq())
                    .map(JournalEntry::days)
                    .toList());
        for (LocalDate day : t.days().intersect(GOOD).days()) {
          DaySet output = reach.outputDays(DaySet.of(day));
          DaySet row = DaySet.of(output.contains(day) ? day : output.first());
          assertThat(row.minus(settled).minus(due))
              .as("%s in %s", day, journal)
              .isEqualTo(DaySet.NONE);
        }
      }
    }
  }
}
