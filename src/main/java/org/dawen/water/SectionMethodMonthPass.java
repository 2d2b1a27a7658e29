package org.dawen.water;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dawen.lake.Table;
import org.dawen.run.JobSpec;
import org.dawen.run.Pass;
import org.dawen.run.PassSpec;
import org.dawen.run.Reach;
import org.dawen.run.References;

/** One section at a time: the items of its months by method. The only pass that reads a month. */
public final class SectionMethodMonthPass implements Pass {
  private static final long serialVersionUID = 1L;

  @Override
  public PassSpec spec() {
    return PassSpec.of()
        .follows(Table.of(WaterObservation.class), CountedValue.class, CountedValue::sectionCode)
        .gives(JobSpec.writes(SectionMethodMonth.class).reach(Reach.wholeMonth()))
        .build();
  }

  @Override
  public Rule rule(References references) {
    return (section, out) -> {
      TreeMap<LocalDate, List<CountedValue>> months =
          section.rows(CountedValue.class).stream()
              .collect(
                  Collectors.groupingBy(
                      v -> v.dataDay().withDayOfMonth(1), TreeMap::new, Collectors.toList()));
      months.forEach((month, values) -> SectionMethodMonth.of(month, values).forEach(out::give));
    };
  }
}
