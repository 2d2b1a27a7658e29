package org.dawen.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;

/** Revisions taken one by one, in any order, say what all of them sorted would say. */
class InForceTest {
  private static final long DEADLINE = 1_000;

  private record Revision(PacketHead head, int group, int present, long[] values, UTF8String flag) {
    static final Comparator<Revision> RANK = (a, b) -> a.head.compareRank(b.head);
    static final Comparator<Revision> ORDER =
        RANK.thenComparing((a, b) -> a.head.comparePlace(b.head)).thenComparing(Revision::group);

    boolean saysTheSame(Revision o) {
      return values[InForce.AVG] == o.values[InForce.AVG]
          && (present & 1) == (o.present & 1)
          && Objects.equals(flag, o.flag);
    }
  }

  /** Few different ranks, places and values, so that ties of every kind occur. */
  private static Revision revision(Random random, int no) {
    UTF8String qn = random.nextInt(3) == 0 ? null : UTF8String.fromString("q" + random.nextInt(2));
    PacketHead head =
        new PacketHead(
            0,
            random.nextInt(3) == 0 ? PacketHead.NEVER : 998 + random.nextInt(5),
            qn,
            UTF8String.fromString("o" + random.nextInt(2)),
            UTF8String.fromString("f" + random.nextInt(2)),
            no);
    long[] values = new long[InForce.VALUES];
    int present = random.nextInt(2);
    values[InForce.AVG] = present == 1 ? random.nextInt(2) : 0;
    UTF8String flag = random.nextInt(4) == 0 ? null : UTF8String.fromString("N");
    return new Revision(head, 1 + random.nextInt(2), present, values, flag);
  }

  private static InForce taken(List<Revision> revisions) {
    InForce value = new InForce();
    revisions.forEach(r -> value.take(r.head, r.group, r.present, r.values, r.flag, 0, DEADLINE));
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

    assertThat(value.head).isSameAs(winner.head);
    assertThat(value.groupNo).isEqualTo(winner.group);
    assertThat(value.flag).isEqualTo(winner.flag);
    assertThat(value.revisions).isEqualTo(count);
    assertThat(value.isDecidedByPath)
        .isEqualTo(
            revisions.stream()
                .filter(r -> Revision.RANK.compare(r, winner) == 0)
                .anyMatch(r -> !r.saysTheSame(winner)));
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
                .map(r -> r.flag == null ? UTF8String.fromString("") : r.flag)
                .findFirst()
                .orElse(null));

    Collections.shuffle(revisions, random);
    InForce shuffled = taken(revisions);
    assertThat(shuffled.head).isSameAs(value.head);
    assertThat(shuffled.isDecidedByPath).isEqualTo(value.isDecidedByPath);
    assertThat(shuffled.flagInTime()).isEqualTo(value.flagInTime());
  }

  @Test
  void millionsOfRevisionsTakeTheMemoryOfOne() {
    InForce value = new InForce();
    UTF8String text = UTF8String.fromString("f");
    long[] values = new long[InForce.VALUES];
    for (int i = 1; i <= 10_000_000; i++) {
      value.take(new PacketHead(0, i, null, text, text, 1), 1, 1, values, text, 0, DEADLINE);
    }
    assertThat(value.revisions).isEqualTo(10_000_000);
    assertThat(value.head.receivedAt()).isEqualTo(10_000_000);
  }
}
