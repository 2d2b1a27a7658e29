package org.dawen.pool;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.dawen.lake.DaySet;

/**
 * The rows of all tables of the room for some days, in the order of the ledger, which goes on
 * whenever a row is asked for and none is ready.
 */
final class LedgerRun implements Iterator<LedgerRows.Filled>, LedgerListener {
  private final Deque<LedgerRows.Filled> ready = new ArrayDeque<>();
  private final List<ReductionTask> tasks;
  private final DaySet days;
  private final Saver saver;
  private Ledger ledger;
  private LocalDate askedDay;
  private boolean isAskedDay;
  private boolean isOver;

  /** May save the ledger as a month ends. */
  @FunctionalInterface
  interface Saver {
    void monthOver(Ledger ledger, YearMonth month);

    /** Saves nothing. */
    static Saver none() {
      return (ledger, month) -> {};
    }
  }

  LedgerRun(List<ReductionTask> tasks, DaySet days, Saver saver) {
    this.tasks = tasks;
    this.days = days;
    this.saver = saver;
  }

  /** Rows of the ledger over all entries. */
  static LedgerRun over(
      List<Entry> entries, LedgerRules rules, List<ReductionTask> tasks, DaySet days) {
    LedgerRun run = new LedgerRun(tasks, days, Saver.none());
    run.follow(new Ledger(entries, rules, run));
    return run;
  }

  /** The ledger that tells its rows to this run. */
  void follow(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && !isOver) {
      if (!ledger.step()) {
        isOver = true;
        ledger.projects().forEach(p -> ready.add(LedgerRows.of(p)));
        ledger.countyYears(tasks).forEach(y -> ready.add(LedgerRows.of(y)));
      }
    }
    return !ready.isEmpty();
  }

  @Override
  public LedgerRows.Filled next() {
    hasNext();
    return ready.remove();
  }

  @Override
  public void posted(Posting p) {
    if (isAsked(p.day())) {
      ready.add(LedgerRows.of(p));
    }
  }

  @Override
  public void monthEnded(CountyMonth m) {
    if (isAsked(m.month().atDay(1))) {
      ready.add(LedgerRows.of(m));
    }
  }

  @Override
  public void monthEnded(CityMonth m) {
    if (isAsked(m.month().atDay(1))) {
      ready.add(LedgerRows.of(m));
    }
  }

  @Override
  public void monthOver(Ledger over, YearMonth month) {
    saver.monthOver(over, month);
  }

  private boolean isAsked(LocalDate day) {
    if (!day.equals(askedDay)) {
      askedDay = day;
      isAskedDay = days.contains(day);
    }
    return isAskedDay;
  }
}
