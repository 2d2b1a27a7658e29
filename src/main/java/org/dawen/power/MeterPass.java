package org.dawen.power;

import java.util.Locale;
import org.dawen.intake.PacketParameters;
import org.dawen.intake.ReceivedPower;
import org.dawen.intake.ReceivedPowerPacket;
import org.dawen.lake.Table;
import org.dawen.power.MeterReadings.MeterReading;
import org.dawen.power.PacketReadings.PacketValue;
import org.dawen.registry.Meter;
import org.dawen.registry.MeterChange;
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
        .follows(Table.of(ReceivedPower.class), MeterReading.class, r -> key(r.meterCode()))
        .follows(
            Table.of(ReceivedPowerPacket.class),
            PacketValue.class,
            v -> v.isOfMeter() ? key(v.meterCode(v.mn())) : null)
        .follows(MeterChange.class, c -> key(c.meterCode()))
        .looksUp(Meter.class)
        .gives(
            JobSpec.writes(MeterInterval.class, UnknownMeter.class)
                .follows(
                    Reach.around(0, 1),
                    Table.of(ReceivedPower.class),
                    Table.of(ReceivedPowerPacket.class))
                .settings(PowerThresholds.KEYS)
                .settings(PacketParameters.KEYS)
                .batchDays(31))
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
