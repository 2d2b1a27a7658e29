package org.dawen.noise;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dawen.lake.Table;
import org.dawen.registry.County;
import org.dawen.registry.NoisePoint;
import org.dawen.run.JobSpec;
import org.dawen.run.Pass;
import org.dawen.run.PassSpec;
import org.dawen.run.Reach;
import org.dawen.run.References;

/** All noise points together: their months and those of the zones. */
public final class ZonePass implements Pass {
  private static final long serialVersionUID = 1L;

  @Override
  public PassSpec spec() {
    return PassSpec.of()
        .followsWhole(Table.of(PointDay.class), PointDay.class)
        .looksUp(NoisePoint.class, County.class)
        .gives(
            JobSpec.writes(PointMonth.class, ZoneMonth.class)
                .reach(Reach.wholeMonth())
                .standards(NoiseTables.STANDARDS))
        .build();
  }

  @Override
  public Rule rule(References references) {
    ZoneMonths months =
        new ZoneMonths(references.all(NoisePoint.class), references.all(County.class));
    return (all, out) -> {
      TreeMap<LocalDate, List<PointDay>> byMonth =
          all.rows(PointDay.class).stream()
              .filter(PointDay::isJudging)
              .collect(
                  Collectors.groupingBy(
                      d -> d.dataDay().withDayOfMonth(1), TreeMap::new, Collectors.toList()));
      byMonth.forEach(
          (month, days) -> {
            ZoneMonths.Rows rows = months.of(month, days);
            rows.points().forEach(out::give);
            rows.zones().forEach(out::give);
          });
    };
  }
}
