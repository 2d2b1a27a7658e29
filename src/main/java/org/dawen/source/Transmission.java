package org.dawen.source;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dawen.registry.County;
import org.dawen.registry.Outlet;
import org.dawen.source.TransmissionMonth.Hours;

/**
 * How much of the data due was received and valid. Due are all hours from the first to the last day
 * of the month on which any outlet sent hours, while the outlet is registered, less those of a
 * shutdown.
 */
final class Transmission {
  private static final int HOURS_OF_DAY = 24;

  private final OutletRegister outlets;
  private final MarkRegister marks;
  private final List<County> counties;

  Transmission(OutletRegister outlets, MarkRegister marks, List<County> counties) {
    this.outlets = outlets;
    this.marks = marks;
    this.counties = counties;
  }

  /** What was received of an outlet in a month. */
  private static final class Received {
    private final Map<LocalDateTime, HourReceived> hours = new HashMap<>();

    /** Pollutants with a limit that were sent at least once: mercury has one and no instrument. */
    private final Set<String> duePollutants = new HashSet<>();

    void add(TransmittedHour hour) {
      hours.computeIfAbsent(hour.hourStart(), h -> new HourReceived()).add(hour);
      if (hour.isLimited()) {
        duePollutants.add(hour.pollutantCode());
      }
    }
  }

  /** Figures of a month as they stand, and as received by 13:00 of the next day. */
  private record Figures(Hours all, Hours immediate) {
    Figures plus(Figures other) {
      return new Figures(all.plus(other.all), immediate.plus(other.immediate));
    }
  }

  /** Who answers for an outlet; when that changes within a month, the month is two. */
  private record Owner(String enterprise, String county) {}

  /** What was received in a month; takes its hours one after another, in any order. */
  final class Month {
    private final LocalDate start;
    private final Map<String, Received> byOutlet = new HashMap<>();
    private LocalDate first;
    private LocalDate last;

    Month(LocalDate start) {
      this.start = start;
    }

    /** Takes an hour, unless it is of another month. */
    void add(TransmittedHour hour) {
      LocalDate day = hour.dataDay();
      if (day.withDayOfMonth(1).equals(start)) {
        byOutlet.computeIfAbsent(hour.outletCode(), o -> new Received()).add(hour);
        first = first == null || day.isBefore(first) ? day : first;
        last = last == null || day.isAfter(last) ? day : last;
      }
    }

    /** Its rows; none without hours. */
    List<TransmissionMonth> rows() {
      AreaSums<Figures> sums = new AreaSums<>(counties, Figures::plus);
      if (first != null) {
        for (String code : outlets.codes()) {
          Received received = byOutlet.getOrDefault(code, new Received());
          due(code, first, last)
              .forEach(
                  (owner, due) ->
                      figures(received, due)
                          .forEach(f -> sums.add("", code, owner.enterprise, owner.county, f)));
        }
      }
      List<TransmissionMonth> rows = new ArrayList<>();
      sums.sums()
          .forEach((area, f) -> rows.add(TransmissionMonth.of(area, start, f.all, f.immediate)));
      return rows;
    }
  }

  private Map<Owner, List<LocalDateTime>> due(String code, LocalDate first, LocalDate last) {
    Map<Owner, List<LocalDateTime>> due = new HashMap<>();
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      Outlet outlet = outlets.on(code, day);
      if (outlet == null) {
        continue;
      }
      Owner owner = new Owner(outlet.enterpriseCode(), outlet.countyCode());
      for (int hour = 0; hour < HOURS_OF_DAY; hour++) {
        LocalDateTime start = day.atTime(hour, 0);
        if (!marks.isShutDown(code, start)) {
          due.computeIfAbsent(owner, o -> new ArrayList<>()).add(start);
        }
      }
    }
    return due;
  }

  /** Of the hours due; none if the outlet stood still in all of them. */
  private static List<Figures> figures(Received received, List<LocalDateTime> due) {
    int duePollutants = received.duePollutants.size();
    Hours all = Hours.NONE;
    Hours inTime = Hours.NONE;
    boolean tellsReceipt = false;
    for (LocalDateTime start : due) {
      HourReceived hour = received.hours.get(start);
      if (hour == null) {
        all = all.plus(new Hours(1, 0, 0));
        inTime = inTime.plus(new Hours(1, 0, 0));
      } else if (!hour.isShut()) {
        tellsReceipt |= hour.tellsReceipt();
        all = all.plus(new Hours(1, 1, one(hour.isValid(duePollutants))));
        inTime =
            inTime.plus(new Hours(1, one(hour.isInTime()), one(hour.isValidInTime(duePollutants))));
      }
    }
    return all.due() == 0
        ? List.of()
        : List.of(new Figures(all, tellsReceipt ? inTime : Hours.NONE));
  }

  private static int one(boolean is) {
    return is ? 1 : 0;
  }

  /**
   * What was received of an outlet in an hour. A pollutant that is shut down (flag F, mark) is not
   * due in that hour, and an hour in which all are shut down does not count; it is valid if every
   * other one that is due is judgeable. Of an outlet without limits all that it sent is due.
   */
  static final class HourReceived {
    private int limited;
    private int shut;
    private int valid;
    private int validInTime;
    private boolean isAllShut = true;
    private boolean isAllValid = true;
    private boolean isAllValidInTime = true;
    private boolean tellsReceipt;
    private boolean isInTime;

    void add(TransmittedHour hour) {
      boolean isShut = hour.isShutDown();
      boolean wasValidInTime = hour.wasValidInTime();
      if (hour.isLimited()) {
        limited++;
        shut += isShut ? 1 : 0;
        valid += hour.isJudgeable() ? 1 : 0;
        validInTime += wasValidInTime ? 1 : 0;
      }
      isAllShut &= isShut;
      isAllValid &= hour.isJudgeable() || isShut;
      isAllValidInTime &= wasValidInTime || isShut;
      tellsReceipt |= hour.firstReceivedAt() != null;
      isInTime |= hour.flagInTime() != null;
    }

    boolean isShut() {
      return limited == 0 ? isAllShut : shut == limited;
    }

    /**
     * Whether each pollutant due is valid.
     *
     * @param due their number; 0: the outlet has no limits
     */
    boolean isValid(int due) {
      return due == 0 ? isAllValid : valid + shut >= due;
    }

    boolean tellsReceipt() {
      return tellsReceipt;
    }

    /** Whether anything was received by 13:00 of the next day. */
    boolean isInTime() {
      return isInTime;
    }

    /** As {@link #isValid}, as received by then. */
    boolean isValidInTime(int due) {
      return isInTime && (due == 0 ? isAllValidInTime : validInTime + shut >= due);
    }
  }
}
