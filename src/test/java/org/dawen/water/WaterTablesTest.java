package org.dawen.water;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dawen.lake.Column;
import org.dawen.lake.Table;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WaterTablesTest {
  static List<Class<? extends Record>> tables() {
    return List.of(
        WaterObservation.class,
        ObservationClass.class,
        SectionDay.class,
        SectionItemDay.class,
        SectionMethodMonth.class,
        SectionMonth.class,
        SectionItemMonth.class,
        ClassChange.class,
        AreaMonth.class,
        AreaYear.class,
        LakeMonth.class,
        HeadroomMonth.class);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyColumnIsInTheDictionary(Class<? extends Record> type) {
    Table table = Table.of(type);
    assertThat(table.key()).isNotEmpty();
    assertThat(table.day()).isNotNull();
    assertThat(table.columns())
        .allMatch(c -> !c.meaning().isBlank() && !c.chinese().isBlank())
        .extracting(Column::name)
        .doesNotHaveDuplicates();
  }
}
