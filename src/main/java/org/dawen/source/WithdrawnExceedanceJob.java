package org.dawen.source;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.intake.ReceivedTables;
import org.dawen.lake.DaySet;
import org.dawen.lake.Table;
import org.dawen.registry.RegistryTables;
import org.dawen.run.JobInput;
import org.dawen.run.JobSpec;
import org.dawen.run.QueryJob;
import org.dawen.run.Reach;
import org.dawen.source.PacketFindingRules.ClockRule;

/** The exceedances that a later version of the hour withdrew or changed. */
public final class WithdrawnExceedanceJob implements QueryJob {

  @Override
  public JobSpec spec() {
    return JobSpec.writes(WithdrawnTables.WITHDRAWN_EXCEEDANCE)
        .follows(ReceivedTables.HJ212, SourceTables.OUTLET_HOUR)
        .looksUp(RegistryTables.OUTLET, RegistryTables.LIMIT, RegistryTables.MARK)
        .reach(Reach.sameDay())
        .settings(ClockRule.SETTINGS)
        .standards(LimitsInForce.FILE, Units.FACTORS)
        .batchDays(92)
        .build();
  }

  /** Packets are looked at again only of days on which something was received more than once. */
  @Override
  public Map<Table, Dataset<Row>> run(JobInput input) {
    Dataset<Row> several = WithdrawnRules.severalTimes(input.read(SourceTables.OUTLET_HOUR));
    DaySet days = WithdrawnRules.days(several);
    return Map.of(
        WithdrawnTables.WITHDRAWN_EXCEEDANCE,
        days.isEmpty()
            ? WithdrawnRules.none(several)
            : WithdrawnRules.withdrawn(
                PacketFindingRules.keepBelievableTimes(
                    input.read(ReceivedTables.HJ212, days), ClockRule.of(input.settings())),
                several,
                input.lookUp(RegistryTables.OUTLET),
                input.lookUp(RegistryTables.LIMIT),
                input.lookUp(RegistryTables.MARK),
                input.days()));
  }
}
