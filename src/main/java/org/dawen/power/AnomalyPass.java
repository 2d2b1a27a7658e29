package org.dawen.power;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dawen.lake.Nullable;
import org.dawen.lake.Table;
import org.dawen.power.Anomalies.ScreenedDay;
import org.dawen.power.Anomalies.ScreenedInterval;
import org.dawen.registry.Meter;
import org.dawen.run.JobSpec;
import org.dawen.run.Pass;
import org.dawen.run.PassSpec;
import org.dawen.run.Reach;
import org.dawen.run.References;

/** One enterprise at a time: what the screening rules find. */
public final class AnomalyPass implements Pass {
  private static final long serialVersionUID = 1L;

  @Override
  public PassSpec spec() {
    Table interval = Table.of(MeterInterval.class);
    Table day = Table.of(MeterDay.class);
    return PassSpec.of()
        .follows(
            interval,
            ScreenedInterval.class,
            ScreenedInterval::enterpriseCode,
            ScreenedInterval.BY_TIME)
        .follows(day, ScreenedDay.class, ScreenedDay::enterpriseCode)
        .follows(Meter.class, Meter::enterpriseCode)
        .looksUp(day, DayEnd.class)
        .gives(
            JobSpec.writes(Anomaly.class)
                .follows(Reach.around(FindingDays.AFTER, FindingDays.BEFORE), interval)
                .follows(Reach.around(FindingDays.AFTER, ScreeningThresholds.USUAL_DAYS), day)
                .settings(PowerThresholds.KEYS)
                .settings(ScreeningThresholds.KEYS)
                .batchDays(31))
        .build();
  }

  @Override
  public Rule rule(References references) {
    SortedMap<Long, Long> deliveredUntil = new TreeMap<>();
    references.forEach(DayEnd.class, end -> end.addTo(deliveredUntil));
    Anomalies anomalies =
        new Anomalies(
            PowerThresholds.of(references.settings()),
            ScreeningThresholds.of(references.settings()),
            deliveredUntil,
            references.days(Anomaly.class));
    return (enterprise, out) ->
        anomalies
            .of(
                enterprise.key(),
                MeterRegister.of(enterprise.rows(Meter.class)),
                enterprise.rows(ScreenedInterval.class),
                enterprise.rows(ScreenedDay.class))
            .forEach(out::give);
  }

  /** Until when a meter sent data on a day, from {@code power.meter_day}; null: it sent none. */
  record DayEnd(LocalDate dataDay, @Nullable LocalDateTime lastIntervalEnd) {

    /** Notes the last moment of the day for which any meter has data, by day since 1970. */
    void addTo(SortedMap<Long, Long> deliveredUntil) {
      if (lastIntervalEnd != null) {
        deliveredUntil.merge(dataDay.toEpochDay(), Units.seconds(lastIntervalEnd), Math::max);
      }
    }
  }
}
