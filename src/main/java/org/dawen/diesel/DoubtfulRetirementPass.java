package org.dawen.diesel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.dawen.diesel.Retirement.SubjectKind;
import org.dawen.lake.Table;
import org.dawen.registry.Machine;
import org.dawen.registry.OldTruck;
import org.dawen.run.JobSpec;
import org.dawen.run.Pass;
import org.dawen.run.PassSpec;
import org.dawen.run.Reach;
import org.dawen.run.References;
import org.dawen.standard.EmissionStage;

/** One machine or truck at a time: what speaks against its retirement. */
public final class DoubtfulRetirementPass implements Pass {
  private static final long serialVersionUID = 1L;

  @Override
  public PassSpec spec() {
    Table vehicleDay = Table.of(VehicleDay.class);
    return PassSpec.of()
        .follows(Machine.class, m -> Retirement.of(m).key())
        .follows(OldTruck.class, t -> Retirement.of(t).key())
        .followsByRegistry(vehicleDay, SentDay.class, DoubtfulRetirementPass::ofRetired)
        .looksUp(Table.of(OldTruck.class), RetiredVin.class)
        .gives(
            JobSpec.writes(DoubtfulRetirement.class)
                .follows(Reach.everAfter(), Table.of(Machine.class), Table.of(OldTruck.class))
                .follows(Reach.sameDay(), vehicleDay)
                .standards(EmissionStage.FILE))
        .build();
  }

  /** Days of vehicles that are not retired are left out. */
  private static Function<SentDay, String> ofRetired(References references) {
    Set<String> retired = new HashSet<>();
    references.forEach(RetiredVin.class, t -> retired.add(t.key()));
    return day -> retired.contains(day.key()) ? day.key() : null;
  }

  @Override
  public Rule rule(References references) {
    return (subject, out) -> {
      List<Retirement> retirements = new ArrayList<>();
      subject.rows(Machine.class).forEach(m -> retirements.add(Retirement.of(m)));
      subject.rows(OldTruck.class).forEach(t -> retirements.add(Retirement.of(t)));
      List<LocalDate> sent = subject.rows(SentDay.class).stream().map(SentDay::dataDay).toList();
      DoubtfulRetirements.of(retirements, sent).forEach(out::give);
    };
  }

  /** A truck of the registry, from {@code registry.old_truck}. */
  record RetiredVin(String vin) {
    String key() {
      return Retirement.keyOf(SubjectKind.TRUCK, vin);
    }
  }

  /** That a vehicle sent on a day, from {@code diesel.vehicle_day}. */
  record SentDay(String vin, LocalDate dataDay) {
    String key() {
      return Retirement.keyOf(SubjectKind.TRUCK, vin);
    }
  }
}
