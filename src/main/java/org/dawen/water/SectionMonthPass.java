package org.dawen.water;

import org.dawen.registry.County;
import org.dawen.registry.WaterSection;
import org.dawen.run.JobSpec;
import org.dawen.run.Pass;
import org.dawen.run.PassSpec;
import org.dawen.run.Reach;
import org.dawen.run.References;

/** One section at a time: its months the three ways, and their items. */
public final class SectionMonthPass implements Pass {
  private static final long serialVersionUID = 1L;

  /** The same month of the year before, and the last manual results that fill the index. */
  private static final int MONTHS_BACK = 12;

  @Override
  public PassSpec spec() {
    return PassSpec.of()
        .follows(SectionMethodMonth.class, SectionMethodMonth::sectionCode)
        .looksUp(WaterSection.class, County.class)
        .gives(
            JobSpec.writes(SectionMonth.class, SectionItemMonth.class)
                .reach(Reach.monthAndNext(MONTHS_BACK))
                .standards(WaterStandards.ALL))
        .build();
  }

  @Override
  public Rule rule(References references) {
    SectionMonths months = new SectionMonths(ReceivedValues.register(references));
    return (section, out) -> {
      for (SectionFigures.Month month : months.of(section.rows(SectionMethodMonth.class))) {
        out.give(month.month());
        month.items().forEach(out::give);
      }
    };
  }
}
