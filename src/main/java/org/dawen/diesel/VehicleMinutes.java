package org.dawen.diesel;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dawen.codec.gb17691.MinuteField;
import org.dawen.codec.gb17691.MinuteParts;
import org.dawen.codec.gb17691.VehicleTime;
import org.dawen.intake.ObdFigures;
import org.dawen.intake.obd.ObdOverlap;
import org.dawen.lake.Columns;

/**
 * Whole minutes from parts, linked day by day: parts that hold the same samples count once, parts
 * that follow each other are joined, for parts that overlap in any other way, the re-decoded minute
 * counts; without one, the fullest part.
 */
final class VehicleMinutes {
  private final MinuteChain chain;

  VehicleMinutes(int tripGapSeconds) {
    chain = new MinuteChain(tripGapSeconds);
  }

  /**
   * The minutes of a vehicle, in order.
   *
   * @param parts of it, in {@link MinutePart#ORDER}
   * @param overlaps its minutes that were decoded again
   */
  void of(List<MinutePart> parts, List<ObdOverlap> overlaps, Consumer<VehicleMinute> out) {
    Map<LocalDateTime, ObdOverlap> again = new HashMap<>();
    overlaps.forEach(o -> again.put(o.minuteStart(), o));
    LocalDate day = null;
    for (List<MinutePart> minute : MinuteParts.byMinute(parts, MinutePart::minuteStart)) {
      LocalDateTime start = minute.get(0).minuteStart();
      if (!start.toLocalDate().equals(day)) {
        day = start.toLocalDate();
        chain.begin();
      }
      List<long[]> figures = minute.stream().map(MinutePart::figures).toList();
      out.accept(minute(minute.get(0), day, figures, again.get(start)));
    }
  }

  private VehicleMinute minute(
      MinutePart any, LocalDate day, List<long[]> parts, ObdOverlap again) {
    boolean overlap = parts.size() > 1 && MinuteParts.overlap(parts);
    boolean isUnresolved = overlap && !isOf(again, parts);
    long[] figures =
        isUnresolved
            ? MinuteParts.fullest(parts)
            : overlap ? again.figures().clone() : MinuteParts.joined(parts);
    MinuteLinks links = chain.link(VehicleTime.seconds(any.minuteStart()), figures);
    return new VehicleMinute(
        any.vin(),
        any.minuteStart(),
        day,
        Arrays.copyOf(figures, MinuteField.FIRST_RUN),
        links,
        isUnresolved);
  }

  /** True if the minute was decoded again and has the seconds of all parts. */
  private static boolean isOf(ObdOverlap again, List<long[]> parts) {
    return again != null
        && !again.isOverlapUnresolved()
        && again.figures()[MinuteField.SECOND_MAP.ordinal()] == MinuteParts.secondMap(parts);
  }

  /** What one file held of a vehicle's minute, from {@code received.obd_minute}. */
  record MinutePart(
      String vin, LocalDateTime minuteStart, @Columns(ObdFigures.All.class) long[] figures) {

    /** In order of time; copies of one part are alike. */
    static final Comparator<MinutePart> ORDER =
        Comparator.comparing(MinutePart::minuteStart)
            .thenComparing(MinutePart::figures, MinuteParts.ORDER);
  }
}
