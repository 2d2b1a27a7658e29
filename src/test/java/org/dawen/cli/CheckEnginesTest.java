package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.dawen.lake.Lake;
import org.dawen.lake.Query;
import org.dawen.lake.SharedSession;
import org.dawen.lake.SqlEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The checks are asked of DuckDB on a disk of this machine and of Spark elsewhere: equal answers.
 */
class CheckEnginesTest {
  private static String findings(Lake lake, Lake registry, Function<Lake, SqlEngine> engines) {
    LakeOptions options = new LakeOptions();
    options.landing =
        Path.of(System.getProperty("dawen.home", "."), "data-samples/landing").toString();
    SqlEngine engine = engines.apply(lake);
    return String.join(
        "\n",
        DoctorReport.look(lake, engine, LocalDate.of(2024, 3, 25)).json(),
        PoolReport.proof(lake, engine).json(),
        PoolReport.hints(engine).json(),
        RegistryReport.look(registry, engines.apply(registry), options, lake).json());
  }

  @Test
  void bothEnginesFindTheSame(@TempDir Path folder) {
    Lake lake = SampleLake.lake();
    Lake registry = new Lake(SharedSession.spark(), folder.resolve("lake").toString());
    String byDuckDb = findings(lake, registry, Engines::of);
    assertThat(byDuckDb)
        .isEqualTo(findings(lake, registry, l -> new Query(l, Catalogue.tables())))
        .contains("EX008-DW001: 6 days", "EX099-M1", "EX002 orange");
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
