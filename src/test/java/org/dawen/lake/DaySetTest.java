package org.dawen.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
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
