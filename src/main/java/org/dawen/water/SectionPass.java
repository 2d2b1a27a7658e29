package org.dawen.water;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.dawen.lake.DaySet;
import org.dawen.run.JobSpec;
import org.dawen.run.Pass;
import org.dawen.run.PassSpec;
import org.dawen.run.Reach;
import org.dawen.run.References;

/** One section at a time: its values in force, screened and judged, and its days. */
public final class SectionPass implements Pass {
  private static final long serialVersionUID = 1L;

  @Override
  public PassSpec spec() {
    return ReceivedValues.bySection()
        .gives(
            JobSpec.writes(
                    WaterObservation.class,
                    ObservationClass.class,
                    SectionDay.class,
                    SectionItemDay.class)
                .reach(Reach.around(0, ScreeningRules.MOST_DAYS_BACK))
                .settings(ScreeningRules.keys())
                .standards(WaterStandards.JUDGING))
        .build();
  }

  @Override
  public Rule rule(References references) {
    SectionRegister register = ReceivedValues.register(references);
    Observations rule = new Observations(register, ScreeningRules.of(references.settings()));
    SectionDays sectionDays = new SectionDays(register);
    DaySet days = references.days(WaterObservation.class);
    return (section, out) -> {
      List<WaterValue> values = WaterValue.sorted(ReceivedValues.of(section));
      TreeMap<LocalDate, List<WaterObservation>> byDay = new TreeMap<>();
      for (WaterObservation observation : rule.of(section.key(), values)) {
        if (days.contains(observation.dataDay())) {
          out.give(observation);
          byDay.computeIfAbsent(observation.dataDay(), d -> new ArrayList<>()).add(observation);
        }
      }
      List<WaterObservation> wanted = byDay.values().stream().flatMap(List::stream).toList();
      rule.classes(section.key(), wanted, values).forEach(out::give);
      for (List<WaterObservation> day : byDay.values()) {
        for (SectionDays.Day way : sectionDays.of(day)) {
          out.give(way.day());
          way.items().forEach(out::give);
        }
      }
    };
  }
}
