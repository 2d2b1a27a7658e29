package org.dawen.run;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.Table;

/** What a job may see: its days, its declared tables and settings, and nothing else. */
public final class JobInput {
  private final Lake lake;
  private final JobSpec spec;
  private final DaySet days;
  private final Settings settings;
  private final String landingRoot;

  public JobInput(Lake lake, JobSpec spec, DaySet days, Settings settings) {
    this(lake, spec, days, settings, "");
  }

  public JobInput(Lake lake, JobSpec spec, DaySet days, Settings settings, String landingRoot) {
    this.landingRoot = landingRoot;
    this.lake = lake;
    this.spec = spec;
    this.days = days;
    this.settings = settings;
  }

  /** The rows of a followed table for the input days the output days need. */
  public Dataset<Row> read(Table table) {
    requireDeclared(spec.follows().contains(table), table, "follow");
    return lake.read(table, spec.reachOf(table).inputDays(days));
  }

  /**
   * Where the landing files stand, for a job that must look at the evidence of a received row
   * again; empty if nobody knows. A file may be gone.
   */
  public String landingRoot() {
    return landingRoot;
  }

  /** The declared settings. */
  public Settings settings() {
    return settings.only(spec.settings());
  }

  private void requireDeclared(boolean declared, Table table, String verb) {
    if (!declared) {
      throw new IllegalStateException(
          "job %s reads %s but does not declare to %s it".formatted(spec.name(), table, verb));
    }
  }
}
