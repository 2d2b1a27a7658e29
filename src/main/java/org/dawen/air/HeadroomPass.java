package org.dawen.air;

import java.util.Comparator;
import org.dawen.lake.Table;
import org.dawen.registry.Target;
import org.dawen.run.JobSpec;
import org.dawen.run.Pass;
import org.dawen.run.PassSpec;
import org.dawen.run.Reach;
import org.dawen.run.References;

/** One kind of areas at a time: what the rest of each period may cost, day by day. */
public final class HeadroomPass implements Pass {
  private static final long serialVersionUID = 1L;

  @Override
  public PassSpec spec() {
    Table areaDay = Table.of(AreaDay.class);
    return PassSpec.of()
        .follows(
            areaDay,
            AreaDayFigures.class,
            d -> d.areaKind().toString(),
            Comparator.comparing(AreaDayFigures::dataDay).thenComparing(AreaDayFigures::areaCode))
        .looksUp(Target.class)
        .gives(
            JobSpec.writes(HeadroomDay.class)
                .reach(Reach.restOfYear())
                .settings(RulesAsOf.SETTING)
                .standards("air_limits.csv", "aqi_reporting.csv", "composite_index.csv"))
        .build();
  }

  @Override
  public Rule rule(References references) {
    Goals goals =
        new Goals(
            references.all(Target.class),
            RulesAsOf.of(references.settings().text(RulesAsOf.SETTING)));
    return (kind, out) ->
        goals
            .of(kind.rows(AreaDayFigures.class), references.days(HeadroomDay.class))
            .forEach(out::give);
  }
}
