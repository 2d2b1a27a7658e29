package org.dawen.source;

import java.util.List;
import org.dawen.intake.ReceivedTables;
import org.dawen.lake.Table;
import org.dawen.registry.Limit;
import org.dawen.registry.Mark;
import org.dawen.registry.Outlet;
import org.dawen.registry.RegistryTables;
import org.dawen.run.JobSpec;
import org.dawen.run.Pass;
import org.dawen.run.PassSpec;
import org.dawen.run.References;

/**
 * One device and day at a time: from packets to the hours of its outlets, those above their limits,
 * what later packets took back of these, and what is wrong with the packets.
 */
public final class PacketPass implements Pass {
  private static final long serialVersionUID = 1L;
  private static final int MOST_DAYS = 92;

  @Override
  public PassSpec spec() {
    return PassSpec.of()
        .follows(
            ReceivedTables.HJ212,
            FactorReading.class,
            r -> DeviceRegister.inCapitals(r.mn()) + " " + r.dataDay())
        .looksUp(RegistryTables.OUTLET, Outlet.class)
        .looksUp(RegistryTables.LIMIT, Limit.class)
        .looksUp(RegistryTables.MARK, Mark.class)
        .gives(
            part(
                Table.of(OutletHour.class),
                Table.of(UnknownOutlet.class),
                Table.of(PacketFinding.class)),
            OutletHour.class,
            UnknownOutlet.class,
            PacketFinding.class)
        .gives(part(Table.of(ExceedanceHour.class)), ExceedanceHour.class)
        .gives(part(Table.of(WithdrawnExceedance.class)), WithdrawnExceedance.class)
        .build();
  }

  private static JobSpec part(Table... tables) {
    return JobSpec.writes(tables)
        .follows(ReceivedTables.HJ212)
        .looksUp(RegistryTables.OUTLET, RegistryTables.LIMIT, RegistryTables.MARK)
        .settings(ClockRule.SETTINGS)
        .standards(LimitsInForce.FILE, Units.FACTORS)
        .batchDays(MOST_DAYS)
        .build();
  }

  @Override
  public Rule rule(References references) {
    List<Outlet> outlets = references.all(Outlet.class);
    PacketRules rules =
        new PacketRules(
            new DeviceRegister(outlets),
            new OutletHours(
                new LimitRegister(outlets, references.all(Limit.class)),
                new MarkRegister(references.all(Mark.class))),
            ClockRule.of(references.settings()));
    return (deviceDay, out) -> rules.compute(deviceDay.rows(FactorReading.class), out::give);
  }
}
