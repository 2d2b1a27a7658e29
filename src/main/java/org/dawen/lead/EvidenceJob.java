package org.dawen.lead;

import static org.dawen.lead.EvidenceRules.ofExceedancesUnderAlert;
import static org.dawen.registry.RegistryTables.ALERT;
import static org.dawen.registry.RegistryTables.COUNTY;
import static org.dawen.registry.RegistryTables.OUTLET;
import static org.dawen.registry.RegistryTables.VEHICLE;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.diesel.DieselTables;
import org.dawen.lake.Table;
import org.dawen.power.PowerTables;
import org.dawen.run.JobInput;
import org.dawen.run.JobSpec;
import org.dawen.run.QueryJob;
import org.dawen.run.Reach;
import org.dawen.source.SourceTables;

/** What speaks for a lead, day by day. */
public final class EvidenceJob implements QueryJob {

  @Override
  public JobSpec spec() {
    return JobSpec.writes(LeadTables.EVIDENCE)
        .follows(PowerTables.RESPONSE_DAY, PowerTables.METER_DAY, SourceTables.EXCEEDANCE_HOUR)
        .follows(SourceTables.SUSPECT_SERIES, DieselTables.ANOMALY)
        .follows(Reach.andNextDays(1), PowerTables.ANOMALY)
        .follows(Reach.around(1, 0), SourceTables.OUTLET_HOUR)
        .looksUp(ALERT, COUNTY, VEHICLE, OUTLET)
        .settings(EvidenceSettings.KEYS.toArray(String[]::new))
        .batchDays(186)
        .build();
  }

  @Override
  public Map<Table, Dataset<Row>> run(JobInput input) {
    EvidenceSettings is = EvidenceSettings.of(input.settings());
    Dataset<Row> anomalies = input.read(PowerTables.ANOMALY, input.days());
    Dataset<Row> hours = input.read(SourceTables.OUTLET_HOUR);
    Dataset<Row> exceedances = input.read(SourceTables.EXCEEDANCE_HOUR);
    Dataset<Row> series = input.read(SourceTables.SUSPECT_SERIES);
    Dataset<Row> obd = input.read(DieselTables.ANOMALY);
    Dataset<Row> meterDays = input.read(PowerTables.METER_DAY);
    return Map.of(
        LeadTables.EVIDENCE,
        EvidenceRules.ofElectricity(anomalies, is.ticketMinutes())
            .union(EvidenceRules.ofResponses(input.read(PowerTables.RESPONSE_DAY)))
            .union(ofExceedancesUnderAlert(exceedances, input.lookUp(ALERT), input.lookUp(COUNTY)))
            .union(EvidenceRules.ofConcentrationsMeanwhile(anomalies, hours, is.pollutants()))
            .union(EvidenceRules.ofStoppedButRunning(hours, meterDays, input.days(), is))
            .union(SuspectRules.ofSuspectSeries(series, input.read(PowerTables.ANOMALY)))
            .union(FleetRules.ofFleets(obd, input.lookUp(VEHICLE), input.lookUp(OUTLET), is)));
  }
}
