package org.dawen.noise;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dawen.standard.NoiseRule;
import org.dawen.standard.NoiseRule.Name;
import org.dawen.standard.NoiseRule.NightConvention;

/** Which hours are the day of a date, and which its night. */
record Nights(LocalDate date, int dayStarts, int nightStarts) {
  private static final int HOURS = 24;

  static Nights of(LocalDate date) {
    return new Nights(
        date,
        NoiseRule.whole(Name.DAY_STARTS_HOUR, date),
        NoiseRule.whole(Name.NIGHT_STARTS_HOUR, date));
  }

  int dayHours() {
    return nightStarts - dayStarts;
  }

  int nightHours() {
    return HOURS - dayHours();
  }

  boolean isOfDay(LocalDateTime hour) {
    return hour.toLocalDate().equals(date) && isDaytime(hour);
  }

  private boolean isDaytime(LocalDateTime hour) {
    return hour.getHour() >= dayStarts && hour.getHour() < nightStarts;
  }

  boolean isOfNight(LocalDateTime hour, NightConvention convention) {
    if (isDaytime(hour)) {
      return false;
    }
    boolean isMorning = hour.getHour() < dayStarts;
    boolean isNextMorning = convention == NightConvention.NEXT_MORNING && isMorning;
    return hour.toLocalDate().equals(isNextMorning ? date.plusDays(1) : date);
  }
}
