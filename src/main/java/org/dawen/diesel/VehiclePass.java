package org.dawen.diesel;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.dawen.diesel.InfoWordings.ReceivedInfo;
import org.dawen.intake.ObdTables;
import org.dawen.lake.DaySet;
import org.dawen.lake.Table;
import org.dawen.registry.Vehicle;
import org.dawen.run.JobSpec;
import org.dawen.run.Pass;
import org.dawen.run.PassSpec;
import org.dawen.run.References;

/** One vehicle at a time: what its control unit told, and what it did on each day. */
public final class VehiclePass implements Pass {
  private static final long serialVersionUID = 1L;

  @Override
  public PassSpec spec() {
    return PassSpec.of()
        .follows(
            DieselTables.VEHICLE_MINUTE,
            DrivenMinute.class,
            DrivenMinute::vin,
            Comparator.comparing(DrivenMinute::minuteStart))
        .follows(ObdTables.OBD_INFO, ReceivedInfo.class, ReceivedInfo::vin)
        .looksUp(Vehicle.class)
        .gives(JobSpec.writes(InfoWording.class).follows(ObdTables.OBD_INFO))
        .gives(
            JobSpec.writes(VehicleDay.class)
                .follows(DieselTables.VEHICLE_MINUTE, ObdTables.OBD_INFO)
                .looksUp(Table.of(Vehicle.class))
                .settings(DieselThresholds.REFILL_PERCENT)
                .batchDays(31))
        .build();
  }

  @Override
  public Rule rule(References references) {
    DaySet wanted = references.days(VehicleDay.class);
    VehicleDays vehicleDays =
        new VehicleDays(
            references.all(Vehicle.class),
            DieselThresholds.of(references.settings(), DieselThresholds.REFILL_PERCENT));
    return (vehicle, out) -> {
      Map<LocalDate, List<InfoWording>> told = InfoWordings.byDay(vehicle.rows(ReceivedInfo.class));
      told.values().forEach(wordings -> wordings.forEach(out::give));
      vehicleDays
          .of(vehicle.key(), vehicle.rows(DrivenMinute.class), told, wanted)
          .forEach(out::give);
    };
  }
}
