package org.dawen.power;

import java.time.LocalDate;
import java.util.List;
import org.dawen.lake.DaySet;
import org.dawen.lake.Table;
import org.dawen.power.EnterpriseAreas.OutletSite;
import org.dawen.power.PlanMeters.DayEnergies;
import org.dawen.power.PlanMeters.RunningInterval;
import org.dawen.registry.Alert;
import org.dawen.registry.County;
import org.dawen.registry.Holiday;
import org.dawen.registry.Meter;
import org.dawen.registry.Outlet;
import org.dawen.registry.ResponsePlan;
import org.dawen.run.JobSpec;
import org.dawen.run.Pass;
import org.dawen.run.PassSpec;
import org.dawen.run.Reach;
import org.dawen.run.References;

/** One enterprise with a plan at a time: how it answered alerts. A plan may name any meter. */
public final class ResponsePass implements Pass {
  private static final long serialVersionUID = 1L;

  @Override
  public PassSpec spec() {
    Table day = Table.of(MeterDay.class);
    Table interval = Table.of(MeterInterval.class);
    return PassSpec.of()
        .follows(ResponsePlan.class, ResponsePlan::enterpriseCode)
        .looksUp(Alert.class, Holiday.class, Meter.class)
        .looksUp(Table.of(Outlet.class), OutletSite.class)
        .looksUp(County.class, ResponsePlan.class)
        .looksUp(day, DayEnergies.class)
        .looksUp(interval, RunningInterval.class)
        .gives(
            JobSpec.writes(ResponseDay.class)
                .follows(Reach.around(0, ComparedHours.BASELINE_DAYS), day)
                .settings(ResponseThresholds.KEYS)
                .batchDays(186))
        .build();
  }

  /** Most days are under no alert; for those no meter is read. */
  @Override
  public DaySet concerned(DaySet due, References references) {
    return due.intersect(AlertSpan.days(references.all(Alert.class)));
  }

  @Override
  public Rule rule(References references) {
    ResponseThresholds thresholds = ResponseThresholds.of(references.settings());
    Responses responses = Responses.of(references, thresholds);
    PlanMeters meters = PlanMeters.of(references, thresholds);
    List<LocalDate> days =
        meters.delivered().stream().filter(references.days(ResponseDay.class)::contains).toList();
    return (enterprise, out) ->
        days.forEach(
            day ->
                responses
                    .of(enterprise.key(), day, enterprise.rows(ResponsePlan.class), meters)
                    .forEach(out::give));
  }
}
