package org.dawen.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DaySetTest {
  private static final LocalDate BASE = LocalDate.of(2024, 2, 27);

  @Provide
  Arbitrary<Set<LocalDate>> days() {
    return Arbitraries.integers().between(0, 12).map(BASE::plusDays).set().ofMaxSize(10);
  }

  @Property(tries = 200)
  void behavesLikeASetOfDays(@ForAll("days") Set<LocalDate> a, @ForAll("days") Set<LocalDate> b) {
    Set<LocalDate> union = new HashSet<>(a);
    union.addAll(b);
    Set<LocalDate> common = new HashSet<>(a);
    common.retainAll(b);
    Set<LocalDate> left = new HashSet<>(a);
    left.removeAll(b);
    assertThat(DaySet.of(a).union(DaySet.of(b))).isEqualTo(DaySet.of(union));
    assertThat(DaySet.of(a).intersect(DaySet.of(b))).isEqualTo(DaySet.of(common));
    assertThat(DaySet.of(a).minus(DaySet.of(b))).isEqualTo(DaySet.of(left));
    assertThat(DaySet.of(a).size()).isEqualTo(a.size());
    assertThat(DaySet.of(a).days()).containsExactlyInAnyOrderElementsOf(a);
  }

  @Property(tries = 100)
  void readsWhatItWrites(@ForAll("days") Set<LocalDate> a) {
    assertThat(DaySet.parse(DaySet.of(a).toString())).isEqualTo(DaySet.of(a));
  }

  /** Days at both ends of the calendar, at what used to mean "open", and a week between. */
  private static final List<LocalDate> SEVERAL =
      Stream.concat(
              Stream.of(
                  LocalDate.MIN,
                  LocalDate.MIN.plusDays(1),
                  LocalDate.of(1, 1, 1),
                  LocalDate.of(9999, 12, 30),
                  LocalDate.of(9999, 12, 31),
                  LocalDate.of(10_000, 1, 1),
                  LocalDate.MAX.minusDays(1),
                  LocalDate.MAX),
              Stream.iterate(BASE, d -> d.plusDays(1)).limit(7))
          .sorted()
          .toList();

  @Provide
  Arbitrary<DaySet> anySet() {
    Arbitrary<LocalDate> end = Arbitraries.of(SEVERAL).injectNull(0.15);
    return Combinators.combine(end, end)
        .as(DaySet::between)
        .list()
        .ofMaxSize(4)
        .map(DaySet::unionOf);
  }

  /** What the set must answer for a day, and whether it goes on without end on either side. */
  private record Model(Set<LocalDate> days, boolean isOpenBefore, boolean isOpenAfter) {
    static Model of(DaySet set) {
      return new Model(
          SEVERAL.stream().filter(set::contains).collect(Collectors.toSet()),
          !set.isEmpty() && set.first() == null,
          !set.isEmpty() && set.last() == null);
    }
  }

  @Property(tries = 1000)
  void openEndsBelongToTheAlgebra(@ForAll("anySet") DaySet a, @ForAll("anySet") DaySet b) {
    Model union = Model.of(a.union(b));
    Model common = Model.of(a.intersect(b));
    Model left = Model.of(a.minus(b));
    for (LocalDate day : SEVERAL) {
      assertThat(union.days().contains(day)).isEqualTo(a.contains(day) || b.contains(day));
      assertThat(common.days().contains(day)).isEqualTo(a.contains(day) && b.contains(day));
      assertThat(left.days().contains(day)).isEqualTo(a.contains(day) && !b.contains(day));
    }
    assertThat(union.isOpenBefore())
        .isEqualTo(Model.of(a).isOpenBefore || Model.of(b).isOpenBefore);
    assertThat(union.isOpenAfter()).isEqualTo(Model.of(a).isOpenAfter || Model.of(b).isOpenAfter);
    assertThat(common.isOpenBefore())
        .isEqualTo(Model.of(a).isOpenBefore && Model.of(b).isOpenBefore);
    assertThat(common.isOpenAfter()).isEqualTo(Model.of(a).isOpenAfter && Model.of(b).isOpenAfter);
    assertThat(a.isBounded()).isEqualTo(!Model.of(a).isOpenBefore && !Model.of(a).isOpenAfter);
  }

  @Property(tries = 500)
  void readsWhatItWritesOfAnyDays(@ForAll("anySet") DaySet a) {
    assertThat(DaySet.parse(a.toString())).isEqualTo(a);
  }

  @Test
  void noDayMeansOpen() {
    for (LocalDate day : SEVERAL) {
      assertThat(DaySet.of(day).isBounded()).as("%s", day).isTrue();
      assertThat(DaySet.of(day).days()).containsExactly(day);
      assertThat(DaySet.of(day).union(DaySet.of(BASE)).size()).isEqualTo(day.equals(BASE) ? 1 : 2);
    }
    assertThat(DaySet.parse("2024-03-04,9999-12-31").size()).isEqualTo(2);
    assertThat(DaySet.parse("9999-12-31..").isBounded()).isFalse();
    assertThat(DaySet.parse("..0001-01-01").first()).isNull();
  }

  @Test
  void journalsOfOlderLakesAreReadAsTheyWereMeant() {
    assertThat(DaySet.parse("..")).isEqualTo(DaySet.ALWAYS);
    assertThat(DaySet.parse("..2024-03-09,2024-04-01.."))
        .isEqualTo(
            DaySet.between(null, LocalDate.of(2024, 3, 9))
                .union(DaySet.between(LocalDate.of(2024, 4, 1), null)));
    assertThat(DaySet.parse("2024-03-01 .. 2024-03-09").size()).isEqualTo(9);
  }

  @Test
  void sqlOfOpenRangesComparesWithTheEndThatIsThere() {
    assertThat(DaySet.ALWAYS.toSql("d")).isEqualTo("d IS NOT NULL");
    assertThat(DaySet.parse("..2024-03-09,2024-04-01..").toSql("d"))
        .isEqualTo("(d <= DATE'2024-03-09' OR d >= DATE'2024-04-01')");
    assertThat(DaySet.parse("0001-01-01,9999-12-31").toSql("d"))
        .isEqualTo("(d = DATE'0001-01-01' OR d = DATE'9999-12-31')");
    assertThat(DaySet.of(LocalDate.MIN, LocalDate.MAX).toSql("d")).isEqualTo("false");
    assertThat(DaySet.between(LocalDate.MIN, BASE).toSql("d")).isEqualTo("d <= DATE'2024-02-27'");
  }

  @Test
  void aStretchEndsWhereNoDayFollowsForAYear() {
    assertThat(DaySet.parse("2024-03-01,2024-03-09,2025-03-08,2026-03-08..2026-03-09").stretches())
        .hasToString("2024-03-01..2025-03-08,2026-03-08..2026-03-09");
    assertThat(DaySet.parse("..2024-03-01,2024-04-01,2035-01-01..").stretches())
        .hasToString("..2024-04-01,2035-01-01..");
    assertThat(DaySet.of(LocalDate.MIN, LocalDate.MAX).stretches().size()).isEqualTo(2);
  }

  @Test
  void neighboursAreOneRange() {
    assertThat(DaySet.parse("2024-02-29,2024-03-01,2024-03-03"))
        .hasToString("2024-02-29..2024-03-01,2024-03-03");
  }

  @Test
  void openRangesMeetBoundedOnes() {
    DaySet fromMarch = DaySet.between(LocalDate.of(2024, 3, 1), null);
    assertThat(fromMarch).hasToString("2024-03-01..");
    assertThat(fromMarch.intersect(DaySet.parse("2024-02-20..2024-03-02")))
        .hasToString("2024-03-01..2024-03-02");
    assertThat(DaySet.ALWAYS.minus(fromMarch)).hasToString("..2024-02-29");
    assertThat(DaySet.ALWAYS.union(fromMarch)).isEqualTo(DaySet.ALWAYS);
    assertThatThrownBy(fromMarch::days).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void sqlNamesRangesAndSingleDays() {
    assertThat(DaySet.parse("2024-02-29..2024-03-01,2024-03-03").toSql("d"))
        .isEqualTo("(d BETWEEN DATE'2024-02-29' AND DATE'2024-03-01' OR d = DATE'2024-03-03')");
    assertThat(DaySet.NONE.toSql("d")).isEqualTo("false");
  }

  @Test
  void batchesKeepOrderAndSize() {
    assertThat(DaySet.parse("2024-02-28..2024-03-02,2024-03-05").batches(2))
        .extracting(DaySet::toString)
        .containsExactly("2024-02-28..2024-02-29", "2024-03-01..2024-03-02", "2024-03-05");
  }
}
