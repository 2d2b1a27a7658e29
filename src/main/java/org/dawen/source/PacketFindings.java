package org.dawen.source;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dawen.intake.Provenance;
import org.dawen.source.PacketFinding.Finding;

/** Packets that are right by themselves and wrong together: missing parts, clocks that are off. */
final class PacketFindings {
  private static final int MOST_SHOWN = 20;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT);

  private static final Comparator<Packet> BY_PLACE =
      Comparator.comparing((Packet p) -> p.head().provenance().fileId(), Provenance::compareTexts)
          .thenComparing(p -> p.head().provenance().recordNo());

  /** Figures, and the first packet they are about. */
  private record Found(String text, Packet first) {}

  private PacketFindings() {}

  /** What is wrong with the packets of a device and day. */
  static List<PacketFinding> of(String mn, LocalDate day, List<Packet> packets, ClockRule clock) {
    List<PacketFinding> findings = new ArrayList<>();
    add(mn, day, Finding.INCOMPLETE_SPLIT, incompleteSplits(packets), findings);
    add(mn, day, Finding.CLOCK_OFF, clocksOff(packets, clock), findings);
    return findings;
  }

  private static void add(
      String mn, LocalDate day, Finding kind, List<Found> found, List<PacketFinding> findings) {
    if (found.isEmpty()) {
      return;
    }
    Provenance first =
        found.stream().map(Found::first).min(BY_PLACE).orElseThrow().head().provenance();
    findings.add(
        new PacketFinding(
            mn,
            day,
            kind,
            found.size(),
            found.stream()
                .map(Found::text)
                .sorted(Provenance::compareTexts)
                .limit(MOST_SHOWN)
                .collect(Collectors.joining("; ")),
            first.fileId(),
            first.recordNo()));
  }

  /**
   * Split packets (拆分包, HJ 212-2017 6.2) of which parts 1 to PNUM are not all there, whatever file
   * or night they came in.
   */
  private static List<Found> incompleteSplits(List<Packet> packets) {
    record Message(
        String commandCode, String systemCode, LocalDateTime dataTime, int packetCount) {}
    Map<Message, List<Packet>> byMessage = new LinkedHashMap<>();
    for (Packet packet : packets) {
      PacketHead head = packet.head();
      if (head.isSplit()) {
        byMessage
            .computeIfAbsent(
                new Message(
                    packet.commandCode(), head.systemCode(), head.dataTime(), head.packetCount()),
                m -> new ArrayList<>())
            .add(packet);
      }
    }
    List<Found> found = new ArrayList<>();
    byMessage.forEach(
        (message, parts) -> {
          TreeSet<Integer> numbers = new TreeSet<>();
          parts.stream().map(p -> p.head().packetNo()).filter(n -> n != null).forEach(numbers::add);
          if (numbers.subSet(1, true, message.packetCount(), true).size() < message.packetCount()) {
            String text =
                "%s %s parts %s of %d"
                    .formatted(
                        message.commandCode(),
                        TIME.format(message.dataTime()),
                        numbers.stream().map(String::valueOf).collect(Collectors.joining(",")),
                        message.packetCount());
            found.add(new Found(text, parts.stream().min(BY_PLACE).orElseThrow()));
          }
        });
    return found;
  }

  private static List<Found> clocksOff(List<Packet> packets, ClockRule clock) {
    return packets.stream()
        .filter(p -> clock.isOff(p.head()))
        .map(
            p ->
                new Found(
                    "DataTime %s received %s"
                        .formatted(
                            TIME.format(p.head().dataTime()),
                            TIME.format(p.head().receivedAt().atZone(ClockRule.BEIJING))),
                    p))
        .toList();
  }
}
