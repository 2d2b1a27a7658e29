package org.dawen.air;

import org.dawen.air.Rankings.AreaMonthIndex;
import org.dawen.lake.Table;
import org.dawen.run.JobSpec;
import org.dawen.run.Pass;
import org.dawen.run.PassSpec;
import org.dawen.run.Reach;
import org.dawen.run.References;

/** One kind of areas and month of the year at a time: the ranks of the areas. */
public final class RankingPass implements Pass {
  private static final long serialVersionUID = 1L;

  @Override
  public PassSpec spec() {
    return PassSpec.of()
        .follows(
            Table.of(AreaMonth.class),
            AreaMonthIndex.class,
            m ->
                "%s %s %s %02d"
                    .formatted(
                        m.areaKind(), m.periodKind(), m.dust(), m.monthStart().getMonthValue()))
        .gives(
            JobSpec.writes(RankingMonth.class)
                .reach(Reach.sameDayNextYear())
                .settings(RulesAsOf.SETTING)
                .standards("air_limits.csv", "aqi_reporting.csv", "composite_index.csv"))
        .build();
  }

  @Override
  public Rule rule(References references) {
    Rankings rankings = new Rankings(RulesAsOf.of(references.settings().text(RulesAsOf.SETTING)));
    return (group, out) -> rankings.of(group.rows(AreaMonthIndex.class)).forEach(out::give);
  }
}
