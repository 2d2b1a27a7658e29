package org.dawen.enforce;

import org.dawen.intake.ReceivedAir;
import org.dawen.lake.Table;
import org.dawen.registry.Letter;
import org.dawen.run.JobSpec;
import org.dawen.run.Pass;
import org.dawen.run.PassSpec;
import org.dawen.run.Reach;
import org.dawen.run.References;

/**
 * Letters open on each day up to the last on which one was received, closed or reopened, and in
 * later months up to the last day with data of air: the registry alone does not show that time
 * passes.
 */
public final class LetterPass implements Pass {
  private static final long serialVersionUID = 1L;
  private static final Table AIR = Table.of(ReceivedAir.class);

  @Override
  public PassSpec spec() {
    Table letters = Table.of(Letter.class);
    return PassSpec.of()
        .followsWhole(letters, Letter.class)
        .asksDaysOf(AIR)
        .gives(
            JobSpec.writes(LetterDay.class)
                .follows(Reach.everAfter(), letters)
                .follows(Reach.daysOfMonth(), AIR))
        .build();
  }

  @Override
  public Rule rule(References references) {
    return (all, out) ->
        Letters.of(
                all.rows(Letter.class),
                references.days(LetterDay.class),
                references.daysPresent(AIR))
            .forEach(out::give);
  }
}
