package org.dawen.water;

import java.util.ArrayList;
import java.util.List;
import org.dawen.lake.DaySet;
import org.dawen.run.JobSpec;
import org.dawen.run.Pass;
import org.dawen.run.PassSpec;
import org.dawen.run.Reach;
import org.dawen.run.References;

/**
 * One section at a time: its values in force, screened and judged, its days, and the classes that
 * later versions of its values changed.
 */
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
        .gives(
            JobSpec.writes(ClassChange.class)
                .reach(Reach.daysOfMonth())
                .standards(WaterStandards.JUDGING))
        .build();
  }

  @Override
  public Rule rule(References references) {
    SectionRegister register = ReceivedValues.register(references);
    Observations rule = new Observations(register, ScreeningRules.of(references.settings()));
    SectionDays sectionDays = new SectionDays(register);
    ClassChanges changes = new ClassChanges(register);
    DaySet days = references.days(WaterObservation.class);
    DaySet daysOfChanges = references.days(ClassChange.class);
    return (section, out) -> {
      List<WaterValue> values = WaterValue.sorted(ReceivedValues.of(section));
      if (!daysOfChanges.isEmpty()) {
        // Values may begin before a month: what follows from the rest of it is of no day due.
        changes.of(section.key(), values).forEach(out::give);
      }
      if (days.isEmpty()) {
        return;
      }
      List<WaterObservation> wanted = new ArrayList<>(values.size());
      for (WaterObservation observation : rule.of(section.key(), values)) {
        if (days.contains(observation.dataDay())) {
          out.give(observation);
          wanted.add(observation);
        }
      }
      rule.classes(section.key(), wanted, values).forEach(out::give);
      for (List<WaterObservation> day : Runs.of(wanted, WaterObservation::isOfDayOf)) {
        for (SectionDays.Day way : sectionDays.of(day)) {
          out.give(way.day());
          way.items().forEach(out::give);
        }
      }
    };
  }
}
