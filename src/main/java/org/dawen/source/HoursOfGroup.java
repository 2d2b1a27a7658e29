package org.dawen.source;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the outlets of one treatment group sent in one hour, by outlet and factor. */
final class HoursOfGroup {
  private record Place(String outlet, String factor) {}

  private final LocalDateTime start;
  private final Map<Place, TreatedHour> values = new HashMap<>();

  private HoursOfGroup(LocalDateTime start) {
    this.start = start;
  }

  /** Hour by hour, in order. */
  static List<HoursOfGroup> of(List<TreatedHour> hours) {
    TreeMap<LocalDateTime, HoursOfGroup> byStart = new TreeMap<>();
    hours.forEach(
        h ->
            byStart
                .computeIfAbsent(h.hour().hourStart(), HoursOfGroup::new)
                .values
                .put(new Place(h.hour().outletCode(), h.hour().pollutantCode()), h));
    return new ArrayList<>(byStart.values());
  }

  LocalDateTime start() {
    return start;
  }

  /** Null: not received. */
  TreatedHour at(String outlet, String factor) {
    return values.get(new Place(outlet, factor));
  }
}
