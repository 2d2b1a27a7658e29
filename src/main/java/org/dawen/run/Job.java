package org.dawen.run;

/** What the planner makes due, the schedule runs and the journal notes under one name. */
public interface Job {
  /** What it reads, writes and depends on. Asked often; must always answer the same. */
  JobSpec spec();

  /** The class whose code decides the rows. */
  default Class<?> code() {
    return getClass();
  }
}
