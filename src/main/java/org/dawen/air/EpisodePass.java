package org.dawen.air;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dawen.lake.Table;
import org.dawen.run.JobSpec;
import org.dawen.run.Pass;
import org.dawen.run.PassSpec;
import org.dawen.run.Reach;
import org.dawen.run.References;

/** One area and year at a time: its episodes of polluted days. */
public final class EpisodePass implements Pass {
  private static final long serialVersionUID = 1L;
  private static final int POLLUTED_ABOVE = 100;

  @Override
  public PassSpec spec() {
    Table areaDay = Table.of(AreaDay.class);
    return PassSpec.of()
        .follows(
            areaDay,
            AreaDayFigures.class,
            d -> d.areaKind() + " " + d.areaCode() + " " + d.dataDay().getYear(),
            Comparator.comparing(AreaDayFigures::dataDay))
        .gives(JobSpec.writes(Episode.class).reach(Reach.wholeYear()))
        .build();
  }

  @Override
  public Rule rule(References references) {
    return (area, out) -> episodes(area.rows(AreaDayFigures.class)).forEach(out::give);
  }

  /** The episodes of an area's days of one year, in order. */
  static List<Episode> episodes(List<AreaDayFigures> days) {
    List<Episode> episodes = new ArrayList<>();
    List<AreaDayFigures> run = new ArrayList<>();
    for (AreaDayFigures day : days) {
      if (day.aqiPublished() == null || day.aqiPublished() <= POLLUTED_ABOVE) {
        continue;
      }
      if (!run.isEmpty() && !run.get(run.size() - 1).dataDay().plusDays(1).equals(day.dataDay())) {
        episodes.add(Episode.of(run));
        run.clear();
      }
      run.add(day);
    }
    if (!run.isEmpty()) {
      episodes.add(Episode.of(run));
    }
    return episodes;
  }
}
