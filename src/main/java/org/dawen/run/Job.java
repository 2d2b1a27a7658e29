package org.dawen.run;

/**
 * Tables of a pass that are due together: what the planner makes due, the schedule runs and the
 * journal notes under one name. Days are due for each part of a pass by itself, so that being
 * computed in one go makes no more of them due.
 */
public record Job(Pass pass, JobSpec spec) {
  /** Whether another job is computed in the same go. */
  boolean isOfSamePass(Job other) {
    return other.pass.getClass() == pass.getClass();
  }
}
