package org.dawen.ground;

import java.util.List;
import org.dawen.lake.Table;

/** The tables of ground water and soil (地下水与土壤). */
public final class GroundTables {
  public static final List<Table> ALL =
      List.of(
          Table.of(SampleItem.class),
          Table.of(SampleClass.class),
          Table.of(PointYear.class),
          Table.of(PlotYear.class));

  private GroundTables() {}
}
