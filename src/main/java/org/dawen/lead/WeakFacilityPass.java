package org.dawen.lead;

import java.util.ArrayList;
import java.util.List;
import org.dawen.lake.Table;
import org.dawen.lead.WeakFacilities.FoundDay;
import org.dawen.run.JobSpec;
import org.dawen.run.Pass;
import org.dawen.run.PassSpec;
import org.dawen.run.Reach;
import org.dawen.run.References;
import org.dawen.source.SourceTables;

/**
 * One outlet at a time: how long its treatment has been of low efficiency. Findings hang together
 * over an unknown number of days, so all days come together.
 */
public final class WeakFacilityPass implements Pass {
  private static final long serialVersionUID = 1L;

  @Override
  public PassSpec spec() {
    Table idle = Table.of(IdleTreatment.class);
    return PassSpec.of()
        .follows(SourceTables.TREATMENT_FINDING, FoundDay.class, FoundDay::outletCode)
        .follows(idle, IdleTreatment.class, IdleTreatment::outletCode)
        .gives(
            JobSpec.writes(WeakFacility.class)
                .follows(Reach.allDays(), SourceTables.TREATMENT_FINDING, idle)
                .settings(LeadSettings.CONTINUES)
                .batchDays(Integer.MAX_VALUE))
        .build();
  }

  @Override
  public Rule rule(References references) {
    WeakFacilities rule =
        new WeakFacilities(
            references
                .settings()
                .withoutNegative(List.of(LeadSettings.CONTINUES))
                .whole(LeadSettings.CONTINUES));
    return (outlet, out) -> {
      List<FoundDay> found = new ArrayList<>(outlet.rows(FoundDay.class));
      outlet.rows(IdleTreatment.class).forEach(i -> found.add(FoundDay.of(i)));
      rule.of(found).forEach(out::give);
    };
  }
}
