package org.dawen.enforce;

import org.dawen.lake.Table;
import org.dawen.registry.Draw;
import org.dawen.registry.EiaFile;
import org.dawen.registry.Inspector;
import org.dawen.registry.InspectorInterest;
import org.dawen.run.JobSpec;
import org.dawen.run.Pass;
import org.dawen.run.PassSpec;
import org.dawen.run.Reach;
import org.dawen.run.References;

/** Every recorded draw, repeated. */
public final class DrawPass implements Pass {
  private static final long serialVersionUID = 1L;

  @Override
  public PassSpec spec() {
    return PassSpec.of()
        .followsWhole(Table.of(Draw.class), Draw.class)
        .looksUp(EiaFile.class, Inspector.class, InspectorInterest.class)
        .gives(JobSpec.writes(DrawnPlace.class).reach(Reach.allDays()))
        .build();
  }

  @Override
  public Rule rule(References references) {
    DrawLists lists =
        new DrawLists(
            references.all(EiaFile.class),
            references.all(Inspector.class),
            references.all(InspectorInterest.class));
    return (all, out) -> RepeatedDraws.of(all.rows(Draw.class), lists).forEach(out::give);
  }
}
