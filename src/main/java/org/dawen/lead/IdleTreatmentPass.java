package org.dawen.lead;

import org.dawen.lead.IdleTreatments.FacilityDay;
import org.dawen.lead.IdleTreatments.RemovedHour;
import org.dawen.power.PowerTables;
import org.dawen.run.JobSpec;
import org.dawen.run.Pass;
import org.dawen.run.PassSpec;
import org.dawen.run.References;
import org.dawen.source.SourceTables;

/** One enterprise at a time: treatment facilities that draw current and remove nothing. */
public final class IdleTreatmentPass implements Pass {
  private static final long serialVersionUID = 1L;
  private static final int BATCH_DAYS = 186;

  @Override
  public PassSpec spec() {
    return PassSpec.of()
        .follows(SourceTables.REMOVAL_HOUR, RemovedHour.class, RemovedHour::enterpriseOfFacility)
        .follows(PowerTables.METER_DAY, FacilityDay.class, FacilityDay::enterpriseOfTreatment)
        .gives(
            JobSpec.writes(IdleTreatment.class).settings(IdleTreatments.KEYS).batchDays(BATCH_DAYS))
        .build();
  }

  @Override
  public Rule rule(References references) {
    IdleTreatments rule = new IdleTreatments(references.settings());
    return (enterprise, out) ->
        rule.of(enterprise.rows(RemovedHour.class), enterprise.rows(FacilityDay.class))
            .forEach(out::give);
  }
}
