package org.dawen.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.dawen.lake.Column;
import org.dawen.lake.Commit;
import org.dawen.lake.DaySet;
import org.dawen.lake.Given;
import org.dawen.lake.KeyScan;
import org.dawen.lake.Lake;
import org.dawen.lake.SharedSession;
import org.dawen.lake.Table;
import org.dawen.lake.TestTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksTest {
  private static final Column CODE = Column.text("code").says("Code.", "编码");
  private static final Column DAY = Column.day("data_day").required().says("Day.", "日期");
  private static final Column FILE = Column.text("file_id").says("File.", "来源文件");
  private static final LocalDate FIRST = LocalDate.of(2024, 3, 1);

  private static Table table(Column... key) {
    return TestTable.table("air.thing")
        .says("One row per code and day.")
        .key(key)
        .day(DAY)
        .layout(org.dawen.lake.Layout.UNPARTITIONED)
        .from("a test")
        .columns(List.of(CODE, DAY, FILE));
  }

  /** What is said of rows written in as many commits as there are lists. */
  @SafeVarargs
  private static List<DataCheck> checks(Path folder, Table table, List<Row>... written) {
    Lake lake = new Lake(SharedSession.spark(), folder.toString());
    for (List<Row> rows : written) {
      lake.append(table, DaySet.ALWAYS, Given.rows(rows), "test");
    }
    List<String> files =
        lake.commitsAfter(table, -1).stream().map(Commit::files).flatMap(List::stream).toList();
    return Checks.keyNamesOneRow(table, new KeyScan(table).twice(lake, files), FIRST);
  }

  private static Row row(String code, int day, String file) {
    return RowFactory.create(code, FIRST.withDayOfMonth(day), file);
  }

  @Test
  void aKeyOfSeveralRowsIsNamedWithItsFiles(@TempDir Path folder) {
    assertThat(
            checks(
                folder,
                table(CODE, DAY),
                List.of(row("S1", 1, "air/b.csv"), row("S2", 1, "air/a.csv")),
                List.of(row("S1", 1, "air/a.csv"))))
        .containsExactly(
            new DataCheck(
                "air.thing",
                Checks.KEY_NAMES_ONE_ROW,
                FIRST,
                1L,
                "code=S1, data_day=2024-03-01 (air/a.csv, air/b.csv)"));
  }

  @Test
  void aKeyThatLacksTheDayNamesOneRowOfEachDay(@TempDir Path folder) {
    assertThat(checks(folder, table(CODE), List.of(row("S1", 1, "a"), row("S1", 2, "a"))))
        .isEmpty();
  }

  @Test
  void keysWithMissingPartsAreComparedToo(@TempDir Path folder) {
    assertThat(
            checks(
                folder,
                table(CODE, DAY),
                List.of(row(null, 1, "a"), row(null, 1, "b"), row("S1", 1, "a"))))
        .extracting(DataCheck::sample)
        .containsExactly("data_day=2024-03-01 (a, b)");
  }
}
