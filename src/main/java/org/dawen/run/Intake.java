package org.dawen.run;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.ToLongFunction;
import org.dawen.lake.Damage;
import org.dawen.lake.Message;
import org.dawen.lake.Table;

/** The way in, as the runner sees it: it says when, intake knows how. */
public interface Intake {
  /** Every table the way in writes, reference tables and ledger included. */
  Collection<Table> tables();

  /**
   * Tables that must be there, or be newer, because others are; asked before anything is taken in.
   *
   * @param booked newest version of a table that the journal knows; −1 if it knows none
   */
  default List<Damage> lost(ToLongFunction<Table> booked) {
    return List.of();
  }

  /**
   * Clears away tables of earlier builds in whose place there are others now; before a night looks
   * at anything else.
   *
   * @return sentences for the operator
   */
  default List<Message> clearAway() {
    return List.of();
  }

  /**
   * Looks for new, changed and left-open files and reads them once: counts, hashes, days, rejects.
   * Writes nothing.
   */
  Survey survey(Progress progress);

  /** Files that were read and what is to be written of them. */
  interface Survey {
    boolean isEmpty();

    /** Notes the intents: what is about to be taken in. Runner's thread. */
    void openLedger();

    /** Writes the received values, feeds side by side. */
    void takeIn(ExecutorService workers);

    /** Writes rejects, then closes the ledger. Runner's thread. */
    void closeLedger();

    /** One line a feed for the closing table. */
    List<NightReport.Line> lines();

    /** Sentences for the operator: files held back, without records, not taken. */
    List<Message> warnings();

    /** True if files stand held back, so that the night must end with exit code 4. */
    boolean hasRefusals();

    /** Reference tables that must not be used because their file was held back. */
    Collection<Table> unusable();
  }
}
