package org.dawen.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code dawen.duckdb}, read as a tool does that knows DuckDB and not Delta. */
class ViewFileTest {
  private static final Column CODE = Column.text("code").required().says("It's a code.", "编码");
  private static final Column DAY = Column.day("data_day").required().says("Day.", "日期");
  private static final Column VALUE = Column.decimal("value", 9, 3).says("Value.", "值");
  private static final Table DAYS = table("air.day", Layout.UNPARTITIONED);
  private static final Table MONTHS = table("air.month", Layout.BY_YEAR);
  private static final List<Table> TABLES =
      List.of(DAYS, MONTHS, table("air.absent", Layout.BY_MONTH));
  private static final LocalDate D1 = LocalDate.of(2024, 3, 1);
  private static final String ALL = "SELECT code, data_day, value FROM air.%s ORDER BY ALL";

  private static Table table(String name, Layout layout) {
    return TestTable.table(name)
        .says("One row per code and day.")
        .key(CODE, DAY)
        .day(DAY)
        .layout(layout)
        .columns(List.of(CODE, DAY, VALUE));
  }

  private static Lake lake(Path folder) {
    return new Lake(SharedSession.spark(), folder.toString());
  }

  private static void write(Lake lake, String code, LocalDate day) {
    for (Table table : List.of(DAYS, MONTHS)) {
      Given.replaceDays(
          lake,
          table,
          DaySet.of(day),
          SharedSession.spark()
              .createDataFrame(
                  List.of(RowFactory.create(code, day, new BigDecimal("1.125"))),
                  table.rowSchema()),
          "job");
    }
  }

  private static Connection open(Path lake) throws SQLException {
    Properties readOnly = new Properties();
    readOnly.setProperty("duckdb.read_only", "true");
    return DriverManager.getConnection("jdbc:duckdb:" + lake.resolve(ViewFile.NAME), readOnly);
  }

  private static List<String> ask(Connection connection, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(result.getString(i));
        }
        rows.add(String.join(" ", row));
      }
    }
    return rows;
  }

  @Test
  void everyTableIsAViewWithTheDictionaryAsComments(@TempDir Path folder) throws Exception {
    Path root = folder.resolve("it's [a] lake");
    Lake lake = lake(root);
    write(lake, "x", D1);
    ViewFile.refresh(lake, TABLES);
    try (Connection connection = open(root)) {
      for (String table : List.of("day", "month")) {
        assertThat(ask(connection, ALL.formatted(table))).containsExactly("x 2024-03-01 1.125");
      }
      assertThat(
              ask(connection, "SELECT view_name, comment FROM duckdb_views() WHERE NOT internal"))
          .containsExactlyInAnyOrder(
              "day One row per code and day.", "month One row per code and day.");
      assertThat(
              ask(
                  connection,
                  "SELECT column_name, comment FROM duckdb_columns() WHERE table_name = 'day'"))
          .contains("code 编码：It's a code.", "value 值：Value.");
    }
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(root.resolve(ViewFile.NAME))))
        .endsWith("---");
    try (var files = Files.list(root)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder(".notes", "air", ViewFile.NAME);
    }
  }

  @Test
  void anOpenReaderKeepsItsFileAndTheNextSeesWhatWasWrittenSince(@TempDir Path folder)
      throws Exception {
    Lake lake = lake(folder);
    write(lake, "x", D1);
    ViewFile.refresh(lake, TABLES);
    try (Connection reader = open(folder)) {
      assertThat(ask(reader, ALL.formatted("day"))).hasSize(1);
      write(lake, "y", D1.plusDays(1));
      ViewFile.refresh(lake, TABLES);
      assertThat(ask(reader, ALL.formatted("day"))).hasSize(1);
    }
    try (Connection reader = open(folder)) {
      assertThat(ask(reader, ALL.formatted("day")))
          .containsExactly("x 2024-03-01 1.125", "y 2024-03-02 1.125");
    }
  }

  @Test
  void itIsWrittenAnewOnlyIfTablesOrThePlaceHaveChanged(@TempDir Path folder) throws Exception {
    Path before = folder.resolve("before");
    write(lake(before), "x", D1);
    ViewFile.refresh(lake(before), TABLES);
    Object written = Files.readAttributes(before.resolve(ViewFile.NAME), "unix:ino").get("ino");
    ViewFile.refresh(lake(before), TABLES);
    assertThat(Files.readAttributes(before.resolve(ViewFile.NAME), "unix:ino").get("ino"))
        .isEqualTo(written);

    Path after = Files.move(before, folder.resolve("after"));
    ViewFile.refresh(lake(after), TABLES);
    try (Connection reader = open(after)) {
      assertThat(ask(reader, ALL.formatted("month"))).containsExactly("x 2024-03-01 1.125");
    }
  }
}
