package org.dawen.source;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dawen.lake.DaySet;

/**
 * Substitutes for the mass of hours without a valid value (缺失数据处理), HJ 75-2017, as public code
 * implements it; text not checked. For SO2, NOx and dust only, and for the mass, never for the
 * concentration.
 *
 * <p>With a capture rate (有效数据捕集率) of the quarter up to the day of 90 % and more the largest of the
 * 180 valid hours before the failure, after more than 24 hours lost of 720; from 75 to 90 % of
 * 2160; below that nothing.
 */
final class Substitution {
  /** Days looked back at for valid hours; a quarter of them is 2160 hours. Ours. */
  static final int LOOKBACK_DAYS = 180;

  private static final Set<String> POLLUTANTS = Set.of("a21026", "a21002", "a34013");
  private static final BigDecimal HIGH = new BigDecimal("90");
  private static final BigDecimal LOW = new BigDecimal("75");
  private static final BigDecimal HUNDRED = new BigDecimal("100");
  private static final int FEW_HOURS = 24;
  private static final int SHORT_WINDOW = 180;
  private static final int LONG_WINDOW = 720;
  private static final int LONGEST_WINDOW = 2160;
  private static final int DECIMALS = 6;

  private enum Rule {
    MAX_180,
    MAX_720,
    MAX_2160,
    NONE_BELOW_75,
    NO_HISTORY
  }

  /** The valid hours, in order of time. */
  private final List<DueHour> valid = new ArrayList<>();

  /** Hours lost in all after so many valid hours: the length of a failure. */
  private final Map<Integer, Integer> lost = new HashMap<>();

  /** Of each day its lost hours, by how many valid hours came before. */
  private final TreeMap<LocalDate, TreeMap<Integer, Integer>> lostOfDays = new TreeMap<>();

  private final Map<LocalDate, BigDecimal> captureRates = new HashMap<>();

  /** Of the hours of a factor that are due, and those looked back at, day by day. */
  Substitution(Collection<List<DueHour>> days) {
    LocalDate quarter = null;
    int validOfQuarter = 0;
    int dueOfQuarter = 0;
    for (List<DueHour> hours : days) {
      LocalDate day = hours.get(0).day();
      LocalDate firstOfQuarter = day.with(IsoFields.DAY_OF_QUARTER, 1);
      if (!firstOfQuarter.equals(quarter)) {
        quarter = firstOfQuarter;
        validOfQuarter = 0;
        dueOfQuarter = 0;
      }
      for (DueHour hour : hours) {
        if (!hour.isShut()) {
          dueOfQuarter++;
          validOfQuarter += hour.isValid() ? 1 : 0;
          take(hour);
        }
      }
      if (hours.stream().anyMatch(h -> !h.isShut())) {
        captureRates.put(day, percent(validOfQuarter, dueOfQuarter));
      }
    }
  }

  /** True for pollutants whose mass is substituted. */
  static boolean isSubstituted(String pollutantCode) {
    return POLLUTANTS.contains(pollutantCode);
  }

  private void take(DueHour hour) {
    if (hour.isValid()) {
      valid.add(hour);
    } else {
      lost.merge(valid.size(), 1, Integer::sum);
      lostOfDays
          .computeIfAbsent(hour.day(), d -> new TreeMap<>())
          .merge(valid.size(), 1, Integer::sum);
    }
  }

  private static BigDecimal percent(int part, int whole) {
    return BigDecimal.valueOf(part)
        .multiply(HUNDRED)
        .divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP);
  }

  /** The substitutes for the lost hours of each of these days. */
  Map<LocalDate, OutletDay.Substituted> of(DaySet asked) {
    Map<LocalDate, OutletDay.Substituted> substituted = new HashMap<>();
    captureRates.forEach(
        (day, rate) -> {
          if (asked.contains(day)) {
            substituted.put(day, of(day, rate));
          }
        });
    return substituted;
  }

  private OutletDay.Substituted of(LocalDate day, BigDecimal rate) {
    long hours = 0;
    BigDecimal mass = null;
    TreeSet<String> rules = new TreeSet<>();
    for (Map.Entry<Integer, Integer> failure :
        lostOfDays.getOrDefault(day, new TreeMap<>()).entrySet()) {
      int before = failure.getKey();
      BigDecimal largest = largest(day, before, LONGEST_WINDOW);
      Rule rule = rule(rate, lost.get(before), largest);
      rules.add(rule.name());
      BigDecimal value =
          switch (rule) {
            case NONE_BELOW_75, NO_HISTORY -> null;
            case MAX_2160 -> largest;
            case MAX_720 -> largest(day, before, LONG_WINDOW);
            case MAX_180 -> largest(day, before, SHORT_WINDOW);
          };
      if (value != null) {
        hours += failure.getValue();
        BigDecimal more = value.multiply(BigDecimal.valueOf(failure.getValue()));
        mass = mass == null ? more : mass.add(more);
      }
    }
    return new OutletDay.Substituted(
        hours,
        mass == null ? null : mass.setScale(DECIMALS, RoundingMode.HALF_UP),
        rules.isEmpty() ? null : String.join("+", rules),
        rate);
  }

  private static Rule rule(BigDecimal captureRate, int lostHours, BigDecimal largestOfAll) {
    if (captureRate.compareTo(LOW) < 0) {
      return Rule.NONE_BELOW_75;
    }
    if (largestOfAll == null) {
      return Rule.NO_HISTORY;
    }
    if (captureRate.compareTo(HIGH) < 0) {
      return Rule.MAX_2160;
    }
    return lostHours > FEW_HOURS ? Rule.MAX_720 : Rule.MAX_180;
  }

  /** The largest mass of the last valid hours before a failure; null: none has one. */
  private BigDecimal largest(LocalDate day, int before, int window) {
    LocalDate first = day.minusDays(LOOKBACK_DAYS);
    BigDecimal largest = null;
    for (int i = before - 1; i >= Math.max(0, before - window); i--) {
      DueHour hour = valid.get(i);
      if (hour.day().isBefore(first)) {
        break;
      }
      BigDecimal mass = hour.massKg();
      largest = largest == null || mass != null && mass.compareTo(largest) > 0 ? mass : largest;
    }
    return largest;
  }
}
