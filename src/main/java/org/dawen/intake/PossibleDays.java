package org.dawen.intake;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.dawen.lake.Trouble;
import org.dawen.run.Settings;

/**
 * The days a record may be of, the same for every feed. A day outside of them is a slip or a clock
 * that was never set.
 *
 * @param first first possible day
 * @param last last possible day
 */
record PossibleDays(LocalDate first, LocalDate last) implements Serializable {
  static final String FIRST_DAY = "intake.first_day";
  static final String LAST_DAY = "intake.last_day";

  /** For tests and for showing single records of files that were read before. */
  static final PossibleDays SHIPPED =
      new PossibleDays(LocalDate.of(2000, 1, 1), LocalDate.of(2079, 12, 31));

  /** What the codec of HJ 212 takes for a time at all. */
  private static final int FIRST_YEAR = 1970;

  private static final int LAST_YEAR = 2099;

  /** Refuses days that run backwards or lie decades away. */
  PossibleDays {
    if (first.isAfter(last) || first.getYear() < FIRST_YEAR || last.getYear() > LAST_YEAR) {
      throw Trouble.usage(
          "settings.days-range", FIRST_DAY, LAST_DAY, first, last, FIRST_YEAR, LAST_YEAR);
    }
  }

  static PossibleDays of(Settings settings) {
    return new PossibleDays(day(settings, FIRST_DAY), day(settings, LAST_DAY));
  }

  private static LocalDate day(Settings settings, String key) {
    try {
      return LocalDate.parse(settings.text(key));
    } catch (DateTimeException e) {
      throw Trouble.usage(e, "settings.no-day", key, settings.text(key));
    }
  }

  boolean has(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  /** True if the moment lies on a possible day in Beijing, or none is told. */
  boolean has(Instant moment) {
    return moment == null || has(moment.atZone(Cells.BEIJING).toLocalDate());
  }

  /** Why a day is refused, with the days that are possible. */
  String refusal(String field, Object found) {
    return "%s (%s to %s): %s is '%s'"
        .formatted(RejectReason.DAY_OUT_OF_RANGE.words(), first, last, field, found);
  }
}
