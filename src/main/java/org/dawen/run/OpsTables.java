package org.dawen.run;

import java.util.List;
import org.dawen.lake.Table;

/** The journal of runs and the findings of the checks. Only the runner's thread writes them. */
public final class OpsTables {
  public static final Table JOB_RUN = Table.of(JobRun.class);
  public static final Table DATA_CHECK = Table.of(DataCheck.class);

  public static final List<Table> ALL = List.of(JOB_RUN, DATA_CHECK);

  private OpsTables() {}
}
