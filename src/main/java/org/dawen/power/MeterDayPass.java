package org.dawen.power;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dawen.lake.Table;
import org.dawen.power.MeterDays.IntervalEnergy;
import org.dawen.registry.Meter;
import org.dawen.run.JobSpec;
import org.dawen.run.Pass;
import org.dawen.run.PassSpec;
import org.dawen.run.References;

/**
 * One enterprise at a time: the days of its meters, small enough that 30 of them can be looked back
 * upon every night. A registered meter has a row of each day on which anybody sent anything:
 * silence counts too.
 */
public final class MeterDayPass implements Pass {
  private static final long serialVersionUID = 1L;

  @Override
  public PassSpec spec() {
    Table interval = Table.of(MeterInterval.class);
    return PassSpec.of()
        .follows(
            interval, IntervalEnergy.class, IntervalEnergy::enterpriseCode, IntervalEnergy.BY_TIME)
        .follows(Meter.class, Meter::enterpriseCode)
        .asksDaysOf(interval)
        .gives(
            JobSpec.writes(MeterDay.class)
                .settings(PowerThresholds.KEYS)
                .settings(ScreeningThresholds.KEYS)
                .batchDays(31))
        .build();
  }

  @Override
  public Rule rule(References references) {
    MeterDays days =
        new MeterDays(
            PowerThresholds.of(references.settings()),
            ScreeningThresholds.of(references.settings()));
    List<LocalDate> delivered =
        references.daysPresent(Table.of(MeterInterval.class)).days().stream().toList();
    return (enterprise, out) -> {
      MeterRegister meters = MeterRegister.of(enterprise.rows(Meter.class));
      Map<LocalDate, List<IntervalEnergy>> byDay = new HashMap<>();
      for (IntervalEnergy interval : enterprise.rows(IntervalEnergy.class)) {
        byDay.computeIfAbsent(interval.dataDay(), d -> new ArrayList<>()).add(interval);
      }
      for (LocalDate day : delivered) {
        days.of(day, meters.on(day.toEpochDay()), byDay.getOrDefault(day, List.of()))
            .forEach(out::give);
      }
    };
  }
}
