package org.dawen.diesel;

import java.util.ArrayList;
import java.util.List;
import org.dawen.registry.County;
import org.dawen.registry.Machine;
import org.dawen.registry.OldTruck;
import org.dawen.registry.RetirementTarget;
import org.dawen.run.JobSpec;
import org.dawen.run.Pass;
import org.dawen.run.PassSpec;
import org.dawen.run.Reach;
import org.dawen.run.References;
import org.dawen.standard.EmissionStage;

/** All retirements together: how many by county and month, against the targets. */
public final class RetirementPass implements Pass {
  private static final long serialVersionUID = 1L;

  @Override
  public PassSpec spec() {
    return PassSpec.of()
        .follows(Machine.class, m -> "")
        .follows(OldTruck.class, t -> "")
        .looksUp(County.class, RetirementTarget.class)
        .gives(
            JobSpec.writes(RetirementMonth.class)
                .reach(Reach.fromMonthOn())
                .standards(EmissionStage.FILE)
                .batchDays(Integer.MAX_VALUE))
        .build();
  }

  @Override
  public Rule rule(References references) {
    RetirementMonths months =
        new RetirementMonths(references.all(County.class), references.all(RetirementTarget.class));
    return (all, out) -> {
      List<Retirement> retirements = new ArrayList<>();
      all.rows(Machine.class).forEach(m -> retirements.add(Retirement.of(m)));
      all.rows(OldTruck.class).forEach(t -> retirements.add(Retirement.of(t)));
      months.of(retirements).forEach(out::give);
    };
  }
}
