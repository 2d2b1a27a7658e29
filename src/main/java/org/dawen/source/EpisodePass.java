package org.dawen.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dawen.lake.Table;
import org.dawen.run.JobSpec;
import org.dawen.run.Pass;
import org.dawen.run.PassSpec;
import org.dawen.run.Reach;
import org.dawen.run.References;

/** One outlet and pollutant at a time: the runs of its exceeding hours. */
public final class EpisodePass implements Pass {
  private static final long serialVersionUID = 1L;

  /** Exceeding hours are few: all days at once. */
  private static final int ANY_NUMBER_OF_DAYS = 100_000;

  @Override
  public PassSpec spec() {
    Table exceedanceHour = Table.of(ExceedanceHour.class);
    return PassSpec.of()
        .follows(
            exceedanceHour,
            ExceedanceHour.class,
            h -> h.outletCode() + " " + h.pollutantCode(),
            Comparator.comparing(ExceedanceHour::hourStart))
        .gives(
            JobSpec.writes(ExceedanceEpisode.class)
                .reach(Reach.dayBeforeAndEverAfter())
                .batchDays(ANY_NUMBER_OF_DAYS))
        .build();
  }

  @Override
  public Rule rule(References references) {
    return (series, out) -> episodes(series.rows(ExceedanceHour.class)).forEach(out::give);
  }

  /**
   * The episodes of exceeding hours in order. An hour that cannot be judged neither counts nor ends
   * one; two in a row end it; an hour that complies ends it. Our definition.
   */
  static List<ExceedanceEpisode> episodes(List<ExceedanceHour> hours) {
    List<ExceedanceEpisode> episodes = new ArrayList<>();
    List<ExceedanceHour> run = new ArrayList<>();
    for (ExceedanceHour hour : hours) {
      if (!run.isEmpty() && !goesOn(run.get(run.size() - 1), hour)) {
        episodes.add(ExceedanceEpisode.of(run));
        run.clear();
      }
      run.add(hour);
    }
    if (!run.isEmpty()) {
      episodes.add(ExceedanceEpisode.of(run));
    }
    return episodes;
  }

  private static boolean goesOn(ExceedanceHour last, ExceedanceHour hour) {
    boolean hourBetweenComplies =
        hour.previousHourComplies() != null
            ? hour.previousHourComplies()
            : Boolean.TRUE.equals(last.nextHourComplies());
    return last.hourStart().plusHours(1).equals(hour.hourStart())
        || last.hourStart().plusHours(2).equals(hour.hourStart()) && !hourBetweenComplies;
  }
}
