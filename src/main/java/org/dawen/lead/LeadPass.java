package org.dawen.lead;

import java.util.Comparator;
import org.dawen.diesel.DieselTables;
import org.dawen.lake.Table;
import org.dawen.lead.Enterprises.MeterEnterprise;
import org.dawen.lead.Enterprises.OutletEnterprise;
import org.dawen.lead.Enterprises.OwnedVehicle;
import org.dawen.lead.Enterprises.RetiringOwner;
import org.dawen.registry.Meter;
import org.dawen.registry.Outlet;
import org.dawen.registry.Vehicle;
import org.dawen.registry.WorkOrder;
import org.dawen.run.JobSpec;
import org.dawen.run.Pass;
import org.dawen.run.PassSpec;
import org.dawen.run.Reach;
import org.dawen.run.References;

/**
 * One enterprise and matter at a time: its leads. Evidence hangs together over an unknown number of
 * days, so all days come together.
 */
public final class LeadPass implements Pass {
  private static final long serialVersionUID = 1L;

  @Override
  public PassSpec spec() {
    Table evidence = Table.of(LeadEvidence.class);
    return PassSpec.of()
        .follows(
            evidence,
            LeadEvidence.class,
            e -> e.matter() + " " + e.enterpriseCode(),
            Comparator.comparing(LeadEvidence::dataDay))
        .looksUp(WorkOrder.class)
        .looksUp(Table.of(Outlet.class), OutletEnterprise.class)
        .looksUp(Table.of(Meter.class), MeterEnterprise.class)
        .looksUp(Table.of(Vehicle.class), OwnedVehicle.class)
        .looksUp(DieselTables.DOUBTFUL_RETIREMENT, RetiringOwner.class)
        .gives(
            JobSpec.writes(Lead.class)
                .follows(Reach.allDays(), evidence, DieselTables.DOUBTFUL_RETIREMENT)
                .settings(LeadSettings.keys())
                .batchDays(Integer.MAX_VALUE))
        .build();
  }

  @Override
  public Rule rule(References references) {
    Leads leads =
        new Leads(
            references.all(WorkOrder.class),
            new Enterprises(
                references.all(OutletEnterprise.class),
                references.all(MeterEnterprise.class),
                references.all(OwnedVehicle.class),
                references.all(RetiringOwner.class)),
            LeadSettings.of(references.settings()));
    return (matter, out) -> leads.of(matter.rows(LeadEvidence.class)).forEach(out::give);
  }
}
