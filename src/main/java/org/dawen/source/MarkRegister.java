package org.dawen.source;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.dawen.intake.Provenance;
import org.dawen.registry.Mark;

/**
 * Marks of the enterprise (标记) on its own hours. A mark holds from its start, included, to its end,
 * not included; an hour it touches is marked. Data marked rightly are not used to judge an
 * exceedance: 污染物排放自动监测设备标记规则, in force 2023-01-01 (recalled, clause not checked).
 */
final class MarkRegister {
  private static final String EVERY_POLLUTANT = "";
  private static final Pattern CODE_OF_2017 = Pattern.compile("[A-Z][0-9]{5}");

  /** Of several marks the earliest counts, of those the first by name. */
  private static final Comparator<Mark> FIRST =
      Comparator.comparing(Mark::startsAt).thenComparing(Mark::kind, Provenance::compareTexts);

  private final Map<String, List<Mark>> byOutlet = new HashMap<>();

  /** Asked hour by hour: the marks that touch the day asked last. */
  private String outletAsked;

  private LocalDate dayAsked;
  private List<Mark> ofDay = List.of();

  MarkRegister(List<Mark> marks) {
    marks.stream()
        .sorted(FIRST)
        .forEach(m -> byOutlet.computeIfAbsent(m.outletCode(), o -> new ArrayList<>()).add(m));
  }

  /** Kind of the mark on a factor's hour, its own before one for all factors; null: none. */
  String kind(String outletCode, String pollutantCode, LocalDateTime hourStart) {
    String own = ownKind(outletCode, pollutantCode, hourStart);
    return own != null ? own : ownKind(outletCode, EVERY_POLLUTANT, hourStart);
  }

  /**
   * Whether the enterprise has marked the oxygen itself: nothing can be converted with the gas of a
   * calibration.
   */
  boolean isOxygenMarked(String outletCode, LocalDateTime hourStart) {
    return ownKind(outletCode, DeviceDay.OXYGEN, hourStart) != null;
  }

  /** Whether the enterprise has marked the whole outlet as shut down in some of the hour. */
  boolean isShutDown(String outletCode, LocalDateTime hourStart) {
    return ofDay(outletCode, hourStart.toLocalDate()).stream()
        .filter(m -> m.pollutantCode() == null && Shutdowns.isShutdown(m.kind()))
        .anyMatch(m -> touches(m, hourStart));
  }

  private String ownKind(String outletCode, String pollutantCode, LocalDateTime hourStart) {
    for (Mark mark : ofDay(outletCode, hourStart.toLocalDate())) {
      if (touches(mark, hourStart) && pollutant(mark).equals(pollutantCode)) {
        return mark.kind();
      }
    }
    return null;
  }

  private List<Mark> ofDay(String outletCode, LocalDate day) {
    if (!outletCode.equals(outletAsked) || !day.equals(dayAsked)) {
      outletAsked = outletCode;
      dayAsked = day;
      LocalDateTime start = day.atStartOfDay();
      ofDay =
          byOutlet.getOrDefault(outletCode, List.of()).stream()
              .filter(m -> m.startsAt().isBefore(start.plusDays(1)))
              .filter(m -> m.endsAt() == null || m.endsAt().isAfter(start))
              .toList();
    }
    return ofDay;
  }

  private static boolean touches(Mark mark, LocalDateTime hourStart) {
    return mark.startsAt().isBefore(hourStart.plusHours(1))
        && (mark.endsAt() == null
            || mark.endsAt().isAfter(hourStart) && mark.endsAt().isAfter(mark.startsAt()));
  }

  /** A code of 2017 in whatever case means the one in small letters. */
  private static String pollutant(Mark mark) {
    String code = mark.pollutantCode() == null ? EVERY_POLLUTANT : mark.pollutantCode().strip();
    return CODE_OF_2017.matcher(code).matches() ? code.toLowerCase(Locale.ROOT) : code;
  }
}
