package org.dawen.pool;

import java.util.List;
import org.dawen.lake.Lake;
import org.dawen.registry.PoolClosing;
import org.dawen.registry.PoolMultiplier;
import org.dawen.registry.PoolValidity;
import org.dawen.registry.ReductionTask;
import org.dawen.run.References;

/** What the registry says about the pool: a row a month, a year, a pollutant. */
public record PoolRegister(
    List<PoolMultiplier> multipliers,
    List<PoolValidity> validities,
    List<PoolClosing> closings,
    List<ReductionTask> tasks) {
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
        lake.records(PoolMultiplier.class),
        lake.records(PoolValidity.class),
        lake.records(PoolClosing.class),
        lake.records(ReductionTask.class));
  }
}
