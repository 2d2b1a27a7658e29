package org.dawen.diesel;

import java.util.Comparator;
import org.dawen.intake.ObdHour;
import org.dawen.intake.ObdTables;
import org.dawen.intake.obd.ObdOverlap;
import org.dawen.lake.Table;
import org.dawen.run.JobSpec;
import org.dawen.run.Pass;
import org.dawen.run.PassSpec;
import org.dawen.run.References;

/** One vehicle at a time: whole minutes from the parts that came. */
public final class VehicleMinutePass implements Pass {
  private static final long serialVersionUID = 1L;

  @Override
  public PassSpec spec() {
    Table overlap = Table.of(ObdOverlap.class);
    return PassSpec.of()
        .follows(
            ObdTables.OBD_HOUR,
            ObdHour.Figures.class,
            ObdHour.Figures::vin,
            Comparator.comparing(ObdHour.Figures::hourStart))
        .follows(overlap, ObdOverlap.class, ObdOverlap::vin)
        .gives(
            JobSpec.writes(VehicleMinute.class)
                .settings(DieselThresholds.TRIP_GAP_SECONDS)
                .batchDays(7))
        .build();
  }

  @Override
  public Rule rule(References references) {
    VehicleMinutes minutes =
        new VehicleMinutes(references.settings().whole(DieselThresholds.TRIP_GAP_SECONDS));
    return (vehicle, out) ->
        minutes.of(
            vehicle.key(),
            vehicle.rows(ObdHour.Figures.class),
            vehicle.rows(ObdOverlap.class),
            out::give);
  }
}
