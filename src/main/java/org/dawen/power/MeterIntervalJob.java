package org.dawen.power;

import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dawen.intake.ReceivedTables;
import org.dawen.lake.Lake;
import org.dawen.lake.Table;
import org.dawen.registry.RegistryTables;
import org.dawen.run.JobInput;
import org.dawen.run.JobSpec;
import org.dawen.run.QueryJob;
import org.dawen.run.Reach;

/** The intervals of meters in force with their mean power, and the meters the registry lacks. */
public final class MeterIntervalJob implements QueryJob {

  @Override
  public JobSpec spec() {
    return JobSpec.writes(PowerTables.METER_INTERVAL, PowerTables.UNKNOWN_METER)
        .follows(Reach.around(0, 1), ReceivedTables.POWER, ReceivedTables.POWER_PACKET)
        .looksUp(RegistryTables.METER, RegistryTables.METER_CHANGE)
        .settings(
            Stream.concat(PowerThresholds.KEYS.stream(), PacketParameters.KEYS.stream())
                .toArray(String[]::new))
        .batchDays(31)
        .build();
  }

  @Override
  public Map<Table, Dataset<Row>> run(JobInput input) {
    Dataset<Row> meters = input.lookUp(RegistryTables.METER);
    Dataset<Row> readings =
        ReadingRules.withRegistersBefore(
            ReadingRules.readings(
                input.read(ReceivedTables.POWER),
                PacketMeters.withRegisteredNumbers(
                    input.read(ReceivedTables.POWER_PACKET), Lake.all(meters)),
                PacketParameters.of(input.settings())),
            input.lookUp(RegistryTables.METER_CHANGE),
            input.days());
    return Map.of(
        PowerTables.METER_INTERVAL,
        IntervalRules.meterIntervals(readings, meters, PowerThresholds.of(input.settings())),
        PowerTables.UNKNOWN_METER,
        MeterRules.unknownMeters(readings.where(ReadingRules.IS_SEED + " = 0"), meters));
  }
}
