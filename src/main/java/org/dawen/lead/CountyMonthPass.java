package org.dawen.lead;

import java.time.LocalDate;
import java.util.List;
import org.dawen.lake.Table;
import org.dawen.lead.Enterprises.MeterEnterprise;
import org.dawen.lead.Enterprises.OutletEnterprise;
import org.dawen.lead.Enterprises.OwnedVehicle;
import org.dawen.registry.EnforcementCase;
import org.dawen.registry.Inspection;
import org.dawen.registry.Meter;
import org.dawen.registry.Outlet;
import org.dawen.registry.Vehicle;
import org.dawen.registry.WorkOrder;
import org.dawen.run.JobSpec;
import org.dawen.run.Pass;
import org.dawen.run.PassSpec;
import org.dawen.run.Reach;
import org.dawen.run.References;
import org.dawen.run.Settings;

/** Closure rate and off-site share of the months with evidence, cases or checks. */
public final class CountyMonthPass implements Pass {
  private static final long serialVersionUID = 1L;
  private static final String DUE_WITHIN = "lead.due_within_days";
  private static final String TARGET = "lead.off_site_target_percent";

  @Override
  public PassSpec spec() {
    Table evidence = Table.of(LeadEvidence.class);
    return PassSpec.of()
        .followsWhole(evidence, EvidenceDay.class)
        .looksUp(WorkOrder.class, EnforcementCase.class, Inspection.class)
        .looksUp(Table.of(Outlet.class), OutletEnterprise.class)
        .looksUp(Table.of(Meter.class), MeterEnterprise.class)
        .looksUp(Table.of(Vehicle.class), OwnedVehicle.class)
        .gives(
            JobSpec.writes(CountyMonth.class)
                .reach(Reach.wholeMonth())
                .settings(DUE_WITHIN, TARGET))
        .build();
  }

  @Override
  public Rule rule(References references) {
    Settings settings = references.settings().withoutNegative(List.of(DUE_WITHIN, TARGET));
    // The county of an owner known by retired machines alone may change with any day: it stays ?.
    CountyMonths months =
        new CountyMonths(
            new Enterprises(
                references.all(OutletEnterprise.class),
                references.all(MeterEnterprise.class),
                references.all(OwnedVehicle.class),
                List.of()),
            settings.whole(DUE_WITHIN),
            settings.decimal(TARGET));
    return (all, out) ->
        months
            .of(
                references.all(WorkOrder.class),
                references.all(EnforcementCase.class),
                references.all(Inspection.class),
                references.days(CountyMonth.class))
            .forEach(out::give);
  }

  /** A day with evidence, from {@code lead.evidence}. */
  record EvidenceDay(LocalDate dataDay) {}
}
