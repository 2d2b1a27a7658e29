package org.dawen.source;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * One factor of a device at a time from all its groups, taken one after another in whatever order:
 * which is in force ({@link org.dawen.intake.Revisions} says the rule), and what they say together.
 * An empty group takes nothing back; it is in force only where all are empty. Memory does not grow
 * with the number of groups.
 *
 * <p>Parts of a split packet may have cut the fields of a factor in two: those of one message
 * complete each other ({@link SplitParts}), those of another say nothing to it.
 */
final class InForce {
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
      return head == null || by.compareOrder(head) > 0;
    }

    boolean isOf(PacketHead by) {
      return head != null && by.isSamePacketAs(head);
    }
  }

  private final Sent sent = new Sent();

  /** The latest group without a mean, of packets that are not split. */
  private Sent empty;

  /** Null as long as no packet was split. */
  private SplitParts parts;

  /** What was received until the deadline. */
  private final InForce inTime;

  private final long deadline;

  private boolean isDisputed;
  int revisions;
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
      parts = parts == null ? new SplitParts() : parts;
      parts.take(by, given);
    } else if (given.isEmpty()) {
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
      isDisputed = given.contradictions > 0;
      sent.set(by, given);
    } else if (byRank == 0) {
      isDisputed |= given.contradictions > 0 || differs(by, given);
      if (by.comparePlace(sent.head) > 0) {
        sent.set(by, given);
      }
    }
  }

  /** Two parts are compared when all have been taken. */
  private boolean differs(PacketHead by, Group given) {
    return by.isSplit() != sent.head.isSplit() || !by.isSplit() && !sent.group.saysTheSame(given);
  }

  /** Takes another group of the packet in force that did not lie beside its others. */
  private void complete(Group given) {
    int before = sent.group.contradictions;
    sent.group.completeWith(given);
    if (sent.group.contradictions > before) {
      isDisputed = true;
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

  /** What is in force when all have been taken, with what other parts of its message say. */
  Group group() {
    List<Group> others = otherParts();
    if (others.isEmpty()) {
      return sent.group;
    }
    Group whole = new Group();
    whole.copyFrom(sent.group);
    others.forEach(whole::fillWith);
    return whole;
  }

  /** Number of records the values in force come from. */
  int records() {
    Group whole = new Group();
    whole.copyFrom(sent.group);
    return 1 + (int) otherParts().stream().filter(whole::fillWith).count();
  }

  private List<Group> otherParts() {
    return sent.head.isSplit() ? parts.othersOf(sent.head) : List.of();
  }

  /**
   * True where values differ and only path and record number decided. Another part of the message
   * need not say the same, but nothing else.
   */
  boolean isDecidedByPath() {
    if (isDisputed || !sent.head.isSplit()) {
      return isDisputed;
    }
    List<Group> others = otherParts();
    return parts
        .all()
        .filter(p -> p.getKey().compareRank(sent.head) == 0)
        .map(Map.Entry::getValue)
        .filter(g -> g.isEmpty() == sent.group.isEmpty())
        .anyMatch(g -> others.contains(g) ? sent.group.contradicts(g) : !sent.group.saysTheSame(g));
  }

  /**
   * The flag of a group without a mean that came later than the one in force and has another flag;
   * null: there is none.
   */
  UTF8String laterEmptyFlag() {
    if (sent.group.isEmpty()) {
      return null;
    }
    Sent later = empty == null || !sent.isBefore(empty.head) ? sent : empty;
    UTF8String flag = later.group.flag;
    if (parts != null) {
      List<Group> others = otherParts();
      PacketHead after = later.head;
      Optional<Group> part =
          parts
              .all()
              .filter(p -> p.getKey().compareOrder(after) > 0 && p.getValue().isEmpty())
              .map(Map.Entry::getValue)
              .filter(g -> others.stream().noneMatch(g::isCopyOf))
              .reduce((earlier, latest) -> latest);
      flag = part.isPresent() ? part.get().flag : flag;
    }
    return Objects.equals(flag, group().flag) ? null : flag;
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
