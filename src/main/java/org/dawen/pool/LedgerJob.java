package org.dawen.pool;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.intake.ReceivedTables;
import org.dawen.lake.Table;
import org.dawen.registry.RegistryTables;
import org.dawen.run.JobInput;
import org.dawen.run.JobSpec;
import org.dawen.run.QueryJob;
import org.dawen.run.Reach;
import org.dawen.standard.IndicatorPool;

/** The ledger of the indicator pool with its balances, projects and years. */
public final class LedgerJob implements QueryJob {
  /** The ledger is one sequence: computed for all its days at once. */
  private static final int ALL_DAYS_AT_ONCE = Integer.MAX_VALUE;

  /** A ledger of more records is left to a task of Spark, and saved at the ends of months. */
  private final long mostRecordsHere;

  public LedgerJob() {
    this(20_000);
  }

  LedgerJob(long mostRecordsHere) {
    this.mostRecordsHere = mostRecordsHere;
  }

  @Override
  public JobSpec spec() {
    return JobSpec.writes(PoolTables.ALL.toArray(Table[]::new))
        .follows(ReceivedTables.POOL)
        .looksUp(PoolRules.REFERENCES)
        .reach(Reach.fromMonthOn())
        .standards(IndicatorPool.FILES.toArray(String[]::new))
        .batchDays(ALL_DAYS_AT_ONCE)
        .build();
  }

  @Override
  public Map<Table, Dataset<Row>> run(JobInput input) {
    LedgerRules rules = PoolRules.ledgerRules(input::lookUpRows);
    List<ReductionTask> tasks = PoolRules.tasks(input.lookUpRows(RegistryTables.REDUCTION_TASK));
    return input.count(ReceivedTables.POOL) <= mostRecordsHere
        ? LedgerTables.computedHere(input, rules, tasks)
        : LedgerTables.computedByTask(input, rules, tasks);
  }
}
