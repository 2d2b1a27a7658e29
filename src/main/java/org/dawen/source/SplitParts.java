package org.dawen.source;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * What the parts of split packets (拆分包) say about one factor, and which of them are of one message.
 * A message has one request number (QN), or numbers that run on from part to part (HJ 212-2017
 * tables C.49, C.50). Where several carry the same number, or none carries any, a message ends in
 * the order of the rule where a part comes again and says something else; a part that says what an
 * earlier one said is a copy of it. So of parts 1, 2, 1', 2' without numbers, where 1' says
 * something else than 1, the first two are one message and the last two the next; of 1, 2, 1, 2'
 * the second 1 is a copy, and as part 2 says something else, the next message is that copy and 2'.
 */
final class SplitParts {
  /** A device that sends parts without end must not fill the memory: the latest are kept. */
  private static final int MOST = 256;

  private final TreeMap<PacketHead, Group> parts = new TreeMap<>();

  /** Takes what one more packet says. */
  void take(PacketHead by, Group given) {
    parts.put(by, given);
    if (parts.size() > MOST) {
      parts.pollFirstEntry();
    }
  }

  Stream<Map.Entry<PacketHead, Group>> all() {
    return parts.entrySet().stream();
  }

  /** The other parts of the message of a part, of each number the earliest. */
  List<Group> othersOf(PacketHead head) {
    Map<Integer, Group> message = messageOf(head, PacketHead::hasRequestNoOf);
    if (message.size() <= 1) {
      message = messageOf(head, this::isNumberedOn);
    }
    message.remove(head.part());
    return message.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .toList();
  }

  /** A part whose number others share is of their message. */
  private boolean isNumberedOn(PacketHead head, PacketHead by) {
    return head.hasRequestNoRunningOnTo(by)
        && messageOf(by, PacketHead::hasRequestNoOf).size() <= 1;
  }

  /** By number of the part. */
  private Map<Integer, Group> messageOf(
      PacketHead head, BiPredicate<PacketHead, PacketHead> isNumberedLike) {
    Map<Integer, Group> message = new HashMap<>();
    Map<Integer, Group> again = new HashMap<>();
    Set<Integer> carriedOver = new HashSet<>();
    Group own = parts.get(head);
    boolean hasOwn = false;
    for (Map.Entry<PacketHead, Group> entry : parts.entrySet()) {
      PacketHead by = entry.getKey();
      Group said = entry.getValue();
      if (!head.couldBeOfOneMessageWith(by) || !isNumberedLike.test(head, by)) {
        continue;
      }
      Group before = message.putIfAbsent(by.part(), said);
      if (before != null && before.isCopyOf(said)) {
        again.put(by.part(), said);
      } else if (carriedOver.remove(by.part())) {
        message.put(by.part(), said);
      } else if (before != null) {
        if (hasOwn) {
          break;
        }
        // A copy behind the last message may be the part of the next one that says the same.
        message = again;
        again = new HashMap<>();
        message.put(by.part(), said);
        carriedOver = new HashSet<>(message.keySet());
        carriedOver.remove(by.part());
      }
      hasOwn |= own != null && by.part() == head.part() && own.isCopyOf(said);
    }
    return hasOwn ? message : new HashMap<>();
  }
}
