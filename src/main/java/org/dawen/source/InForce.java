package org.dawen.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * One factor of a device at a time from all its groups, taken one after another in whatever order:
 * which is in force ({@link org.dawen.intake.Revisions} says the rule), and what they say together.
 * An empty group takes nothing back; it is in force only where all are empty. Memory does not grow
 * with the number of groups.
 *
 * <p>Parts of a split packet may have cut the fields of a factor in two.
 */
final class InForce {
  /** A device that makes up numbers of parts must not fill the memory; 9,999 factors need less. */
  private static final int MOST_PARTS = 64;

  private static final UTF8String NO_FLAG = UTF8String.fromString("");

  /** A group and the packet it comes from. */
  private static final class Sent {
    PacketHead head;
    final Group group = new Group();

    void set(PacketHead by, Group given) {
      head = by;
      group.copyFrom(given);
    }

    /** True if a packet goes before this one. */
    boolean isBefore(PacketHead by) {
      if (head == null) {
        return true;
      }
      int byRank = by.compareRank(head);
      return byRank > 0 || byRank == 0 && by.comparePlace(head) > 0;
    }

    boolean isOf(PacketHead by) {
      return head != null && by.isSamePacketAs(head);
    }
  }

  private final Sent sent = new Sent();

  /** The latest group without a mean. */
  private Sent empty;

  private List<Sent> parts = List.of();

  /** What was received until the deadline. */
  private final InForce inTime;

  private final long deadline;

  int revisions;
  boolean isDecidedByPath;
  long firstReceivedAt = Long.MAX_VALUE;

  /** Of which nobody asks what was received in time. */
  InForce() {
    this.deadline = 0;
    this.inTime = null;
  }

  /**
   * Of which it is kept what was received in time.
   *
   * @param deadline until when data count as in time, microseconds
   */
  InForce(long deadline) {
    this.deadline = deadline;
    this.inTime = new InForce();
  }

  /** The packet in force. */
  PacketHead head() {
    return sent.head;
  }

  /** Takes one more group; the groups of one packet are one. */
  void take(PacketHead by, Group given) {
    revisions += 1 + given.contradictions;
    if (by.hasReceivedAt()) {
      firstReceivedAt = Math.min(firstReceivedAt, by.receivedAt());
      if (inTime != null && by.receivedAt() <= deadline) {
        inTime.take(by, given);
      }
    }
    if (by.isSplit()) {
      keepPart(by, given);
    }
    if (given.isEmpty()) {
      keepEmpty(by, given);
    }
    if (sent.isOf(by)) {
      complete(given);
    } else {
      compete(by, given);
    }
  }

  private void compete(PacketHead by, Group given) {
    boolean isAlike = sent.head != null && sent.group.isEmpty() == given.isEmpty();
    int byRank =
        isAlike ? by.compareRank(sent.head) : sent.head == null || !given.isEmpty() ? 1 : -1;
    if (byRank > 0) {
      isDecidedByPath = given.contradictions > 0;
      sent.set(by, given);
    } else if (byRank == 0) {
      isDecidedByPath |= given.contradictions > 0 || !agrees(by, given);
      if (by.comparePlace(sent.head) > 0) {
        sent.set(by, given);
      }
    }
  }

  /** Takes another group of the packet in force that did not lie beside its others. */
  private void complete(Group given) {
    int before = sent.group.contradictions;
    sent.group.completeWith(given);
    if (sent.group.contradictions > before) {
      isDecidedByPath = true;
    } else {
      revisions--;
    }
  }

  private void keepEmpty(PacketHead by, Group given) {
    if (empty == null) {
      empty = new Sent();
    }
    if (empty.isBefore(by)) {
      empty.set(by, given);
    }
  }

  /** The latest group of each part of a split packet. */
  private void keepPart(PacketHead by, Group given) {
    Sent kept = null;
    for (Sent p : parts) {
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
      kept = new Sent();
      parts.add(kept);
    }
    if (kept.isOf(by)) {
      kept.group.completeWith(given);
    } else if (kept.isBefore(by)) {
      kept.set(by, given);
    }
  }

  /**
   * What is in force when all have been taken: if the packet is a part of a split one, which may
   * have cut the factor's fields in two, the latest of its other parts say what it leaves open.
   */
  Group group() {
    if (parts.size() < 2) {
      return sent.group;
    }
    Group whole = new Group();
    whole.copyFrom(sent.group);
    otherParts().forEach(p -> whole.fillWith(p.group));
    return whole;
  }

  /** Number of records the values in force come from. */
  int records() {
    if (parts.size() < 2) {
      return 1;
    }
    Group whole = new Group();
    whole.copyFrom(sent.group);
    return 1 + (int) otherParts().stream().filter(p -> whole.fillWith(p.group)).count();
  }

  private List<Sent> otherParts() {
    return parts.stream()
        .filter(p -> p.head.isOtherPartOf(sent.head))
        .sorted((a, b) -> a.isBefore(b.head) ? 1 : -1)
        .toList();
  }

  /** Another packet of equal rank says the same; another part of the same packet nothing else. */
  private boolean agrees(PacketHead by, Group given) {
    return by.isOtherPartOf(sent.head)
        ? !sent.group.contradicts(given)
        : sent.group.saysTheSame(given);
  }

  /**
   * The flag of a group without a mean that came later than the one in force and has another flag;
   * null: there is none.
   */
  UTF8String laterEmptyFlag() {
    boolean isLater =
        empty != null
            && !sent.group.isEmpty()
            && sent.isBefore(empty.head)
            && !empty.head.isOtherPartOf(sent.head);
    return isLater && !Objects.equals(empty.group.flag, group().flag) ? empty.group.flag : null;
  }

  /** Flag as received in time, empty for none; null: nothing was received in time. */
  UTF8String flagInTime() {
    if (inTime == null || inTime.sent.head == null) {
      return null;
    }
    UTF8String flag = inTime.group().flag;
    return flag == null ? NO_FLAG : flag;
  }
}
