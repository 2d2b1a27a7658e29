package org.dawen.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.dawen.lake.Column;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.SharedSession;
import org.dawen.lake.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksTest {
  private static final Column CODE = Column.text("code").required().says("Code.", "编码");
  private static final Column DAY = Column.day("data_day").required().says("Day.", "日期");
  private static final Column FILE = Column.text("file_id").says("File.", "来源文件");

  @Test
  void aKeyOfSeveralRowsIsNamedWithItsFiles(@TempDir Path folder) {
    Table table =
        Table.table("air.thing")
            .says("One row per code and day.")
            .key(CODE, DAY)
            .day(DAY)
            .layout(org.dawen.lake.Layout.UNPARTITIONED)
            .from("a test")
            .columns(CODE, DAY, FILE);
    Lake lake = new Lake(SharedSession.spark(), folder.toString());
    LocalDate day = LocalDate.of(2024, 3, 1);
    List<Row> rows =
        List.of(
            RowFactory.create("S1", day, "air/b.csv"),
            RowFactory.create("S1", day, "air/a.csv"),
            RowFactory.create("S2", day, "air/a.csv"));
    lake.append(
        table,
        DaySet.of(List.of(day)),
        lake.spark().createDataFrame(rows, table.rowSchema()),
        "test");
    assertThat(Lake.all(Checks.keyNamesOneRow(lake, table, DaySet.of(List.of(day)))))
        .singleElement()
        .satisfies(
            r ->
                assertThat(r.text("sample"))
                    .isEqualTo("code=S1, data_day=2024-03-01 (air/a.csv, air/b.csv)"));
  }
}
