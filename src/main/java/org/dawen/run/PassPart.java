package org.dawen.run;

/**
 * Tables of a pass that are due, journaled and asked for together. Days are due for each part by
 * itself, so that being computed in one pass makes no more of them due.
 */
record PassPart(Pass pass, JobSpec spec) implements Job {
  @Override
  public Class<?> code() {
    return pass.getClass();
  }

  /** Whether another job is computed in the same go. */
  boolean isOfSamePass(Job other) {
    return other instanceof PassPart part && part.pass.getClass() == pass.getClass();
  }
}
