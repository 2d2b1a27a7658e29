package org.dawen.source;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dawen.registry.Outlet;

/** Which outlets a device number means on a day, in whatever case it is written. */
final class DeviceRegister {
  private final Map<String, List<Outlet>> byNumber = new HashMap<>();

  DeviceRegister(List<Outlet> outlets) {
    outlets.forEach(
        o -> byNumber.computeIfAbsent(inCapitals(o.mn()), n -> new ArrayList<>(1)).add(o));
  }

  /** The number by which spellings of one device are told to be the same. */
  static String inCapitals(String mn) {
    return mn.toUpperCase(Locale.ROOT);
  }

  /** None if the registry does not have it. */
  List<Outlet> on(String mn, LocalDate day) {
    return byNumber.getOrDefault(inCapitals(mn), List.of()).stream()
        .filter(o -> o.period().holdsOn(day))
        .toList();
  }
}
