package org.dawen.diesel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dawen.registry.Vehicle;

/** The vehicles of the registry; the periods of one do not overlap. */
final class VehicleRegister {
  private final Map<String, List<Vehicle>> byVin = new HashMap<>();

  VehicleRegister(List<Vehicle> vehicles) {
    vehicles.forEach(v -> byVin.computeIfAbsent(v.vin(), vin -> new ArrayList<>()).add(v));
    byVin
        .values()
        .forEach(
            rows ->
                rows.sort(
                    Comparator.comparing(
                        v -> v.period().validFrom(),
                        Comparator.nullsFirst(Comparator.naturalOrder()))));
  }

  /** The row of a vehicle valid on a day; null: the registry does not have it. */
  Vehicle on(String vin, LocalDate day) {
    return byVin.getOrDefault(vin, List.of()).stream()
        .filter(v -> v.period().holdsOn(day))
        .findFirst()
        .orElse(null);
  }

  /** The row of the same vehicle before that one; null: it is the first. */
  Vehicle before(Vehicle row) {
    List<Vehicle> rows = byVin.get(row.vin());
    int place = rows.indexOf(row);
    return place == 0 ? null : rows.get(place - 1);
  }
}
