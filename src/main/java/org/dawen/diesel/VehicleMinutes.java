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
import org.dawen.intake.ObdHour;
import org.dawen.intake.obd.ObdOverlap;

/**
 * Whole minutes from parts, linked day by day: parts that hold the same samples count once, parts
 * that follow each other are joined, for parts that overlap in any other way, the re-decoded minute
 * counts; without one, the fullest part.
 */
final class VehicleMinutes {
  /** Parts of a minute as they are joined; copies of one part are alike. */
  private static final Comparator<ObdHour.Part> ORDER =
      Comparator.comparing(ObdHour.Part::minuteStart)
          .thenComparing(ObdHour.Part::figures, MinuteParts.ORDER);

  private final MinuteChain chain;

  VehicleMinutes(int tripGapSeconds) {
    chain = new MinuteChain(tripGapSeconds);
  }

  /**
   * The minutes of a vehicle, in order.
   *
   * @param hours what files hold of it, in order of time
   * @param overlaps its minutes that were decoded again
   */
  void of(
      String vin,
      List<ObdHour.Figures> hours,
      List<ObdOverlap> overlaps,
      Consumer<VehicleMinute> out) {
    Map<LocalDateTime, ObdOverlap> again = new HashMap<>();
    overlaps.forEach(o -> again.put(o.minuteStart(), o));
    List<ObdHour.Part> parts =
        hours.stream().flatMap(h -> h.parts().stream()).sorted(ORDER).toList();
    LocalDate day = null;
    for (List<ObdHour.Part> minute : MinuteParts.byMinute(parts, ObdHour.Part::minuteStart)) {
      LocalDateTime start = minute.get(0).minuteStart();
      if (!start.toLocalDate().equals(day)) {
        day = start.toLocalDate();
        chain.begin();
      }
      List<long[]> figures = minute.stream().map(ObdHour.Part::figures).toList();
      out.accept(minute(vin, start, figures, again.get(start)));
    }
  }

  private VehicleMinute minute(
      String vin, LocalDateTime start, List<long[]> parts, ObdOverlap again) {
    boolean overlap = parts.size() > 1 && MinuteParts.overlap(parts);
    boolean isUnresolved = overlap && !isOf(again, parts);
    long[] figures =
        isUnresolved
            ? MinuteParts.fullest(parts)
            : overlap ? again.figures().clone() : MinuteParts.joined(parts);
    MinuteLinks links = chain.link(VehicleTime.seconds(start), figures);
    return new VehicleMinute(
        vin,
        start,
        start.toLocalDate(),
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
}
