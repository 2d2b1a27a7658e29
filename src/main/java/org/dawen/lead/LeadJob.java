package org.dawen.lead;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.lake.Table;
import org.dawen.registry.RegistryTables;
import org.dawen.run.JobInput;
import org.dawen.run.JobSpec;
import org.dawen.run.QueryJob;
import org.dawen.run.Reach;

/** Leads: evidence hangs together over an unknown number of days, so all days come together. */
public final class LeadJob implements QueryJob {

  @Override
  public JobSpec spec() {
    return JobSpec.writes(LeadTables.LEAD)
        .follows(Reach.allDays(), LeadTables.EVIDENCE)
        .looksUp(
            RegistryTables.WORK_ORDER,
            RegistryTables.OUTLET,
            RegistryTables.METER,
            RegistryTables.VEHICLE)
        .settings(LeadSettings.keys().toArray(String[]::new))
        .batchDays(Integer.MAX_VALUE)
        .build();
  }

  @Override
  public Map<Table, Dataset<Row>> run(JobInput input) {
    return Map.of(
        LeadTables.LEAD,
        LeadRules.leads(
                input.read(LeadTables.EVIDENCE),
                input.lookUp(RegistryTables.WORK_ORDER),
                LeadRules.areas(
                    input.lookUp(RegistryTables.OUTLET),
                    input.lookUp(RegistryTables.METER),
                    input.lookUp(RegistryTables.VEHICLE)),
                LeadSettings.of(input.settings()))
            .where(input.days().toSql(LeadTables.FIRST_DAY.name())));
  }
}
