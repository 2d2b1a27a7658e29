package org.dawen.air;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.lake.Table;
import org.dawen.run.Job;
import org.dawen.run.JobInput;
import org.dawen.run.JobSpec;
import org.dawen.run.Reach;

/** Episodes of polluted days of areas. */
public final class EpisodeJob implements Job {

  @Override
  public JobSpec spec() {
    return JobSpec.writes(AnalystTables.EPISODE)
        .follows(AreaTables.AREA_DAY)
        .reach(Reach.wholeYear())
        .build();
  }

  @Override
  public Map<Table, Dataset<Row>> run(JobInput input) {
    return Map.of(AnalystTables.EPISODE, AnalystRules.episodes(input.read(AreaTables.AREA_DAY)));
  }
}
