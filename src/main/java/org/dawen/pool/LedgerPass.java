package org.dawen.pool;

import java.util.List;
import org.dawen.intake.ReceivedPool;
import org.dawen.lake.Table;
import org.dawen.registry.PoolClosing;
import org.dawen.registry.PoolMultiplier;
import org.dawen.registry.PoolValidity;
import org.dawen.registry.ReductionTask;
import org.dawen.run.JobSpec;
import org.dawen.run.Pass;
import org.dawen.run.PassSpec;
import org.dawen.run.Reach;
import org.dawen.run.References;
import org.dawen.standard.IndicatorPool;

/** The ledger of the indicator pool with its balances, projects and years: one sequence. */
public final class LedgerPass implements Pass {
  private static final long serialVersionUID = 1L;

  /** The ledger is computed for all its days at once. */
  private static final int ALL_DAYS_AT_ONCE = Integer.MAX_VALUE;

  /** The records that declare the tables, in the order in which they are listed. */
  public static final List<Class<? extends Record>> ROWS =
      List.of(
          PoolEntry.class,
          BalanceMonth.class,
          CityBalanceMonth.class,
          Project.class,
          CountyYear.class);

  @Override
  @SuppressWarnings("unchecked")
  public PassSpec spec() {
    return PassSpec.of()
        .followsWhole(Table.of(ReceivedPool.class), ReceivedPool.class)
        .looksUp(PoolClosing.class, PoolMultiplier.class, PoolValidity.class, ReductionTask.class)
        .gives(
            JobSpec.writes(ROWS.toArray(Class[]::new))
                .reach(Reach.fromMonthOn())
                .standards(IndicatorPool.FILES.toArray(String[]::new))
                .batchDays(ALL_DAYS_AT_ONCE))
        .build();
  }

  @Override
  public Rule rule(References references) {
    PoolRegister register = PoolRegister.of(references);
    LedgerRules rules = PoolRules.of(register);
    return (all, out) ->
        LedgerTables.of(Entry.of(all.rows(ReceivedPool.class)), rules, register.tasks(), out);
  }
}
