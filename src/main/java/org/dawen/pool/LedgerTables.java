package org.dawen.pool;

import java.util.List;
import org.dawen.registry.ReductionTask;
import org.dawen.run.Out;

/** The rows of all tables of the pool, as the ledger comes to them. */
final class LedgerTables implements LedgerListener {
  private final Out out;

  private LedgerTables(Out out) {
    this.out = out;
  }

  /** Gives every row that follows from some entries. */
  static void of(List<Entry> entries, LedgerRules rules, List<ReductionTask> tasks, Out out) {
    Ledger ledger = new Ledger(entries, rules, new LedgerTables(out)).run();
    ledger.projects().forEach(out::give);
    ledger.countyYears(tasks).forEach(out::give);
  }

  @Override
  public void posted(Posting posting) {
    out.give(PoolEntry.of(posting));
  }

  @Override
  public void monthEnded(CountyMonth month) {
    out.give(BalanceMonth.of(month));
  }

  @Override
  public void monthEnded(CityMonth month) {
    out.give(CityBalanceMonth.of(month));
  }
}
