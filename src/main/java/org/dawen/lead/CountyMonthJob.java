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

/** Closure rate and off-site share of the months for which there is evidence of any day. */
public final class CountyMonthJob implements QueryJob {
  private static final String DUE_WITHIN = "lead.due_within_days";
  private static final String TARGET = "lead.off_site_target_percent";

  @Override
  public JobSpec spec() {
    return JobSpec.writes(LeadTables.COUNTY_MONTH)
        .follows(LeadTables.EVIDENCE)
        .reach(Reach.wholeMonth())
        .looksUp(
            RegistryTables.WORK_ORDER,
            RegistryTables.ENFORCEMENT_CASE,
            RegistryTables.OUTLET,
            RegistryTables.METER,
            RegistryTables.VEHICLE)
        .settings(DUE_WITHIN, TARGET)
        .build();
  }

  @Override
  public Map<Table, Dataset<Row>> run(JobInput input) {
    return Map.of(
        LeadTables.COUNTY_MONTH,
        CountyMonthRules.countyMonths(
            input.lookUp(RegistryTables.WORK_ORDER),
            input.lookUp(RegistryTables.ENFORCEMENT_CASE),
            LeadRules.areas(
                input.lookUp(RegistryTables.OUTLET),
                input.lookUp(RegistryTables.METER),
                input.lookUp(RegistryTables.VEHICLE)),
            input.days(),
            input.settings().whole(DUE_WITHIN),
            input.settings().decimal(TARGET)));
  }
}
