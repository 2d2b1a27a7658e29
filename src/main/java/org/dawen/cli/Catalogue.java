package org.dawen.cli;

import java.util.ArrayList;
import java.util.List;
import org.dawen.air.AirTables;
import org.dawen.air.StationDayJob;
import org.dawen.air.StationHourJob;
import org.dawen.intake.LedgerTables;
import org.dawen.intake.ReceivedTables;
import org.dawen.lake.Table;
import org.dawen.pool.LedgerJob;
import org.dawen.pool.PoolExplanation;
import org.dawen.pool.PoolTables;
import org.dawen.power.MeterIntervalJob;
import org.dawen.power.PowerTables;
import org.dawen.registry.RegistryTables;
import org.dawen.run.Explanation;
import org.dawen.run.Job;
import org.dawen.run.OpsTables;
import org.dawen.source.ExceedanceHourJob;
import org.dawen.source.OutletHourJob;
import org.dawen.source.SourceTables;

/** Every table and every job there is. */
public final class Catalogue {
  private Catalogue() {}

  /** All jobs; the runner puts them in order. */
  public static List<Job> jobs() {
    return List.of(
        new StationHourJob(),
        new StationDayJob(),
        new OutletHourJob(),
        new ExceedanceHourJob(),
        new MeterIntervalJob(),
        new LedgerJob());
  }

  /** How rows are explained, a table each; others are explained by their columns. */
  public static List<Explanation> explanations() {
    return PoolExplanation.all();
  }

  /** All tables, in the order in which the road passes them. */
  public static List<Table> tables() {
    List<Table> tables = new ArrayList<>();
    tables.addAll(RegistryTables.ALL);
    tables.addAll(LedgerTables.ALL);
    tables.addAll(OpsTables.ALL);
    tables.addAll(ReceivedTables.ALL);
    tables.addAll(SourceTables.ALL);
    tables.addAll(PowerTables.ALL);
    tables.addAll(AirTables.ALL);
    tables.addAll(PoolTables.ALL);
    return tables;
  }
}
