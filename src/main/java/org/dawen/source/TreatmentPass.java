package org.dawen.source;

import java.util.List;
import org.dawen.lake.DaySet;
import org.dawen.lake.Table;
import org.dawen.registry.TreatmentLink;
import org.dawen.run.JobSpec;
import org.dawen.run.Pass;
import org.dawen.run.PassSpec;
import org.dawen.run.References;
import org.dawen.standard.SlipLimit;

/**
 * The outlets that treatment links name together, one group at a time: what their facilities
 * remove, how much ammonia they let slip, and which days trip a screening rule.
 */
public final class TreatmentPass implements Pass {
  private static final long serialVersionUID = 1L;
  private static final int MOST_DAYS = 92;

  @Override
  public PassSpec spec() {
    return PassSpec.of()
        .followsByRegistry(
            Table.of(OutletHour.class),
            TreatedHour.class,
            references -> register(references)::groupOf)
        .looksUp(TreatmentLink.class)
        .gives(
            JobSpec.writes(
                    RemovalHour.class,
                    RemovalDay.class,
                    AmmoniaSlipHour.class,
                    TreatmentFinding.class)
                .settings(TreatmentThresholds.KEYS)
                .standards(Units.FACTORS, SlipLimit.FILE)
                .batchDays(MOST_DAYS))
        .build();
  }

  private static TreatmentRegister register(References references) {
    return new TreatmentRegister(references.all(TreatmentLink.class));
  }

  /** The days on which any link holds: a city without treatment links reads no hour for them. */
  @Override
  public DaySet concerned(DaySet due, References references) {
    return due.intersect(TreatmentRegister.days(references.all(TreatmentLink.class)));
  }

  @Override
  public Rule rule(References references) {
    TreatmentDays days =
        new TreatmentDays(register(references), TreatmentThresholds.of(references.settings()));
    return (group, out) -> {
      List<TreatedHour> hours = group.rows(TreatedHour.class);
      days.of(group.key(), hours, out::give);
    };
  }
}
