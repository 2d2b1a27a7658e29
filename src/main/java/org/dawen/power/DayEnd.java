package org.dawen.power;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.SortedMap;
import org.dawen.lake.Nullable;

/** Until when a meter sent data on a day, from {@code power.meter_day}; null: it sent none. */
record DayEnd(LocalDate dataDay, @Nullable LocalDateTime lastIntervalEnd) {

  /** Notes the last moment of the day for which any meter has data, by day since 1970. */
  void addTo(SortedMap<Long, Long> deliveredUntil) {
    if (lastIntervalEnd != null) {
      deliveredUntil.merge(dataDay.toEpochDay(), Units.seconds(lastIntervalEnd), Math::max);
    }
  }
}
