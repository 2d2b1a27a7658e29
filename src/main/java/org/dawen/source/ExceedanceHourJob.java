package org.dawen.source;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.lake.Table;
import org.dawen.run.JobInput;
import org.dawen.run.JobSpec;
import org.dawen.run.QueryJob;
import org.dawen.run.Reach;

/** The hours above the limit in force. */
public final class ExceedanceHourJob implements QueryJob {

  @Override
  public JobSpec spec() {
    return JobSpec.writes(SourceTables.EXCEEDANCE_HOUR)
        .follows(SourceTables.OUTLET_HOUR)
        .reach(Reach.sameDay())
        .build();
  }

  @Override
  public Map<Table, Dataset<Row>> run(JobInput input) {
    return Map.of(
        SourceTables.EXCEEDANCE_HOUR,
        ExceedanceRules.keepAboveLimit(input.read(SourceTables.OUTLET_HOUR)));
  }
}
