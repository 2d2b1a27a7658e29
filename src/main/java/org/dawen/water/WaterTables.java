package org.dawen.water;

import java.util.List;
import java.util.stream.Stream;
import org.dawen.lake.Table;

/** The tables of surface water (地表水). */
public final class WaterTables {
  private WaterTables() {}

  public static final Table SECTION_ITEM_DAY = Table.of(SectionItemDay.class);
  public static final Table HEADROOM_MONTH = Table.of(HeadroomMonth.class);

  public static final List<Table> ALL =
      Stream.<Class<? extends Record>>of(
              WaterObservation.class,
              ObservationClass.class,
              SectionDay.class,
              SectionItemDay.class,
              SectionMethodMonth.class,
              SectionMonth.class,
              SectionItemMonth.class,
              ClassChange.class,
              LakeMonth.class,
              AreaMonth.class,
              AreaYear.class,
              HeadroomMonth.class)
          .<Table>map(Table::of)
          .toList();
}
