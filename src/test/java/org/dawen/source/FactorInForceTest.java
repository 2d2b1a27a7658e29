package org.dawen.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dawen.intake.Provenance;
import org.junit.jupiter.api.Test;

/** Revisions taken one by one, in any order, say what all of them sorted would say. */
class FactorInForceTest {
  private static final Instant DEADLINE = at(1_000);

  private record Revision(PacketHead head, Group group) {
    static final Comparator<Revision> WEIGHT = Comparator.comparing(r -> !r.group.isEmpty());
    static final Comparator<Revision> RANK =
        WEIGHT.thenComparing((a, b) -> a.head.compareRank(b.head));
    static final Comparator<Revision> ORDER = WEIGHT.thenComparing(Revision::head);
  }

  private static Instant at(long second) {
    return Instant.ofEpochSecond(second);
  }

  private static Group group(Integer mean, Integer smallest, String flag) {
    return new Group(number(mean), null, number(smallest), null, null, flag);
  }

  private static BigDecimal number(Integer number) {
    return number == null ? null : BigDecimal.valueOf(number);
  }

  private static PacketHead head(Instant receivedAt, String qn, String order, String file, int no) {
    return new PacketHead(
        LocalDateTime.of(2024, 3, 1, 9, 0),
        qn,
        "31",
        null,
        null,
        new Provenance(receivedAt, order, file, no));
  }

  /** Few different ranks, places and values, so that ties of every kind occur. */
  private static Revision revision(Random random, int no) {
    PacketHead head =
        head(
            random.nextInt(3) == 0 ? null : at(998 + random.nextInt(5)),
            random.nextInt(3) == 0 ? null : "q" + random.nextInt(2),
            "o" + random.nextInt(2),
            "f" + random.nextInt(2),
            no);
    boolean hasMean = random.nextInt(3) > 0;
    String flag = List.of("N", "D", "").get(random.nextInt(3));
    return new Revision(
        head, group(hasMean ? random.nextInt(2) : null, null, flag.isEmpty() ? null : flag));
  }

  private static void take(FactorInForce value, PacketHead head, Group group) {
    value.take(head, new Packet.Said(group, 0));
  }

  private static FactorInForce taken(List<Revision> revisions) {
    FactorInForce value = new FactorInForce(DEADLINE);
    revisions.forEach(r -> take(value, r.head, r.group));
    return value;
  }

  @Property(tries = 2000)
  void anyOrderSaysWhatTheSortedRevisionsSay(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 7) int count) {
    Random random = new Random(seed);
    List<Revision> revisions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      revisions.add(revision(random, i));
    }
    FactorInForce value = taken(revisions);
    List<Revision> latestFirst = new ArrayList<>(revisions);
    latestFirst.sort(Revision.ORDER.reversed());
    Revision winner = latestFirst.get(0);

    assertThat(value.head()).isSameAs(winner.head);
    assertThat(value.group().saysTheSame(winner.group)).isTrue();
    assertThat(value.revisions()).isEqualTo(count);
    assertThat(value.records()).isEqualTo(1);
    assertThat(value.isDecidedByPath())
        .isEqualTo(
            revisions.stream()
                .filter(r -> Revision.RANK.compare(r, winner) == 0)
                .anyMatch(r -> !r.group.saysTheSame(winner.group)));
    assertThat(value.firstReceivedAt())
        .isEqualTo(
            revisions.stream()
                .map(r -> r.head.receivedAt())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null));
    assertThat(value.flagInTime())
        .isEqualTo(
            latestFirst.stream()
                .filter(r -> r.head.receivedAt() != null && !r.head.receivedAt().isAfter(DEADLINE))
                .map(r -> r.group.dataFlag() == null ? "" : r.group.dataFlag())
                .findFirst()
                .orElse(null));
    assertThat(value.laterEmptyFlag()).isEqualTo(laterEmptyFlag(latestFirst));

    Collections.shuffle(revisions, random);
    FactorInForce shuffled = taken(revisions);
    assertThat(shuffled.head()).isSameAs(value.head());
    assertThat(shuffled.isDecidedByPath()).isEqualTo(value.isDecidedByPath());
    assertThat(shuffled.flagInTime()).isEqualTo(value.flagInTime());
    assertThat(shuffled.laterEmptyFlag()).isEqualTo(value.laterEmptyFlag());
  }

  private static String laterEmptyFlag(List<Revision> latestFirst) {
    Revision winner = latestFirst.get(0);
    if (winner.group.isEmpty()) {
      return null;
    }
    return latestFirst.stream()
        .filter(r -> r.group.isEmpty())
        .findFirst()
        .filter(r -> r.head.compareTo(winner.head) > 0)
        .map(r -> r.group.dataFlag())
        .filter(flag -> !flag.equals(winner.group.dataFlag()))
        .orElse(null);
  }

  @Test
  void aLaterGroupWithoutAMeanTakesNothingBackAndItsOtherFlagIsTold() {
    FactorInForce value = new FactorInForce(DEADLINE);
    take(value, head(at(1), null, "o", "f", 1), group(60, null, "N"));
    take(value, head(at(2), null, "o", "f", 2), group(null, 0, "D"));
    assertThat(value.head().provenance().recordNo()).isEqualTo(1);
    assertThat(value.group().avgValue()).isEqualByComparingTo("60");
    assertThat(value.group().dataFlag()).isEqualTo("N");
    assertThat(value.flagInTime()).isEqualTo("N");
    assertThat(value.laterEmptyFlag()).isEqualTo("D");
    assertThat(value.revisions()).isEqualTo(2);
  }

  @Test
  void aPacketBeforeEveryInstantIsStillReceivedLaterThanOneOfNoTime() {
    FactorInForce value = new FactorInForce(DEADLINE);
    take(value, head(at(-4_000_000_000L), null, "a", "a", 1), group(20, null, "N"));
    take(value, head(null, null, "b", "b", 2), group(10, null, "N"));
    assertThat(value.group().avgValue()).isEqualByComparingTo("20");
  }

  @Test
  void millionsOfRevisionsTakeTheMemoryOfOne() {
    FactorInForce value = new FactorInForce(DEADLINE);
    Group group = group(0, null, "f");
    for (int i = 1; i <= 10_000_000; i++) {
      take(value, head(at(i), null, "f", "f", 1), group);
    }
    assertThat(value.revisions()).isEqualTo(10_000_000);
    assertThat(value.head().receivedAt()).isEqualTo(at(10_000_000));
  }
}
