package org.dawen.diesel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dawen.diesel.Retirement.SubjectKind;
import org.dawen.lake.Table;
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

/**
 * All retirements together: how many by county and month, against the targets. A machine counts on
 * its first day wherever its rows are, and the months of a year end where its retirements end, so
 * that all months come together.
 */
public final class RetirementPass implements Pass {
  private static final long serialVersionUID = 1L;

  @Override
  public PassSpec spec() {
    return PassSpec.of()
        .follows(Machine.class, m -> "")
        .follows(OldTruck.class, t -> "")
        .follows(Table.of(DoubtfulRetirement.class), Doubted.class, d -> "")
        .looksUp(County.class, RetirementTarget.class)
        .gives(
            JobSpec.writes(RetirementMonth.class)
                .reach(Reach.monthsOfHistory())
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
      Set<String> doubted = new HashSet<>();
      all.rows(Doubted.class).forEach(d -> doubted.add(d.key()));
      months.of(retirements, doubted).forEach(out::give);
    };
  }

  /** A machine or truck whose retirement is doubted, from {@code diesel.doubtful_retirement}. */
  record Doubted(String subjectKind, String subjectCode, LocalDate dataDay) {
    String key() {
      return Retirement.keyOf(
          SubjectKind.valueOf(subjectKind.toUpperCase(Locale.ROOT)), subjectCode);
    }
  }
}
