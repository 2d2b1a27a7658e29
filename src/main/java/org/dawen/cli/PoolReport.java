package org.dawen.cli;

import java.util.Map;
import org.dawen.lake.Lake;
import org.dawen.lake.SqlEngine;
import org.dawen.pool.LedgerProof;

/** The proof of the whole ledger, and what a person should look at. */
final class PoolReport {
  private PoolReport() {}

  /** What must hold; an offender is a bug of ours. */
  static Findings proof(Lake lake, SqlEngine engine) {
    Findings f = new Findings();
    Checks.make(
        "pool-proof",
        f,
        engine,
        Map.of("movements", PoolQuestions.movements()),
        Map.of("computed_anew", LedgerProof.differences(lake)));
    return f;
  }

  /** What is no fault of the ledger, but a person should know. */
  static Findings hints(SqlEngine engine) {
    Findings f = new Findings();
    Checks.make("pool-hints", f, engine, Map.of(), Map.of());
    return f;
  }
}
