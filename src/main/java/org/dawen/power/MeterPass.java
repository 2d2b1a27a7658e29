package org.dawen.power;

import java.util.Locale;
import org.dawen.intake.ReceivedTables;
import org.dawen.lake.Table;
import org.dawen.registry.Meter;
import org.dawen.registry.MeterChange;
import org.dawen.registry.RegistryTables;
import org.dawen.run.JobSpec;
import org.dawen.run.Pass;
import org.dawen.run.PassSpec;
import org.dawen.run.Reach;
import org.dawen.run.References;

/** One meter at a time: its intervals, and the days on which the registry lacks it. */
public final class MeterPass implements Pass {
  private static final long serialVersionUID = 1L;

  @Override
  public PassSpec spec() {
    return PassSpec.of()
        .follows(ReceivedTables.POWER, MeterReading.class, r -> key(r.meterCode()))
        .follows(
            ReceivedTables.POWER_PACKET,
            PacketValue.class,
            v -> v.isOfMeter() ? key(v.meterCode(v.mn())) : null)
        .follows(RegistryTables.METER_CHANGE, MeterChange.class, c -> key(c.meterCode()))
        .looksUp(RegistryTables.METER, Meter.class)
        .gives(
            JobSpec.writes(Table.of(MeterInterval.class), Table.of(UnknownMeter.class))
                .follows(Reach.around(0, 1), ReceivedTables.POWER, ReceivedTables.POWER_PACKET)
                .looksUp(RegistryTables.METER, RegistryTables.METER_CHANGE)
                .settings(PowerThresholds.KEYS)
                .settings(PacketParameters.KEYS)
                .batchDays(31)
                .build(),
            MeterInterval.class,
            UnknownMeter.class)
        .build();
  }

  /** Packets name their device in any case. */
  private static String key(String meterCode) {
    return meterCode.toUpperCase(Locale.ROOT);
  }

  @Override
  public Rule rule(References references) {
    MeterRule meters =
        new MeterRule(
            new RegisteredMeters(references.all(Meter.class)),
            PacketParameters.of(references.settings()),
            PowerThresholds.of(references.settings()));
    return (entity, out) ->
        meters.compute(
            entity.rows(MeterReading.class),
            entity.rows(PacketValue.class),
            entity.rows(MeterChange.class),
            references.days(MeterInterval.class),
            out);
  }
}
