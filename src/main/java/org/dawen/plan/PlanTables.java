package org.dawen.plan;

import java.util.List;
import org.dawen.lake.Table;

/** The tables of the scoreboard. */
public final class PlanTables {
  private PlanTables() {}

  public static final List<Table> ALL =
      List.of(Table.of(ProgressDay.class), Table.of(ProgressQuarter.class));
}
