package org.dawen.intake;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Watches the times of the meters of one file for day and month in each other's place. Such a file
 * has no day above the twelfth, jumps by months where it should go on, and runs backwards where the
 * next month begins.
 */
final class SwappedDates {
  private static final Duration LONGEST_STEP = Duration.ofHours(1);
  private static final int LAST_AMBIGUOUS_DAY = 12;

  /** One step back may be a late row; so many changes of month are none. */
  private static final int FEWEST_MONTH_CHANGES = 3;

  private final Map<String, LocalDateTime> last = new HashMap<>();
  private int monthChanges;
  private boolean hasPlainDay;
  private boolean isAsWritten;

  /** What is wrong, in a sentence, once the next time of a meter shows it; else null. */
  String fault(String meter, LocalDateTime time) {
    LocalDateTime before = last.put(meter, time);
    hasPlainDay |= !isAmbiguous(time.minusNanos(1));
    if (before == null
        || before.getMonthValue() == time.getMonthValue()
        || Duration.between(before, time).abs().compareTo(LONGEST_STEP) <= 0) {
      return null;
    }
    if (goesOnWhenSwapped(before, time)) {
      return "The dates of meter %s jump from %s to %s, but would follow each other with day and month swapped. Correct the file: days are written as 2024-03-01."
          .formatted(meter, before, time);
    }
    if (hasPlainDay || !goesForwardWhenSwapped(before, time)) {
      isAsWritten = true;
    }
    monthChanges++;
    if (!isAsWritten && time.isBefore(before) && monthChanges >= FEWEST_MONTH_CHANGES) {
      return "The dates of meter %s run backwards, from %s to %s, but would go forward with day and month swapped. Correct the file: days are written as 2024-03-01."
          .formatted(meter, before, time);
    }
    return null;
  }

  /** The meter goes on within the hour, over midnight, only if day and month change places. */
  private static boolean goesOnWhenSwapped(LocalDateTime before, LocalDateTime time) {
    for (LocalDateTime a : swapped(before)) {
      for (LocalDateTime b : swapped(time)) {
        Duration step = Duration.between(a, b);
        if (step.compareTo(Duration.ZERO) > 0 && step.compareTo(LONGEST_STEP) <= 0) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean goesForwardWhenSwapped(LocalDateTime before, LocalDateTime time) {
    return swapped(before).stream().anyMatch(a -> swapped(time).stream().anyMatch(a::isBefore));
  }

  /** The time with day and month swapped; midnight also as 24:00 of the day it ends. */
  private static List<LocalDateTime> swapped(LocalDateTime time) {
    List<LocalDateTime> times = new ArrayList<>(2);
    if (isAmbiguous(time)) {
      times.add(swappedDay(time).atTime(time.toLocalTime()));
    }
    LocalDateTime before = time.minusNanos(1);
    if (!before.toLocalDate().equals(time.toLocalDate()) && isAmbiguous(before)) {
      times.add(swappedDay(before).plusDays(1).atStartOfDay());
    }
    return times;
  }

  private static LocalDate swappedDay(LocalDateTime time) {
    return LocalDate.of(time.getYear(), time.getDayOfMonth(), time.getMonthValue());
  }

  private static boolean isAmbiguous(LocalDateTime time) {
    return time.getDayOfMonth() <= LAST_AMBIGUOUS_DAY;
  }
}
