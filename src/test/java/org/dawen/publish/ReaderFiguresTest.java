package org.dawen.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.dawen.cli.Catalogue;
import org.dawen.cli.SampleLake;
import org.dawen.lake.Column;
import org.dawen.lake.Lake;
import org.dawen.lake.Table;
import org.junit.jupiter.api.Test;

/**
 * What Spark finds in every result table of the sample lake, written down for the readers in other
 * languages ({@code src/test/python/test_readers.py}): rows, values of each column, sums, latest
 * times.
 */
class ReaderFiguresTest {
  private static final Set<String> NO_RESULTS = Set.of("registry", "ops", "received");

  @Test
  void figuresOfEveryResultTableAreWrittenDown() throws Exception {
    Lake lake = SampleLake.lake();
    ObjectNode all = new ObjectMapper().createObjectNode();
    for (Table table : Catalogue.tables()) {
      if (!NO_RESULTS.contains(table.schemaName()) && lake.exists(table)) {
        figures(lake, table, all.putObject(table.name()));
      }
    }
    assertThat(all.size()).isGreaterThan(25);
    Path home = Path.of(System.getProperty("dawen.home", "."));
    Files.writeString(home.resolve("target/sample-figures.json"), all.toPrettyString());
  }

  @Test
  void theFeedOfTheSampleMonthIsLeftForTheOtherReaders() {
    Path feeds = Path.of(System.getProperty("dawen.home", "."), "target/sample-feed");
    SampleLake.delete(feeds);
    assertThat(
            new FeedRelease(SampleLake.lake(), Catalogue.tables(), feeds)
                .release(java.time.YearMonth.of(2024, 3), java.time.LocalDate.of(2024, 4, 2))
                .isNew())
        .isTrue();
  }

  @Test
  void theBriefsOfTwoDaysAreLeftForTheOtherReaders() {
    Path briefs = Path.of(System.getProperty("dawen.home", "."), "target/sample-briefs");
    SampleLake.delete(briefs);
    MorningReport report = new MorningReport(SampleLake.lake(), Catalogue.tables());
    for (int day : new int[] {15, 25}) {
      assertThat(report.write(java.time.LocalDate.of(2024, 3, day), briefs)).hasSize(9);
    }
  }

  private static void figures(Lake lake, Table table, ObjectNode into) {
    List<String> asked = new ArrayList<>(List.of("count(*) AS row_count"));
    List<String> names = new ArrayList<>(List.of("rows"));
    for (Column c : table.columns()) {
      asked.add("count(%s)".formatted(c.name()));
      names.add(c.name());
      if (c.type() instanceof DecimalType
          || c.type().equals(DataTypes.IntegerType)
          || c.type().equals(DataTypes.LongType)) {
        asked.add("CAST(sum(CAST(%s AS DECIMAL(38,10))) AS STRING)".formatted(c.name()));
        names.add("sum " + c.name());
      } else if (c.type().equals(DataTypes.TimestampNTZType)
          || c.type().equals(DataTypes.DateType)) {
        asked.add("CAST(max(%s) AS STRING)".formatted(c.name()));
        names.add("max " + c.name());
      }
    }
    Row row = lake.read(table).selectExpr(asked.toArray(String[]::new)).head();
    for (int i = 0; i < names.size(); i++) {
      Object value = row.get(i);
      into.put(names.get(i), value == null ? null : value.toString());
    }
  }
}
