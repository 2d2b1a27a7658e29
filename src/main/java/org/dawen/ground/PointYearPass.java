package org.dawen.ground;

import org.dawen.registry.GroundPoint;
import org.dawen.run.JobSpec;
import org.dawen.run.Pass;
import org.dawen.run.PassSpec;
import org.dawen.run.Reach;
import org.dawen.run.References;
import org.dawen.standard.GroundLimit;
import org.dawen.standard.GroundRule;

/** One point of ground water at a time: its years, each against the year before. */
public final class PointYearPass implements Pass {
  private static final long serialVersionUID = 1L;

  @Override
  public PassSpec spec() {
    return PassSpec.of()
        .follows(SampleItem.class, SampleItem::pointCode)
        .looksUp(GroundPoint.class)
        .gives(
            JobSpec.writes(PointYear.class)
                .reach(Reach.wholeYear().then(Reach.sameDayNextYear()))
                .standards(GroundLimit.FILE, GroundRule.FILE))
        .build();
  }

  @Override
  public Rule rule(References references) {
    PointYears years = new PointYears(new GroundRegister(references.all(GroundPoint.class)));
    return (point, out) -> years.of(point.key(), point.rows(SampleItem.class)).forEach(out::give);
  }
}
