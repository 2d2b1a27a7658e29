package org.dawen.water;

import org.dawen.lake.Table;
import org.dawen.registry.County;
import org.dawen.registry.WaterSection;
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
            JobSpec.writes(Table.of(ClassChange.class))
                .follows(ReceivedValues.WATER, ReceivedValues.PACKETS)
                .looksUp(Table.of(WaterSection.class), Table.of(County.class))
                .reach(Reach.daysOfMonth())
                .standards(WaterStandards.JUDGING)
                .build(),
            ClassChange.class)
        .build();
  }

  @Override
  public Rule rule(References references) {
    ClassChanges changes = new ClassChanges(ReceivedValues.register(references));
    return (section, out) ->
        changes.of(section.key(), ReceivedValues.of(section)).forEach(out::give);
  }
}
