package org.dawen.source;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.intake.ReceivedTables;
import org.dawen.lake.Table;
import org.dawen.registry.RegistryTables;
import org.dawen.run.JobInput;
import org.dawen.run.JobSpec;
import org.dawen.run.QueryJob;
import org.dawen.run.Reach;
import org.dawen.source.PacketFindingRules.ClockRule;

/** The hours of outlets in force with the limit in force, and what is wrong with packets. */
public final class OutletHourJob implements QueryJob {
  @Override
  public JobSpec spec() {
    return JobSpec.writes(
            SourceTables.OUTLET_HOUR, SourceTables.UNKNOWN_OUTLET, SourceTables.PACKET_FINDING)
        .follows(ReceivedTables.HJ212)
        .looksUp(RegistryTables.OUTLET, RegistryTables.LIMIT, RegistryTables.MARK)
        .reach(Reach.sameDay())
        .settings(ClockRule.SETTINGS)
        .standards(LimitsInForce.FILE, Units.FACTORS)
        .batchDays(92)
        .build();
  }

  @Override
  public Map<Table, Dataset<Row>> run(JobInput input) {
    Dataset<Row> received = input.read(ReceivedTables.HJ212);
    Dataset<Row> outlets = input.lookUp(RegistryTables.OUTLET);
    ClockRule clock = ClockRule.of(input.settings());
    return Map.of(
        SourceTables.OUTLET_HOUR,
        OutletHourRules.outletHours(
            PacketFindingRules.keepBelievableTimes(received, clock),
            outlets,
            input.lookUp(RegistryTables.LIMIT),
            input.lookUp(RegistryTables.MARK),
            input.days()),
        SourceTables.UNKNOWN_OUTLET,
        PacketRules.unknownOutlets(received, outlets),
        SourceTables.PACKET_FINDING,
        PacketFindingRules.findings(received, clock));
  }
}
