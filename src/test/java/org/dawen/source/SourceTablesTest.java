package org.dawen.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.NumericType;
import org.dawen.lake.Column;
import org.dawen.lake.Table;
import org.dawen.run.JobSpec;
import org.junit.jupiter.api.Test;

class SourceTablesTest {
  private static final Map<String, String> ENDINGS =
      Map.of(
          "%",
          "_percent",
          Column.AS_ROW,
          "_value",
          "kg",
          "_kg",
          "h",
          "_hours",
          "min",
          "_minutes",
          "d",
          "_days",
          "m³",
          "_m3",
          "mg/m³",
          "_mg_m3");

  @Test
  void everyNumericColumnHasAUnitAndEndsInIt() {
    for (Table table : SourceTables.ALL) {
      for (Column c : table.columns()) {
        assertThat(c.meaning()).as(c.name()).isNotBlank();
        assertThat(c.chinese()).as(c.name()).isNotBlank();
        if (c.type() instanceof NumericType && !c.unit().equals(Column.NUMBER)) {
          assertThat(c.name()).endsWith(ENDINGS.get(c.unit()));
        }
      }
    }
  }

  @Test
  void keysAreNeverNull() {
    for (Table table : SourceTables.ALL) {
      assertThat(table.key()).as(table.name()).isNotEmpty().allMatch(Column::isRequired);
    }
  }

  @Test
  void jobsAreNamedAfterTheTableTheyMainlyWrite() {
    List<JobSpec> parts = new PacketPass().spec().parts();
    assertThat(parts)
        .extracting(JobSpec::name)
        .containsExactly(
            "source.outlet_hour", "source.exceedance_hour", "source.withdrawn_exceedance");
    assertThat(parts.get(0).standards())
        .containsExactly("emission_limits.csv", "hj212_factors.csv");
  }
}
