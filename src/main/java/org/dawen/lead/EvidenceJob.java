package org.dawen.lead;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.lake.Table;
import org.dawen.power.PowerTables;
import org.dawen.registry.RegistryTables;
import org.dawen.run.Job;
import org.dawen.run.JobInput;
import org.dawen.run.JobSpec;
import org.dawen.run.Reach;
import org.dawen.source.SourceTables;

/** What speaks for a lead, day by day. */
public final class EvidenceJob implements Job {

  @Override
  public JobSpec spec() {
    return JobSpec.writes(LeadTables.EVIDENCE)
        .follows(PowerTables.ANOMALY, PowerTables.RESPONSE_DAY, PowerTables.METER_DAY)
        .follows(SourceTables.EXCEEDANCE_HOUR)
        .follows(Reach.around(1, 0), SourceTables.OUTLET_HOUR)
        .looksUp(RegistryTables.ALERT, RegistryTables.COUNTY)
        .settings(EvidenceSettings.KEYS.toArray(String[]::new))
        .batchDays(186)
        .build();
  }

  @Override
  public Map<Table, Dataset<Row>> run(JobInput input) {
    EvidenceSettings settings = EvidenceSettings.of(input.settings());
    Dataset<Row> anomalies = input.read(PowerTables.ANOMALY);
    Dataset<Row> outletHours = input.read(SourceTables.OUTLET_HOUR);
    return Map.of(
        LeadTables.EVIDENCE,
        EvidenceRules.ofElectricity(anomalies, settings.ticketMinutes())
            .union(EvidenceRules.ofResponses(input.read(PowerTables.RESPONSE_DAY)))
            .union(
                EvidenceRules.ofExceedancesUnderAlert(
                    input.read(SourceTables.EXCEEDANCE_HOUR),
                    input.lookUp(RegistryTables.ALERT),
                    input.lookUp(RegistryTables.COUNTY)))
            .union(
                EvidenceRules.ofConcentrationsMeanwhile(
                    anomalies, outletHours, settings.pollutants()))
            .union(
                EvidenceRules.ofStoppedButRunning(
                    outletHours, input.read(PowerTables.METER_DAY), input.days(), settings)));
  }
}
