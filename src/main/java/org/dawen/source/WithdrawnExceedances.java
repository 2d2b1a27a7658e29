package org.dawen.source;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dawen.registry.Outlet;
import org.dawen.source.DeviceDay.FactorHour;

/**
 * Which exceedances a later version of the hour withdrew or changed. Each version is judged like
 * the hour itself, by the limits, marks and minutes known now, so that nothing but the packets
 * makes a difference.
 */
final class WithdrawnExceedances {
  private record Key(String pollutantCode, LocalDateTime hourStart) {}

  private final OutletHours outletHours;

  WithdrawnExceedances(OutletHours outletHours) {
    this.outletHours = outletHours;
  }

  /**
   * Of a day of an outlet.
   *
   * @param device its packets
   * @param hours its hours in force; asked are those of which a factor, or the oxygen, was received
   *     more than once
   */
  List<WithdrawnExceedance> of(
      Outlet outlet, LocalDate day, DeviceDay device, List<FactorHour> hours) {
    Set<Key> several = new HashSet<>();
    Set<LocalDateTime> hoursWanted = new HashSet<>();
    for (FactorHour hour : hours) {
      if (hour.receipt().revisionCount() > 1) {
        several.add(new Key(hour.pollutantCode(), hour.hourStart()));
        hoursWanted.add(hour.hourStart());
      }
    }
    List<WithdrawnExceedance> withdrawn = new ArrayList<>();
    Map<Key, OutletHour> latest = new HashMap<>();
    device.versions(
        hoursWanted,
        version -> {
          LocalDateTime start = version.hour().hourStart();
          Key key = new Key(version.hour().pollutantCode(), start);
          if (several.contains(key) || several.contains(new Key(DeviceDay.OXYGEN, start))) {
            // The day limit makes no exceedance of an hour, so the water's temperature is no
            // matter.
            OutletHour now = outletHours.judge(outlet, day, version.hour(), false);
            OutletHour before = latest.put(key, now);
            if (before != null && before.isAbove() && isOther(before, now)) {
              withdrawn.add(WithdrawnExceedance.of(before, now, version.no(), version.by()));
            }
          }
        });
    return withdrawn;
  }

  private static boolean isOther(OutletHour before, OutletHour now) {
    return !now.isAbove() || now.judgedValue().compareTo(before.judgedValue()) != 0;
  }
}
