package org.dawen.source;

import static org.dawen.intake.ReceivedTables.DATA_DAY;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.lake.Table;
import org.dawen.run.JobInput;
import org.dawen.run.JobSpec;
import org.dawen.run.QueryJob;
import org.dawen.run.Reach;

/** Runs of exceeding hours, by the day of their last hour. */
public final class ExceedanceEpisodeJob implements QueryJob {
  /** Exceeding hours are few: all days at once. */
  private static final int ANY_NUMBER_OF_DAYS = 100_000;

  @Override
  public JobSpec spec() {
    return JobSpec.writes(SourceTables.EXCEEDANCE_EPISODE)
        .follows(SourceTables.EXCEEDANCE_HOUR)
        .reach(Reach.dayBeforeAndEverAfter())
        .batchDays(ANY_NUMBER_OF_DAYS)
        .build();
  }

  @Override
  public Map<Table, Dataset<Row>> run(JobInput input) {
    return Map.of(
        SourceTables.EXCEEDANCE_EPISODE,
        EpisodeRules.episodes(input.read(SourceTables.EXCEEDANCE_HOUR))
            .where(input.days().toSql(DATA_DAY.name())));
  }
}
