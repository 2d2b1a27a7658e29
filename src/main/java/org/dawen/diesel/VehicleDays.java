package org.dawen.diesel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dawen.lake.DaySet;
import org.dawen.registry.Vehicle;

/** What a vehicle did on a day follows from its minutes and from what its control unit told. */
final class VehicleDays {
  /** What was told last; of what was told at the same time, that the lamp is on. */
  private static final Comparator<InfoWording> BY_TIME =
      Comparator.comparing(InfoWording::lastAt).thenComparing(w -> w.content().isMilOn());

  private final VehicleRegister vehicles;
  private final BigDecimal refill;

  VehicleDays(List<Vehicle> vehicles, DieselThresholds thresholds) {
    this.vehicles = new VehicleRegister(vehicles);
    this.refill = thresholds.number("refill_percent");
  }

  /**
   * The days of a vehicle, with samples or with something told.
   *
   * @param minutes of it, in order of time
   * @param told by its control unit, by day
   * @param wanted other days are left out
   */
  List<VehicleDay> of(
      String vin,
      List<DrivenMinute> minutes,
      Map<LocalDate, List<InfoWording>> told,
      DaySet wanted) {
    Map<LocalDate, List<DrivenMinute>> byDay =
        minutes.stream().collect(Collectors.groupingBy(DrivenMinute::dataDay));
    return Stream.concat(byDay.keySet().stream(), told.keySet().stream())
        .distinct()
        .filter(wanted::contains)
        .sorted()
        .map(
            day ->
                of(vin, day, byDay.getOrDefault(day, List.of()), told.getOrDefault(day, List.of())))
        .toList();
  }

  /**
   * The day of a vehicle; one that the registry lacks has one too.
   *
   * @param minutes of it, in order of time
   * @param told by the control unit that day
   */
  private VehicleDay of(
      String vin, LocalDate day, List<DrivenMinute> minutes, List<InfoWording> told) {
    MinuteSums sums = new MinuteSums(refill);
    minutes.forEach(sums::add);
    return sums.day(vin, day, vehicles.on(vin, day), lamp(told));
  }

  private static Boolean lamp(List<InfoWording> told) {
    return told.stream()
        .filter(w -> w.content().isMilOn() != null)
        .max(BY_TIME)
        .map(w -> w.content().isMilOn())
        .orElse(null);
  }
}
