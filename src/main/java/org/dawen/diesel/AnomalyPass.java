package org.dawen.diesel;

import java.util.Comparator;
import org.dawen.diesel.InfoScreen.ToldInfo;
import org.dawen.lake.Table;
import org.dawen.registry.Vehicle;
import org.dawen.run.JobSpec;
import org.dawen.run.Pass;
import org.dawen.run.PassSpec;
import org.dawen.run.Reach;
import org.dawen.run.References;

/** One vehicle at a time: its anomalies by the minutes of a day and by the 30 days before. */
public final class AnomalyPass implements Pass {
  private static final long serialVersionUID = 1L;

  @Override
  public PassSpec spec() {
    Table vehicleDay = Table.of(VehicleDay.class);
    Table wording = Table.of(InfoWording.class);
    return PassSpec.of()
        .follows(
            DieselTables.VEHICLE_MINUTE,
            ScreenedMinute.class,
            ScreenedMinute::vin,
            Comparator.comparing(ScreenedMinute::minuteStart))
        .follows(
            vehicleDay,
            ScreenedDay.class,
            ScreenedDay::vin,
            Comparator.comparing(ScreenedDay::dataDay))
        .follows(
            wording,
            ToldInfo.class,
            ToldInfo::vin,
            Comparator.comparing(ToldInfo::dataDay).thenComparingInt(ToldInfo::wordingNo))
        .looksUp(Vehicle.class)
        .gives(
            JobSpec.writes(Anomaly.class)
                .follows(Reach.sameDay(), DieselTables.VEHICLE_MINUTE)
                .follows(Reach.andNextDays(DieselThresholds.DAYS_BACK), vehicleDay, wording)
                .settings(DieselThresholds.ANOMALY_KEYS)
                .batchDays(31))
        .build();
  }

  @Override
  public Rule rule(References references) {
    Screening screening =
        new Screening(
            DieselThresholds.of(references.settings(), DieselThresholds.ANOMALY_KEYS),
            references.all(Vehicle.class),
            references.days(Anomaly.class));
    return (vehicle, out) ->
        screening
            .of(
                vehicle.key(),
                vehicle.rows(ScreenedMinute.class),
                vehicle.rows(ScreenedDay.class),
                vehicle.rows(ToldInfo.class))
            .forEach(out::give);
  }
}
