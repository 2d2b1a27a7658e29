package org.dawen.source;

import java.util.List;
import org.dawen.lake.DaySet;
import org.dawen.lake.Table;
import org.dawen.registry.Mark;
import org.dawen.registry.Outlet;
import org.dawen.run.JobSpec;
import org.dawen.run.Pass;
import org.dawen.run.PassSpec;
import org.dawen.run.Reach;
import org.dawen.run.References;

/**
 * One outlet at a time: its days with substitutes for missing hours, and the days that look made
 * up.
 */
public final class OutletPass implements Pass {
  private static final long serialVersionUID = 1L;

  @Override
  public PassSpec spec() {
    Table outletHour = Table.of(OutletHour.class);
    return PassSpec.of()
        .follows(outletHour, HourOfOutlet.class, HourOfOutlet::outletCode, HourOfOutlet.ORDER)
        .looksUp(outletHour, DayOfHour.class)
        .looksUp(Outlet.class, Mark.class)
        .gives(
            JobSpec.writes(OutletDay.class)
                .follows(outletHour)
                .looksUp(Table.of(Outlet.class), Table.of(Mark.class))
                .reach(Reach.around(OutletDays.DAYS_AHEAD, Substitution.LOOKBACK_DAYS))
                .standards(Units.FACTORS))
        .gives(
            JobSpec.writes(SuspectSeries.class)
                .follows(outletHour)
                .reach(Reach.around(0, SuspectThresholds.DAYS_BACK))
                .settings(SuspectThresholds.KEYS)
                .standards(Units.FACTORS))
        .build();
  }

  @Override
  public Rule rule(References references) {
    CityDays cityDays = new CityDays();
    references.forEach(DayOfHour.class, hour -> cityDays.add(hour.dataDay()));
    OutletDays outletDays =
        new OutletDays(
            new OutletRegister(references.all(Outlet.class)),
            new MarkRegister(references.all(Mark.class)),
            cityDays.withSilentDays());
    SuspectScreening screening = new SuspectScreening(SuspectThresholds.of(references.settings()));
    DaySet days = references.days(OutletDay.class);
    DaySet screened = references.days(SuspectSeries.class);
    return (outlet, out) -> {
      List<HourOfOutlet> hours = outlet.rows(HourOfOutlet.class);
      outletDays.of(outlet.key(), hours, days).forEach(out::give);
      screening.of(hours, screened).forEach(out::give);
    };
  }
}
