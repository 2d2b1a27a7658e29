package org.dawen.air;

import java.time.LocalDate;
import java.util.List;
import org.dawen.air.Profiles.HourOfStation;
import org.dawen.lake.Table;
import org.dawen.registry.Station;
import org.dawen.run.JobSpec;
import org.dawen.run.Pass;
import org.dawen.run.PassSpec;
import org.dawen.run.Reach;
import org.dawen.run.References;

/** One month at a time: profiles of the day and of the week of stations and areas. */
public final class ProfilePass implements Pass {
  private static final long serialVersionUID = 1L;

  @Override
  public PassSpec spec() {
    Table hours = Table.of(StationHour.class);
    return PassSpec.of()
        .follows(hours, HourOfStation.class, h -> h.dataDay().withDayOfMonth(1).toString())
        .looksUp(Station.class)
        .gives(JobSpec.writes(ProfileMonth.class).reach(Reach.wholeMonth()))
        .build();
  }

  @Override
  public Rule rule(References references) {
    StationRegister stations = new StationRegister(references.all(Station.class), List.of());
    return (month, out) ->
        Profiles.of(LocalDate.parse(month.key()), month.rows(HourOfStation.class), stations)
            .forEach(out::give);
  }
}
