package org.dawen.source;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dawen.registry.Limit;
import org.dawen.registry.Outlet;

/** The limits in force of all outlets and factors, period by period. */
final class LimitRegister {
  private record Key(String outletCode, String pollutantCode) {}

  private record Entry(LocalDate to, LimitsOfDay limits) {}

  /** By first day; periods do not overlap. */
  private final Map<Key, TreeMap<LocalDate, Entry>> entries = new HashMap<>();

  LimitRegister(List<Outlet> outlets, List<Limit> permits) {
    for (LimitsInForce.Period period : LimitsInForce.of(outlets, permits)) {
      entries
          .computeIfAbsent(
              new Key(period.outletCode(), period.pollutantCode()), k -> new TreeMap<>())
          .put(period.from(), new Entry(period.to(), LimitsOfDay.of(period)));
    }
  }

  LimitsOfDay on(String outletCode, String pollutantCode, LocalDate day) {
    TreeMap<LocalDate, Entry> periods = entries.get(new Key(outletCode, pollutantCode));
    Map.Entry<LocalDate, Entry> latest = periods == null ? null : periods.floorEntry(day);
    return latest == null || day.isAfter(latest.getValue().to())
        ? LimitsOfDay.NONE
        : latest.getValue().limits();
  }
}
