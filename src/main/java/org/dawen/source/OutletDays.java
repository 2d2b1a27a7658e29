package org.dawen.source;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dawen.lake.DaySet;
import org.dawen.registry.Outlet;

/**
 * Which hours of an outlet are due (应传), and the days they make. Due are all hours of the days on
 * which the city's outlets send hours, or are silent for a short while only, while the outlet is
 * registered, less those of a shutdown; of a pollutant with a limit that was sent within the last
 * days, and of what was sent that day.
 */
final class OutletDays {
  /** Days before a day in which a pollutant with a limit must have been sent to be due; ours. */
  private static final int DUE_AFTER_SENT_DAYS = 31;

  /** Days looked ahead to: whether a failure goes on, and whether a silent city sends again. */
  static final int DAYS_AHEAD = 1 + CityDays.SILENT_DAYS;

  private static final int HOURS_OF_DAY = 24;

  private final OutletRegister outlets;
  private final MarkRegister marks;
  private final SortedSet<LocalDate> cityDays;

  /**
   * The rule.
   *
   * @param cityDays days on which hours are due from the city
   */
  OutletDays(OutletRegister outlets, MarkRegister marks, SortedSet<LocalDate> cityDays) {
    this.outlets = outlets;
    this.marks = marks;
    this.cityDays = cityDays;
  }

  /** What was received of one factor. */
  private static final class Sent {
    private final Map<LocalDateTime, HourOfOutlet> hours = new HashMap<>();
    private final TreeSet<LocalDate> days = new TreeSet<>();
    private final TreeSet<LocalDate> limitedDays = new TreeSet<>();

    void add(HourOfOutlet hour) {
      hours.put(hour.hourStart(), hour);
      days.add(hour.dataDay());
      if (hour.isLimited()) {
        limitedDays.add(hour.dataDay());
      }
    }

    boolean isDue(LocalDate day) {
      LocalDate limited = limitedDays.floor(day);
      return days.contains(day)
          || limited != null && !limited.isBefore(day.minusDays(DUE_AFTER_SENT_DAYS));
    }
  }

  /**
   * The days of an outlet.
   *
   * @param hours its hours from {@link Substitution#LOOKBACK_DAYS} days before to {@link
   *     #DAYS_AHEAD} days after the days asked
   */
  List<OutletDay> of(String outletCode, List<HourOfOutlet> hours, DaySet asked) {
    TreeMap<String, Sent> byPollutant = new TreeMap<>();
    Map<LocalDateTime, BigDecimal> flows = new HashMap<>();
    for (HourOfOutlet hour : hours) {
      byPollutant.computeIfAbsent(hour.pollutantCode(), c -> new Sent()).add(hour);
      if (hour.isFlow() && hour.isJudgeable() && hour.couValue() != null) {
        flows.merge(hour.hourStart(), hour.couValue(), BigDecimal::max);
      }
    }
    List<OutletDay> rows = new ArrayList<>();
    byPollutant.forEach(
        (code, sent) -> {
          TreeMap<LocalDate, List<DueHour>> due = due(outletCode, code, sent, flows, asked);
          Map<LocalDate, OutletDay.Substituted> substituted =
              Substitution.isSubstituted(code)
                  ? new Substitution(due.values()).of(asked)
                  : Map.of();
          due.forEach(
              (day, dueHours) -> {
                Outlet outlet = outlets.on(outletCode, day);
                if (asked.contains(day)) {
                  rows.add(
                      DayVerdict.of(
                          outlet,
                          code,
                          day,
                          dueHours,
                          substituted.getOrDefault(day, OutletDay.Substituted.NONE)));
                }
              });
        });
    return rows;
  }

  /**
   * The hours of each day on which a factor is due or was sent, whether the hour was received or
   * not; of days that are only looked back at, those of factors whose mass may be substituted.
   */
  private TreeMap<LocalDate, List<DueHour>> due(
      String outletCode,
      String code,
      Sent sent,
      Map<LocalDateTime, BigDecimal> flows,
      DaySet asked) {
    TreeMap<LocalDate, List<DueHour>> due = new TreeMap<>();
    for (LocalDate day : cityDays) {
      boolean isWanted = Substitution.isSubstituted(code) || asked.contains(day);
      if (!isWanted || !sent.isDue(day) || outlets.on(outletCode, day) == null) {
        continue;
      }
      List<DueHour> hours = new ArrayList<>(HOURS_OF_DAY);
      for (int hour = 0; hour < HOURS_OF_DAY; hour++) {
        LocalDateTime start = day.atTime(hour, 0);
        if (!marks.isShutDown(outletCode, start)) {
          hours.add(new DueHour(start, sent.hours.get(start), flows.get(start)));
        }
      }
      if (!hours.isEmpty()) {
        due.put(day, hours);
      }
    }
    return due;
  }
}
