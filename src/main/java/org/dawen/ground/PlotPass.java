package org.dawen.ground;

import org.dawen.lake.Table;
import org.dawen.registry.County;
import org.dawen.registry.SoilPlot;
import org.dawen.run.JobSpec;
import org.dawen.run.Pass;
import org.dawen.run.PassSpec;
import org.dawen.run.Reach;
import org.dawen.run.References;

/** All plots of land together: what was due in each year, and what was done. */
public final class PlotPass implements Pass {
  private static final long serialVersionUID = 1L;

  @Override
  public PassSpec spec() {
    return PassSpec.of()
        .followsWhole(Table.of(SoilPlot.class), SoilPlot.class)
        .looksUp(County.class)
        .gives(JobSpec.writes(PlotYear.class).reach(Reach.wholeYear()))
        .build();
  }

  @Override
  public Rule rule(References references) {
    PlotYears years = new PlotYears(references.all(County.class));
    return (all, out) -> years.of(all.rows(SoilPlot.class)).forEach(out::give);
  }
}
