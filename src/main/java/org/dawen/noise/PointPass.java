package org.dawen.noise;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.dawen.intake.ReceivedNoise;
import org.dawen.intake.ReceivedNoisePacket;
import org.dawen.intake.ReceivedWeather;
import org.dawen.lake.Table;
import org.dawen.registry.NoisePoint;
import org.dawen.run.Entity;
import org.dawen.run.JobSpec;
import org.dawen.run.Pass;
import org.dawen.run.PassSpec;
import org.dawen.run.Reach;
import org.dawen.run.References;

/** One noise point at a time: its hours, its days with both nights, what exceeds. */
public final class PointPass implements Pass {
  private static final long serialVersionUID = 1L;

  /** A night may end on the next date. */
  private static final Reach WITH_THE_DAY_BEFORE = Reach.around(1, 0);

  @Override
  public PassSpec spec() {
    return PassSpec.of()
        .follows(ReceivedNoise.class, ReceivedNoise::pointCode)
        .followsByRegistry(
            Table.of(ReceivedNoisePacket.class), LevelPacket.class, PointPass::pointOfPacket)
        .looksUp(NoisePoint.class, ReceivedWeather.class)
        .gives(JobSpec.writes(PointHour.class).standards(NoiseTables.STANDARDS))
        .gives(
            JobSpec.writes(PointDay.class, NoiseExceedance.class)
                .reach(WITH_THE_DAY_BEFORE)
                .standards(NoiseTables.STANDARDS))
        .build();
  }

  private static Function<LevelPacket, String> pointOfPacket(References references) {
    PointRegister register = new PointRegister(references.all(NoisePoint.class));
    return packet -> register.codeOfDevice(packet.mn(), packet.dataDay());
  }

  @Override
  public Rule rule(References references) {
    PointRegister register = new PointRegister(references.all(NoisePoint.class));
    PointHours pointHours =
        new PointHours(register, new HourWeather(references.all(ReceivedWeather.class)));
    PointDays pointDays = new PointDays(register);
    return (point, out) -> {
      List<ReceivedNoise> received = received(point);
      List<PointHour> hours =
          pointHours.of(point.key(), received, HourWeather.windOf(point.rows(LevelPacket.class)));
      List<PointDay> days = pointDays.of(point.key(), hours, received);
      hours.forEach(out::give);
      days.forEach(out::give);
      NoiseExceedances.of(days, hours).forEach(out::give);
    };
  }

  private static List<ReceivedNoise> received(Entity point) {
    List<ReceivedNoise> received = new ArrayList<>(point.rows(ReceivedNoise.class));
    point.rows(LevelPacket.class).stream()
        .map(packet -> packet.level(point.key()))
        .filter(Objects::nonNull)
        .forEach(received::add);
    return received;
  }
}
