package org.dawen.water;

import org.dawen.run.JobSpec;
import org.dawen.run.Pass;
import org.dawen.run.PassSpec;
import org.dawen.run.Reach;
import org.dawen.run.References;

/** One section at a time: the classes that later versions of its values changed. */
public final class ClassChangePass implements Pass {
  private static final long serialVersionUID = 1L;

  @Override
  public PassSpec spec() {
    return ReceivedValues.bySection()
        .gives(
            JobSpec.writes(ClassChange.class)
                .reach(Reach.daysOfMonth())
                .standards(WaterStandards.JUDGING))
        .build();
  }

  @Override
  public Rule rule(References references) {
    ClassChanges changes = new ClassChanges(ReceivedValues.register(references));
    return (section, out) ->
        changes.of(section.key(), ReceivedValues.of(section)).forEach(out::give);
  }
}
