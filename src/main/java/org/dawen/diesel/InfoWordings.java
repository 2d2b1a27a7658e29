package org.dawen.diesel;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dawen.intake.ObdWording;

/** What a control unit told, a wording each, however many files tell it. */
final class InfoWordings {
  private static final Comparator<ReceivedInfo> BY_TIME =
      Comparator.comparing(ReceivedInfo::firstAt)
          .thenComparing(ReceivedInfo::lastAt)
          .thenComparing(ReceivedInfo::content);

  private InfoWordings() {}

  /** The wordings of one vehicle by day, numbered in the order of first telling. */
  static Map<LocalDate, List<InfoWording>> byDay(List<ReceivedInfo> told) {
    Map<LocalDate, List<InfoWording>> wordings = new TreeMap<>();
    told.stream()
        .collect(Collectors.groupingBy(ReceivedInfo::dataDay))
        .forEach((day, ofDay) -> wordings.put(day, numbered(ofDay)));
    return wordings;
  }

  private static List<InfoWording> numbered(List<ReceivedInfo> ofDay) {
    Map<ObdWording.Content, ReceivedInfo> byContent = new LinkedHashMap<>();
    ofDay.forEach(info -> byContent.merge(info.content(), info, InfoWordings::joined));
    List<ReceivedInfo> inOrder = byContent.values().stream().sorted(BY_TIME).toList();
    List<InfoWording> wordings = new ArrayList<>();
    for (ReceivedInfo info : inOrder) {
      wordings.add(
          new InfoWording(
              info.vin(),
              info.dataDay(),
              wordings.size() + 1,
              info.firstAt(),
              info.lastAt(),
              info.content()));
    }
    return wordings;
  }

  private static ReceivedInfo joined(ReceivedInfo a, ReceivedInfo b) {
    return new ReceivedInfo(
        a.vin(),
        a.dataDay(),
        a.firstAt().isBefore(b.firstAt()) ? a.firstAt() : b.firstAt(),
        a.lastAt().isAfter(b.lastAt()) ? a.lastAt() : b.lastAt(),
        a.content());
  }

  /** What a file reports about a control unit on a day, from {@code received.obd_info}. */
  record ReceivedInfo(
      String vin,
      LocalDate dataDay,
      LocalDateTime firstAt,
      LocalDateTime lastAt,
      ObdWording.Content content) {}
}
