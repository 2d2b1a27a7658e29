package org.dawen.run;

import java.util.List;

/**
 * The closed set of answers a job gives before it runs.
 *
 * @param kind the answer
 * @param reasons sentences for the operator: what is missing, why, what to do
 */
public record Readiness(Kind kind, List<String> reasons) {

  /** Kinds of answer. */
  public enum Kind {
    READY,
    READY_WITH_WARNINGS,
    NOT_READY,
    SKIP
  }

  public static Readiness ready() {
    return new Readiness(Kind.READY, List.of());
  }

  /** The job cannot run; its days stay due and the night ends with exit code 3. */
  public static Readiness notReady(String reason) {
    return new Readiness(Kind.NOT_READY, List.of(reason));
  }
}
