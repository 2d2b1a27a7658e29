package org.dawen.source;

import java.util.List;
import org.dawen.intake.ReceivedHj212;
import org.dawen.lake.Table;
import org.dawen.registry.Limit;
import org.dawen.registry.Mark;
import org.dawen.registry.Outlet;
import org.dawen.run.JobSpec;
import org.dawen.run.Pass;
import org.dawen.run.PassSpec;
import org.dawen.run.References;
import org.dawen.source.PacketRules.DeviceRegister;

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
            Table.of(ReceivedHj212.class),
            PacketReading.class,
            r -> DeviceRegister.inCapitals(r.mn()) + " " + r.dataDay())
        .looksUp(Outlet.class, Limit.class, Mark.class)
        .gives(part(JobSpec.writes(OutletHour.class, UnknownOutlet.class, PacketFinding.class)))
        .gives(part(JobSpec.writes(ExceedanceHour.class)))
        .gives(part(JobSpec.writes(WithdrawnExceedance.class)))
        .build();
  }

  private static JobSpec.Builder part(JobSpec.Builder of) {
    return of.settings(ClockRule.SETTINGS)
        .standards(LimitsInForce.FILE, Units.FACTORS)
        .batchDays(MOST_DAYS);
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
    return (deviceDay, out) -> rules.compute(deviceDay.rows(PacketReading.class), out::give);
  }
}
