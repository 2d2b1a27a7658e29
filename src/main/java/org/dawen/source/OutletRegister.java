package org.dawen.source;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dawen.registry.Outlet;

/** The outlets of the registry by code. */
final class OutletRegister {
  private final Map<String, List<Outlet>> byCode = new TreeMap<>();

  OutletRegister(List<Outlet> outlets) {
    outlets.forEach(o -> byCode.computeIfAbsent(o.outletCode(), c -> new ArrayList<>(1)).add(o));
  }

  /** The row of an outlet valid on a day; null: it is not registered. */
  Outlet on(String outletCode, LocalDate day) {
    return byCode.getOrDefault(outletCode, List.of()).stream()
        .filter(o -> o.period().holdsOn(day))
        .findFirst()
        .orElse(null);
  }

  Collection<String> codes() {
    return byCode.keySet();
  }
}
