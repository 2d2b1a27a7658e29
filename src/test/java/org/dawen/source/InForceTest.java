package org.dawen.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;

/** Revisions taken one by one, in any order, say what all of them sorted would say. */
class InForceTest {
  private static final long DEADLINE = 1_000;

  private record Revision(PacketHead head, Group group) {
    static final Comparator<Revision> WEIGHT = Comparator.comparing(r -> !r.group.isEmpty());
    static final Comparator<Revision> RANK =
        WEIGHT.thenComparing((a, b) -> a.head.compareRank(b.head));
    static final Comparator<Revision> ORDER =
        RANK.thenComparing((a, b) -> a.head.comparePlace(b.head));
  }

  private static Group group(int present, long mean, String flag) {
    Group group = new Group();
    group.no = 1;
    group.present = present;
    group.numbers[Group.AVG] = mean;
    group.flag = flag == null ? null : UTF8String.fromString(flag);
    group.begin();
    return group;
  }

  private static PacketHead head(long receivedAt, String qn, String order, String file, int no) {
    return new PacketHead(
        0,
        receivedAt,
        qn == null ? null : UTF8String.fromString(qn),
        UTF8String.fromString(order),
        UTF8String.fromString(file),
        no);
  }

  /** Few different ranks, places and values, so that ties of every kind occur. */
  private static Revision revision(Random random, int no) {
    PacketHead head =
        head(
            random.nextInt(3) == 0 ? PacketHead.NEVER : 998 + random.nextInt(5),
            random.nextInt(3) == 0 ? null : "q" + random.nextInt(2),
            "o" + random.nextInt(2),
            "f" + random.nextInt(2),
            no);
    boolean hasMean = random.nextInt(3) > 0;
    String flag = List.of("N", "D", "").get(random.nextInt(3));
    return new Revision(
        head,
        group(
            hasMean ? 1 << Group.AVG : 0,
            hasMean ? random.nextInt(2) : 0,
            flag.isEmpty() ? null : flag));
  }

  private static InForce taken(List<Revision> revisions) {
    InForce value = new InForce(DEADLINE);
    revisions.forEach(r -> value.take(r.head, r.group));
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
    InForce value = taken(revisions);
    List<Revision> latestFirst = new ArrayList<>(revisions);
    latestFirst.sort(Revision.ORDER.reversed());
    Revision winner = latestFirst.get(0);

    assertThat(value.head()).isSameAs(winner.head);
    assertThat(value.group().saysTheSame(winner.group)).isTrue();
    assertThat(value.revisions).isEqualTo(count);
    assertThat(value.records()).isEqualTo(1);
    assertThat(value.isDecidedByPath())
        .isEqualTo(
            revisions.stream()
                .filter(r -> Revision.RANK.compare(r, winner) == 0)
                .anyMatch(r -> !r.group.saysTheSame(winner.group)));
    assertThat(value.firstReceivedAt)
        .isEqualTo(
            revisions.stream()
                .filter(r -> r.head.hasReceivedAt())
                .mapToLong(r -> r.head.receivedAt())
                .min()
                .orElse(Long.MAX_VALUE));
    assertThat(value.flagInTime())
        .isEqualTo(
            latestFirst.stream()
                .filter(r -> r.head.hasReceivedAt() && r.head.receivedAt() <= DEADLINE)
                .map(r -> r.group.flag == null ? UTF8String.fromString("") : r.group.flag)
                .findFirst()
                .orElse(null));
    assertThat(value.laterEmptyFlag()).isEqualTo(laterEmptyFlag(latestFirst));

    Collections.shuffle(revisions, random);
    InForce shuffled = taken(revisions);
    assertThat(shuffled.head()).isSameAs(value.head());
    assertThat(shuffled.isDecidedByPath()).isEqualTo(value.isDecidedByPath());
    assertThat(shuffled.flagInTime()).isEqualTo(value.flagInTime());
    assertThat(shuffled.laterEmptyFlag()).isEqualTo(value.laterEmptyFlag());
  }

  private static UTF8String laterEmptyFlag(List<Revision> latestFirst) {
    Revision winner = latestFirst.get(0);
    if (winner.group.isEmpty()) {
      return null;
    }
    return latestFirst.stream()
        .filter(r -> r.group.isEmpty())
        .findFirst()
        .filter(
            r ->
                r.head.compareRank(winner.head) > 0
                    || r.head.compareRank(winner.head) == 0 && r.head.comparePlace(winner.head) > 0)
        .map(r -> r.group.flag)
        .filter(flag -> !flag.equals(winner.group.flag))
        .orElse(null);
  }

  @Test
  void aLaterGroupWithoutAMeanTakesNothingBackAndItsOtherFlagIsTold() {
    InForce value = new InForce(DEADLINE);
    value.take(head(1, null, "o", "f", 1), group(1 << Group.AVG, 60, "N"));
    value.take(head(2, null, "o", "f", 2), group(1 << Group.MIN, 0, "D"));
    assertThat(value.head().recordNo()).isEqualTo(1);
    assertThat(value.group().numbers[Group.AVG]).isEqualTo(60);
    assertThat(value.group().flag).hasToString("N");
    assertThat(value.flagInTime()).hasToString("N");
    assertThat(value.laterEmptyFlag()).hasToString("D");
    assertThat(value.revisions).isEqualTo(2);
  }

  @Test
  void aPacketBeforeEveryInstantIsStillReceivedLaterThanOneOfNoTime() {
    InForce value = new InForce(DEADLINE);
    value.take(head(-4_000_000_000_000_000L, null, "a", "a", 1), group(1, 20, "N"));
    value.take(head(PacketHead.NEVER, null, "b", "b", 2), group(1, 10, "N"));
    assertThat(value.group().numbers[Group.AVG]).isEqualTo(20);
  }

  @Test
  void millionsOfRevisionsTakeTheMemoryOfOne() {
    InForce value = new InForce(DEADLINE);
    UTF8String text = UTF8String.fromString("f");
    Group group = group(1, 0, "f");
    for (int i = 1; i <= 10_000_000; i++) {
      value.take(new PacketHead(0, i, null, text, text, 1), group);
    }
    assertThat(value.revisions).isEqualTo(10_000_000);
    assertThat(value.head().receivedAt()).isEqualTo(10_000_000);
  }
}
