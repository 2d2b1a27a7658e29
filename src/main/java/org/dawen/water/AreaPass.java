package org.dawen.water;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dawen.lake.Table;
import org.dawen.registry.County;
import org.dawen.run.JobSpec;
import org.dawen.run.Pass;
import org.dawen.run.PassSpec;
import org.dawen.run.Reach;
import org.dawen.run.References;

/** All sections together, which areas are ranked by: months and years of areas, months of lakes. */
public final class AreaPass implements Pass {
  private static final long serialVersionUID = 1L;

  @Override
  public PassSpec spec() {
    Table month = Table.of(SectionMonth.class);
    Table item = Table.of(SectionItemMonth.class);
    return PassSpec.of()
        .follows(month, SectionMonth.class, m -> key(m.way()))
        .follows(item, SectionItemMonth.class, i -> key(i.way()))
        .looksUp(County.class)
        .gives(
            JobSpec.writes(AreaMonth.class, AreaYear.class)
                .follows(month, item)
                .looksUp(Table.of(County.class))
                .reach(Reach.monthsToDate().then(Reach.sameDayNextYear()))
                .standards(WaterStandards.ALL))
        .gives(JobSpec.writes(LakeMonth.class).follows(month, item).standards(WaterStandards.ALL))
        .build();
  }

  /** Areas are judged by the province's rule. */
  static String key(Way way) {
    return way == Way.PROVINCE_RULE ? "" : null;
  }

  @Override
  public Rule rule(References references) {
    AreaMonths areas = new AreaMonths(references.all(County.class));
    return (all, out) -> {
      List<SectionFigures.Month> months =
          SectionFigures.months(all.rows(SectionMonth.class), all.rows(SectionItemMonth.class));
      TreeMap<LocalDate, List<SectionFigures>> figures =
          months.stream()
              .collect(
                  Collectors.groupingBy(
                      m -> m.month().monthStart(),
                      TreeMap::new,
                      Collectors.mapping(SectionFigures::ofMonth, Collectors.toList())));
      figures.forEach(
          (month, sections) -> {
            if (references.days(AreaMonth.class).contains(month)) {
              AreaMonths.Rows rows = areas.of(month, months);
              rows.months().forEach(out::give);
              rows.years().forEach(out::give);
            }
            Lakes.of(month, sections).forEach(out::give);
          });
    };
  }
}
