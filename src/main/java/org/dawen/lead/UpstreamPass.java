package org.dawen.lead;

import org.dawen.lake.Table;
import org.dawen.lead.AlertEvidence.ExceedanceHour;
import org.dawen.lead.UpstreamExceedances.SectionGoal;
import org.dawen.lead.UpstreamExceedances.SectionItem;
import org.dawen.lead.UpstreamExceedances.SectionOutlets;
import org.dawen.registry.WaterSection;
import org.dawen.run.JobSpec;
import org.dawen.run.Pass;
import org.dawen.run.PassSpec;
import org.dawen.run.Reach;
import org.dawen.run.References;
import org.dawen.source.SourceTables;
import org.dawen.water.WaterTables;

/** One section of surface water at a time: which outlets upstream exceeded while it was worse. */
public final class UpstreamPass implements Pass {
  private static final long serialVersionUID = 1L;

  /** Exceedances are few; those of all outlets are looked up. */
  private static final int BATCH_DAYS = 186;

  @Override
  public PassSpec spec() {
    return PassSpec.of()
        .follows(
            WaterTables.SECTION_ITEM_DAY,
            SectionItem.class,
            i -> i.isScreened() ? i.sectionCode() : null)
        .follows(
            WaterTables.HEADROOM_MONTH,
            SectionGoal.class,
            g -> g.isOfMonth() ? g.sectionCode() : null)
        .looksUp(SourceTables.EXCEEDANCE_HOUR, ExceedanceHour.class)
        .looksUp(Table.of(WaterSection.class), SectionOutlets.class)
        .gives(
            JobSpec.writes(UpstreamExceedance.class)
                .follows(Reach.daysOfMonth(), WaterTables.HEADROOM_MONTH)
                .batchDays(BATCH_DAYS))
        .build();
  }

  @Override
  public Rule rule(References references) {
    UpstreamExceedances rule =
        new UpstreamExceedances(
            references.all(SectionOutlets.class), references.all(ExceedanceHour.class));
    return (section, out) ->
        rule.of(section.key(), section.rows(SectionGoal.class), section.rows(SectionItem.class))
            .forEach(out::give);
  }
}
