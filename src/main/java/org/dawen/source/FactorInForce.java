package org.dawen.source;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One factor of a device at a time from all packets that name it, taken one after another in
 * whatever order: which group is in force, and what they say together. An empty group takes nothing
 * back; it is in force only where all are empty. Memory does not grow with the number of packets.
 *
 * <p>Parts of a split packet may have cut the fields of a factor in two: those of one message
 * complete each other ({@link SplitParts}), those of another say nothing to it.
 */
final class FactorInForce {
  /** A group and the packet it comes from. */
  private record Sent(PacketHead head, Group group) {}

  private Sent sent;

  /** The latest group without a mean, of packets that are not split. */
  private Sent empty;

  /** Null as long as no packet was split. */
  private SplitParts parts;

  /** What was received until the deadline. */
  private final FactorInForce inTime;

  private final Instant deadline;
  private int revisions;
  private boolean isDisputed;
  private Instant firstReceivedAt;

  /** Without a record of what was received in time. */
  FactorInForce() {
    this.deadline = null;
    this.inTime = null;
  }

  /**
   * Also keeps what was received in time.
   *
   * @param deadline until when data count as in time
   */
  FactorInForce(Instant deadline) {
    this.deadline = deadline;
    this.inTime = new FactorInForce();
  }

  /** Takes what one more packet says. */
  void take(PacketHead by, Packet.Said said) {
    revisions += 1 + said.contradictions();
    Instant receivedAt = by.receivedAt();
    if (receivedAt != null) {
      firstReceivedAt =
          firstReceivedAt == null || receivedAt.isBefore(firstReceivedAt)
              ? receivedAt
              : firstReceivedAt;
      if (inTime != null && !receivedAt.isAfter(deadline)) {
        inTime.take(by, said);
      }
    }
    Sent given = new Sent(by, said.group());
    if (by.isSplit()) {
      parts = parts == null ? new SplitParts() : parts;
      parts.take(by, said.group());
    } else if (given.group.isEmpty() && (empty == null || by.compareTo(empty.head) > 0)) {
      empty = given;
    }
    compete(given, said.contradictions() > 0);
  }

  private void compete(Sent given, boolean contradictsItself) {
    int byRank = rank(given);
    if (byRank > 0) {
      isDisputed = contradictsItself;
      sent = given;
    } else if (byRank == 0) {
      isDisputed |= contradictsItself || differs(given);
      sent = given.head.compareTo(sent.head) > 0 ? given : sent;
    }
  }

  /** Above 0: goes before what is in force; a group with a mean goes before any without. */
  private int rank(Sent given) {
    if (sent == null) {
      return 1;
    }
    return sent.group.isEmpty() == given.group.isEmpty()
        ? given.head.compareRank(sent.head)
        : Boolean.compare(sent.group.isEmpty(), given.group.isEmpty());
  }

  /** Two parts are compared when all have been taken. */
  private boolean differs(Sent given) {
    return given.head.isSplit() != sent.head.isSplit()
        || !given.head.isSplit() && !sent.group.saysTheSame(given.group);
  }

  /** The packet in force. */
  PacketHead head() {
    return sent.head;
  }

  int revisions() {
    return revisions;
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
        .anyMatch(
            g ->
                others.stream().anyMatch(other -> other == g)
                    ? sent.group.contradicts(g)
                    : !sent.group.saysTheSame(g));
  }

  /** Null: no packet tells. */
  Instant firstReceivedAt() {
    return firstReceivedAt;
  }

  /** What is in force when all have been taken, with what other parts of its message say. */
  Group group() {
    Group whole = sent.group;
    for (Group part : otherParts()) {
      whole = whole.filledWith(part);
    }
    return whole;
  }

  /** Number of packets the values in force come from. */
  int records() {
    Group whole = sent.group;
    int records = 1;
    for (Group part : otherParts()) {
      Group more = whole.filledWith(part);
      records += more.equals(whole) ? 0 : 1;
      whole = more;
    }
    return records;
  }

  private List<Group> otherParts() {
    return sent.head.isSplit() ? parts.othersOf(sent.head) : List.of();
  }

  /**
   * The flag of a group without a mean that came later than the one in force and has another flag;
   * null: there is none.
   */
  String laterEmptyFlag() {
    if (sent.group.isEmpty()) {
      return null;
    }
    Sent later = empty != null && empty.head.compareTo(sent.head) > 0 ? empty : sent;
    String flag = later.group.dataFlag();
    if (parts != null) {
      List<Group> others = otherParts();
      Optional<Group> part =
          parts
              .all()
              .filter(p -> p.getKey().compareTo(later.head) > 0 && p.getValue().isEmpty())
              .map(Map.Entry::getValue)
              .filter(g -> others.stream().noneMatch(g::isCopyOf))
              .reduce((earlier, latest) -> latest);
      flag = part.isPresent() ? part.get().dataFlag() : flag;
    }
    return Objects.equals(flag, group().dataFlag()) ? null : flag;
  }

  /** Flag as received in time, empty for none; null: nothing was received in time. */
  String flagInTime() {
    if (inTime == null || inTime.sent == null) {
      return null;
    }
    String flag = inTime.group().dataFlag();
    return flag == null ? "" : flag;
  }
}
