package org.dawen.air;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dawen.standard.DayConcentrations;
import org.dawen.standard.Mean;

/** How the day of a station follows from its hours. */
final class StationDays {
  private final RulesAsOf rulesAsOf;

  StationDays(RulesAsOf rulesAsOf) {
    this.rulesAsOf = rulesAsOf;
  }

  /**
   * The day. A valid hour is one with a value; negative values are refused at intake.
   *
   * @param hours rows of one station and day, at least one
   */
  StationDay of(List<StationHour> hours) {
    StationHour any = hours.get(0);
    LocalDate rulesDay = rulesAsOf.dayFor(any.dataDay());
    DayRequirements needs = DayRequirements.on(rulesDay);
    Six<Mean> means = Six.of(item -> new Mean());
    Mean pm10WithoutDust = new Mean();
    Mean pm25WithoutDust = new Mean();
    int dustHours = 0;
    int suspiciousHours = 0;
    for (StationHour hour : hours) {
      Six.ITEMS.forEach(item -> means.of(item).add(hour.values().of(item)));
      if (hour.isDust()) {
        dustHours++;
      } else {
        pm10WithoutDust.add(hour.values().pm10UgM3());
        pm25WithoutDust.add(hour.values().pm2_5UgM3());
      }
      suspiciousHours += hour.suspectReason() == null ? 0 : 1;
    }
    OzoneWindows.Summary windows = OzoneWindows.of(hours, needs);
    StationDay.Means values =
        new StationDay.Means(
            means.so2().ofAtLeast(needs.minimumHours().so2()),
            means.no2().ofAtLeast(needs.minimumHours().no2()),
            means.co().ofAtLeast(needs.minimumHours().co()),
            means.pm10().ofAtLeast(needs.minimumHours().pm10()),
            means.pm25().ofAtLeast(needs.minimumHours().pm25()),
            largestOzoneMean(windows, needs),
            largestOzoneHour(hours, means.o3().count(), needs));
    return new StationDay(
        any.stationCode(),
        any.dataDay(),
        any.isRegistered(),
        any.countyCode(),
        any.unmonitoredItems(),
        new StationDay.ValidHours(
            means.so2().count(),
            means.no2().count(),
            means.co().count(),
            means.o3().count(),
            means.pm10().count(),
            means.pm25().count()),
        windows.validWindows(),
        values,
        dustHours,
        pm10WithoutDust.ofAtLeast(needs.minimumHours().pm10()),
        pm25WithoutDust.ofAtLeast(needs.minimumHours().pm25()),
        suspiciousHours,
        DayIndex.of(
            rulesDay,
            new DayConcentrations(
                values.so2UgM3(),
                values.no2UgM3(),
                values.pm10UgM3(),
                values.coMgM3(),
                values.o3_8hUgM3(),
                values.o3_1hMaxUgM3(),
                values.pm2_5UgM3()),
            any.unmonitoredItems()));
  }

  /**
   * The largest 8-hour mean, valid with enough windows, or if it exceeds the grade-2 limit, for
   * more hours could only raise it; GB 3095 table 4, HJ 663-2026 6.1.2.
   */
  private static BigDecimal largestOzoneMean(OzoneWindows.Summary windows, DayRequirements needs) {
    BigDecimal largest = windows.largestMean();
    boolean isEnough =
        needs.ozoneWindows() != null && windows.validWindows() >= needs.ozoneWindows();
    boolean exceeds =
        largest != null && needs.ozoneLimit() != null && largest.compareTo(needs.ozoneLimit()) > 0;
    return isEnough || exceeds ? largest : null;
  }

  /** Null with too few valid hours (own definition, as for means). */
  private static BigDecimal largestOzoneHour(
      List<StationHour> hours, int validHours, DayRequirements needs) {
    if (needs.ozoneHours() == null || validHours < needs.ozoneHours()) {
      return null;
    }
    return hours.stream()
        .map(h -> h.values().o3UgM3())
        .filter(v -> v != null)
        .max(BigDecimal::compareTo)
        .orElse(null);
  }
}
