package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.dawen.lake.Lake;
import org.dawen.lake.Query;
import org.dawen.lake.SqlEngine;
import org.junit.jupiter.api.Test;

/**
 * The checks are asked of DuckDB on a disk of this machine and of Spark elsewhere: equal answers.
 */
class CheckEnginesTest {
  private static String findings(Lake lake, SqlEngine engine) {
    return String.join(
        "\n",
        DoctorReport.look(lake, engine, LocalDate.of(2024, 3, 25)).json(),
        PoolReport.proof(lake, engine).json(),
        PoolReport.hints(engine).json());
  }

  @Test
  void bothEnginesFindTheSame() {
    Lake lake = SampleLake.lake();
    assertThat(findings(lake, Engines.of(lake)))
        .isEqualTo(findings(lake, new Query(lake, Catalogue.tables())))
        .contains("EX008-DW001: 6 days");
  }

  @Test
  void textsInConditionsStayTextsInBoth() {
    Lake lake = SampleLake.lake();
    for (String text : List.of("it's", "a\\b", "\\'", "' OR true --", "${env:HOME}", "")) {
      String sql = "SELECT " + org.dawen.lake.SqlLiteral.of(text) + " AS x";
      assertThat(Ask.texts(Engines.of(lake), sql)).containsExactly(text);
      assertThat(Ask.texts(new Query(lake, Catalogue.tables()), sql)).containsExactly(text);
    }
  }
}
