package org.dawen.water;

import java.time.LocalDate;
import java.util.List;
import org.dawen.lake.DaySet;
import org.dawen.lake.Table;
import org.dawen.run.JobSpec;
import org.dawen.run.Pass;
import org.dawen.run.PassSpec;
import org.dawen.run.Reach;
import org.dawen.run.References;

/** One section at a time: what the rest of its months and years may have. */
public final class HeadroomPass implements Pass {
  private static final long serialVersionUID = 1L;

  @Override
  public PassSpec spec() {
    Table month = Table.of(SectionMonth.class);
    Table item = Table.of(SectionItemMonth.class);
    return PassSpec.of()
        .follows(month, SectionMonth.class, m -> key(m.way(), m.sectionCode()))
        .follows(item, SectionItemMonth.class, i -> key(i.way(), i.sectionCode()))
        .asksDaysOf(ReceivedValues.WATER)
        .asksDaysOf(ReceivedValues.PACKETS)
        .gives(
            JobSpec.writes(HeadroomMonth.class)
                .follows(Reach.monthAndTheOneBefore(), ReceivedValues.WATER, ReceivedValues.PACKETS)
                .reach(Reach.monthsToDate())
                .standards(WaterStandards.JUDGING))
        .build();
  }

  private static String key(Way way, String section) {
    return way == Way.PROVINCE_RULE ? section : null;
  }

  @Override
  public Rule rule(References references) {
    DaySet received =
        references
            .daysPresent(ReceivedValues.WATER)
            .union(references.daysPresent(ReceivedValues.PACKETS));
    DaySet due = references.days(HeadroomMonth.class);
    return (section, out) -> {
      List<SectionFigures.Month> all =
          SectionFigures.months(
              section.rows(SectionMonth.class), section.rows(SectionItemMonth.class));
      for (SectionFigures.Month month : all) {
        LocalDate start = month.month().monthStart();
        if (due.contains(start)) {
          Headrooms.of(SectionFigures.yearTo(all, start), lastDay(received, start))
              .forEach(out::give);
        }
      }
    };
  }

  /** The last day of the month, or of the next, of which the feed has anything. */
  private static LocalDate lastDay(DaySet received, LocalDate month) {
    return received.intersect(DaySet.between(month, month.plusMonths(2).minusDays(1))).last();
  }
}
