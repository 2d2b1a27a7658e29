package org.dawen.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * One value of a device, a factor and a time from all its revisions, taken one after another in
 * whatever order: which is in force ({@link org.dawen.intake.Revisions} says the rule), and what
 * they say together. Memory does not grow with the number of revisions.
 *
 * <p>A packet may name a factor more than once: again with other values, or with the rest of its
 * fields. Groups of one packet are one revision, in which the later group says what it has and the
 * earlier ones the rest. Parts of a split packet may have cut the fields of a factor in two.
 */
final class InForce {
  /** Values a group may carry, in the order of {@link #values}. */
  static final int VALUES = 5;

  static final int AVG = 0;
  static final int ZS_AVG = 1;
  static final int MIN = 2;
  static final int MAX = 3;
  static final int COU = 4;

  /** Mean, converted mean and amount are, with the flag, what a revision says. */
  private static final int TOLD = 1 << AVG | 1 << ZS_AVG | 1 << COU;

  /** A device that makes up numbers of parts must not fill the memory; 9,999 factors need less. */
  private static final int MOST_PARTS = 64;

  private static final UTF8String NO_FLAG = UTF8String.fromString("");

  PacketHead head;
  int groupNo;
  int present;
  final long[] values = new long[VALUES];
  UTF8String flag;

  /** The group each value, and behind them the flag, comes from; only of those present. */
  private final int[] groupOf = new int[VALUES + 1];

  int revisions;
  boolean isDecidedByPath;
  long firstReceivedAt = Long.MAX_VALUE;

  private List<Part> parts = List.of();

  private PacketHead inTime;
  private int inTimeGroup;
  private UTF8String inTimeFlag;

  /**
   * Takes one more revision.
   *
   * @param given the values, those absent zero
   * @param contradictions groups of the packet that said something else before it
   * @param deadline until when data count as in time, microseconds
   */
  void take(
      PacketHead by,
      int group,
      int given,
      long[] numbers,
      UTF8String said,
      int contradictions,
      long deadline) {
    revisions += 1 + contradictions;
    if (by.hasReceivedAt()) {
      firstReceivedAt = Math.min(firstReceivedAt, by.receivedAt());
      if (by.receivedAt() <= deadline
          && (inTime == null || isLater(by, group, inTime, inTimeGroup))) {
        boolean isSamePacket = inTime != null && !isLater(by, 0, inTime, 0);
        if (!isSamePacket || said != null) {
          inTimeFlag = said == null ? NO_FLAG : said;
        }
        inTime = by;
        inTimeGroup = group;
      }
    }
    if (by.isSplit()) {
      keepPart(by, group, given, numbers, said);
    }
    int byRank = head == null ? 1 : by.compareRank(head);
    if (byRank < 0) {
      return;
    }
    if (byRank == 0 && by.comparePlace(head) == 0) {
      complete(group, given, numbers, said);
      return;
    }
    if (byRank > 0) {
      isDecidedByPath = contradictions > 0;
    } else if (contradictions > 0 || !agrees(by, given, numbers, said)) {
      isDecidedByPath = true;
    }
    if (byRank > 0 || isLaterByPlace(by, group, head, groupNo)) {
      head = by;
      groupNo = group;
      present = given;
      System.arraycopy(numbers, 0, values, 0, VALUES);
      flag = said;
      Arrays.fill(groupOf, group);
    }
  }

  /** The latest group of a part of a split packet. */
  private static final class Part {
    PacketHead head;
    int group;
    int present;
    final long[] values = new long[VALUES];
    UTF8String flag;
  }

  private void keepPart(PacketHead by, int group, int given, long[] numbers, UTF8String said) {
    Part kept = null;
    for (Part p : parts) {
      if (p.head.parts() == by.parts() && p.head.part() == by.part()) {
        kept = p;
      }
    }
    if (kept == null) {
      if (parts.size() == MOST_PARTS) {
        return;
      }
      if (parts.isEmpty()) {
        parts = new ArrayList<>(2);
      }
      kept = new Part();
      parts.add(kept);
    } else if (!isLater(by, group, kept.head, kept.group)) {
      return;
    }
    kept.head = by;
    kept.group = group;
    kept.present = given;
    System.arraycopy(numbers, 0, kept.values, 0, VALUES);
    kept.flag = said;
  }

  /**
   * When all have been taken: if the packet in force is a part of a split one, which may have cut
   * the factor's fields in two, the latest of its other parts say what it leaves open.
   */
  void joinParts() {
    if (parts.size() < 2) {
      return;
    }
    parts.sort((a, b) -> isLater(a.head, a.group, b.head, b.group) ? -1 : 1);
    for (Part p : parts) {
      if (p.head.isOtherPartOf(head)) {
        for (int v = 0; v < VALUES; v++) {
          if (!has(v) && (p.present & 1 << v) != 0) {
            values[v] = p.values[v];
            present |= 1 << v;
          }
        }
        flag = flag == null ? p.flag : flag;
      }
    }
  }

  /** Takes another group of the packet in force: its values where no later group has one. */
  private void complete(int group, int given, long[] numbers, UTF8String said) {
    if (contradict(present, values, flag, given, numbers, said)) {
      isDecidedByPath = true;
    } else {
      revisions--;
    }
    for (int v = 0; v < VALUES; v++) {
      boolean isLater = !has(v) || group > groupOf[v];
      if ((given & 1 << v) != 0 && isLater) {
        values[v] = numbers[v];
        groupOf[v] = group;
        present |= 1 << v;
      }
    }
    if (said != null && (flag == null || group > groupOf[VALUES])) {
      flag = said;
      groupOf[VALUES] = group;
    }
    groupNo = Math.max(groupNo, group);
  }

  /** True if two groups of one packet both say something and not the same. */
  static boolean contradict(
      int present, long[] values, UTF8String flag, int given, long[] numbers, UTF8String said) {
    int both = present & given & TOLD;
    for (int v = 0; v < VALUES; v++) {
      if ((both & 1 << v) != 0 && values[v] != numbers[v]) {
        return true;
      }
    }
    return flag != null && said != null && !flag.equals(said);
  }

  private static boolean isLater(PacketHead one, int group, PacketHead other, int otherGroup) {
    int byRank = one.compareRank(other);
    return byRank > 0 || byRank == 0 && isLaterByPlace(one, group, other, otherGroup);
  }

  private static boolean isLaterByPlace(
      PacketHead one, int group, PacketHead other, int otherGroup) {
    int byPlace = one.comparePlace(other);
    return byPlace > 0 || byPlace == 0 && group > otherGroup;
  }

  /** Another packet of equal rank says the same; another part of the same packet nothing else. */
  private boolean agrees(PacketHead by, int given, long[] numbers, UTF8String said) {
    return by.isOtherPartOf(head)
        ? !contradict(present, values, flag, given, numbers, said)
        : saysTheSame(given, numbers, said);
  }

  /** Mean, converted mean, amount and flag are what a revision says. */
  private boolean saysTheSame(int given, long[] numbers, UTF8String said) {
    return (given & TOLD) == (present & TOLD)
        && numbers[AVG] == values[AVG]
        && numbers[ZS_AVG] == values[ZS_AVG]
        && numbers[COU] == values[COU]
        && Objects.equals(said, flag);
  }

  boolean has(int value) {
    return (present & 1 << value) != 0;
  }

  boolean isFlagged(UTF8String letter) {
    return letter.equals(flag);
  }

  /** Flag as received in time, empty for none; null: nothing was received in time. */
  UTF8String flagInTime() {
    return inTimeFlag;
  }
}
