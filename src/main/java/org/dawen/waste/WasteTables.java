package org.dawen.waste;

import java.util.List;
import java.util.stream.Stream;
import org.dawen.lake.Table;

/** The tables of hazardous waste (危险废物). */
public final class WasteTables {
  private WasteTables() {}

  public static final List<Table> ALL =
      Stream.<Class<? extends Record>>of(
              StockDay.class, Batch.class, Manifest.class, Finding.class, ManagementClass.class)
          .<Table>map(Table::of)
          .toList();
}
