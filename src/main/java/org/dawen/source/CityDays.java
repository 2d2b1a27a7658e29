package org.dawen.source;

import java.time.LocalDate;
import java.util.TreeSet;

/** Days on which the city's outlets send hours, so that hours are due (应传) from each of them. */
final class CityDays {
  /** Silent days of the whole city that count as due if it sends again within so many days. */
  static final int SILENT_DAYS = 7;

  private final TreeSet<LocalDate> sent = new TreeSet<>();
  private LocalDate latest;

  /** Takes a day on which an outlet sent an hour. */
  void add(LocalDate day) {
    if (!day.equals(latest)) {
      sent.add(day);
      latest = day;
    }
  }

  /** Days on which the city sent hours, and those before on which it was silent for a while. */
  TreeSet<LocalDate> withSilentDays() {
    TreeSet<LocalDate> days = new TreeSet<>();
    for (LocalDate day : sent) {
      for (int silent = 0; silent <= SILENT_DAYS; silent++) {
        days.add(day.minusDays(silent));
      }
    }
    return days;
  }
}
