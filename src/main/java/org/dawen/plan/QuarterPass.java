package org.dawen.plan;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.dawen.run.JobSpec;
import org.dawen.run.Pass;
import org.dawen.run.PassSpec;
import org.dawen.run.Reach;
import org.dawen.run.References;

/** The last day of each quarter that has data. */
public final class QuarterPass implements Pass {
  private static final long serialVersionUID = 1L;

  @Override
  public PassSpec spec() {
    return PassSpec.of()
        .follows(ProgressDay.class, ProgressDay::targetId)
        .gives(JobSpec.writes(ProgressQuarter.class).reach(Reach.wholeQuarter()))
        .build();
  }

  @Override
  public Rule rule(References references) {
    return (target, out) -> {
      Map<LocalDate, ProgressDay> last =
          target.rows(ProgressDay.class).stream()
              .collect(
                  Collectors.toMap(
                      QuarterPass::quarterOf,
                      day -> day,
                      BinaryOperator.maxBy(Comparator.comparing(ProgressDay::dataDay)),
                      TreeMap::new));
      last.forEach(
          (quarter, day) ->
              out.give(new ProgressQuarter(target.key(), quarter, day.dataDay(), day.progress())));
    };
  }

  private static LocalDate quarterOf(ProgressDay day) {
    return day.dataDay().with(IsoFields.DAY_OF_QUARTER, 1);
  }
}
