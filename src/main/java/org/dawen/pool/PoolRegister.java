package org.dawen.pool;

import java.util.List;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.Table;
import org.dawen.registry.PoolClosing;
import org.dawen.registry.PoolMultiplier;
import org.dawen.registry.PoolValidity;
import org.dawen.registry.ReductionTask;
import org.dawen.registry.RegistryTables;
import org.dawen.run.References;

/** What the registry says about the pool: a row a month, a year, a pollutant. */
public record PoolRegister(
    List<PoolMultiplier> multipliers,
    List<PoolValidity> validities,
    List<PoolClosing> closings,
    List<ReductionTask> tasks) {
  static final Table[] TABLES = {
    RegistryTables.POOL_CLOSING,
    RegistryTables.POOL_MULTIPLIER,
    RegistryTables.POOL_VALIDITY,
    RegistryTables.REDUCTION_TASK
  };

  static PoolRegister of(References references) {
    return new PoolRegister(
        references.all(PoolMultiplier.class),
        references.all(PoolValidity.class),
        references.all(PoolClosing.class),
        references.all(ReductionTask.class));
  }

  /** As the registry of a lake is now. */
  public static PoolRegister of(Lake lake) {
    return new PoolRegister(
        all(lake, RegistryTables.POOL_MULTIPLIER, PoolMultiplier.class),
        all(lake, RegistryTables.POOL_VALIDITY, PoolValidity.class),
        all(lake, RegistryTables.POOL_CLOSING, PoolClosing.class),
        all(lake, RegistryTables.REDUCTION_TASK, ReductionTask.class));
  }

  private static <R extends Record> List<R> all(Lake lake, Table table, Class<R> type) {
    return lake.rows(table, type, DaySet.ALWAYS).list();
  }
}
