package org.dawen.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** DuckDB answers from the tables of the lake, and can do nothing else. */
class DuckQueryTest {
  private static final Column CODE = Column.text("code").required().says("Code.", "编码");
  private static final Column DAY = Column.day("data_day").required().says("Day.", "日期");
  private static final Column VALUE = Column.decimal("value", 9, 3).says("Value.", "值");
  private static final Table DAYS = table("air.day", Layout.UNPARTITIONED);
  private static final Table MONTHS = table("air.month", Layout.BY_YEAR);
  private static final Table ABSENT = table("air.absent", Layout.BY_MONTH);
  private static final LocalDate D1 = LocalDate.of(2024, 3, 1);

  @TempDir private static Path folder;
  private static Path files;
  private static Lake lake;
  private static DuckQuery query;
  private static List<String> before;

  private static Table table(String name, Layout layout) {
    return TestTable.table(name)
        .says("One row per code and day.")
        .key(CODE, DAY)
        .day(DAY)
        .layout(layout)
        .columns(List.of(CODE, DAY, VALUE));
  }

  /** Brackets, a blank, a quote and an equals sign: DuckDB gives all of them a meaning in paths. */
  @BeforeAll
  static void writeTheLake() throws IOException {
    SparkSession spark = SharedSession.spark();
    files = Files.createDirectories(folder.resolve("files"));
    lake = new Lake(spark, folder.resolve("data_year=1999/it's [a] lake").toString());
    for (Table table : List.of(DAYS, MONTHS)) {
      for (LocalDate day : List.of(D1, D1.plusYears(1))) {
        Given.replaceDays(
            lake,
            table,
            DaySet.of(day),
            spark.createDataFrame(
                List.of(
                    RowFactory.create("x", day, new java.math.BigDecimal(day.getYear() + ".125")),
                    RowFactory.create("y", day, null)),
                table.rowSchema()),
            "job");
      }
    }
    Files.writeString(files.resolve("secret.txt"), "secret");
    query =
        new DuckQuery(
            lake,
            () -> List.of(DAYS, MONTHS, ABSENT),
            2,
            Files.createDirectories(folder.resolve("scratch")));
    before = everyFile();
  }

  private static List<String> everyFile() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.map(Path::toString).sorted().toList();
    }
  }

  @AfterAll
  static void nothingWasWritten() throws IOException {
    assertThat(everyFile()).isEqualTo(before);
    query.close();
  }

  private static List<String> answered(String sql) {
    List<String> rows = new ArrayList<>();
    query.ask(sql).rows().forEachRemaining(r -> rows.add(Arrays.toString(r)));
    return rows;
  }

  static Stream<String[]> refused() throws IOException {
    List<String[]> statements = new ArrayList<>();
    String sentence = "";
    try (InputStream in =
        DuckQueryTest.class.getClassLoader().getResourceAsStream("sql/refused-duckdb.txt")) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (line.startsWith("[")) {
          sentence = line.substring(1, line.length() - 1);
        } else if (!line.isBlank() && !line.startsWith("#")) {
          statements.add(new String[] {sentence, line});
        }
      }
    }
    return statements.stream();
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatDoesMoreThanReadTheTablesIsRefusedInOneSentence(String sentence, String statement) {
    String sql =
        statement
            .replace("{files}", files.toString())
            .replace("{lake}", lake.root().replace("'", "''"));

    assertThatThrownBy(() -> query.judge(sql))
        .isInstanceOfSatisfying(Trouble.class, e -> assertThat(e.kind().exitCode()).isEqualTo(2))
        .hasMessageContaining(sentence)
        .hasMessageNotContainingAny("\n", "\tat ", "java.sql");
  }

  /** What the list of statements forgets must still find the door shut. */
  @Test
  void filesOutsideTheLakeAreShutToDuckDbItself() {
    assertThatThrownBy(() -> query.run("SELECT * FROM '" + files.resolve("secret.txt") + "'"))
        .isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> query.run("FROM read_text('" + files.resolve("secret.txt") + "')"))
        .hasMessageContaining("disabled");
    assertThatThrownBy(() -> query.run("COPY (SELECT 1) TO '" + files.resolve("out.csv") + "'"))
        .hasMessageContaining("disabled");
    assertThatThrownBy(() -> query.run("SET enable_external_access = true"))
        .hasMessageContaining("locked");
    assertThatThrownBy(() -> query.run("INSTALL httpfs")).hasMessageContaining("disabled");
  }

  @Test
  void aTableIsNamedByWhateverSpelling() {
    assertThat(query.judge("SELECT count(*) FROM AIR.Month m, air.day d, air.month n").tables())
        .containsExactly(MONTHS, DAYS);
    assertThat(
            answered(
                "SELECT code, value FROM air.day WHERE data_day = DATE '2024-03-01' ORDER BY 1"))
        .containsExactly("[x, 2024.125]", "[y, null]");
    assertThat(answered("SELECT sum(value), count(*) FROM air.month"))
        .containsExactly("[4049.250, 4]");
    assertThat(answered("SELECT DISTINCT data_year FROM air.month ORDER BY 1"))
        .containsExactly("[2024]", "[2025]");
    assertThat(answered("SELECT * FROM air.absent")).isEmpty();
  }

  @Test
  void listsStructsAndOperatorsAreThere() {
    assertThat(
            answered("SELECT [10, 20][1], {'a': 1}.a, 'abc' LIKE 'a%', 7 // 2, list_sum([1, 2])"))
        .containsExactly("[10, 1, true, 3, 3]");
    assertThat(answered("SELECT count(*) FROM range(3), (VALUES (1), (2)) v(x) WHERE x IN (1, 2)"))
        .containsExactly("[6]");
    assertThat(
            answered(
                "WITH d AS (SELECT * FROM air.day) SELECT code, row_number() OVER (ORDER BY code)"
                    + " AS n FROM d WHERE value IS NOT NULL QUALIFY n = 1"))
        .containsExactly("[x, 1]");
  }

  @Test
  void valuesComeAsTheyAreStored() {
    assertThat(answered("SELECT NULL, 1::DECIMAL(9, 3), DATE '2024-03-01', sum(3), true, 'a'"))
        .containsExactly("[null, 1.000, 2024-03-01, 3, true, a]");
    assertThat(answered("SELECT TIMESTAMP '2024-03-01 06:00:00'"))
        .containsExactly("[2024-03-01T06:00]");
    assertThat(answered("SELECT TIMESTAMPTZ '2024-03-01 06:00:00'"))
        .as("a time without a zone is Beijing time")
        .containsExactly("[2024-02-29T22:00:00Z]");
    assertThat(answered("SELECT value FROM air.day WHERE data_day = '2024-03-01' ORDER BY value"))
        .as("nulls in front, as Spark has them")
        .containsExactly("[null]", "[2024.125]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "SELECT 9223372036854775807 + 1::BIGINT | Overflow",
        "SELECT 2147483647 + 1 | run: Overflow",
        "SELECT CAST(code AS INT) FROM air.day | Could not convert string",
        "SELECT velue FROM air.day | \"value\"",
        "SELECT code, sum(value) FROM air.day | GROUP BY",
        "SELEC 1 | syntax error",
        "SELECT * FROM air.dey | Did you mean air.day",
        "SELECT * FROM air.day AT (VERSION => 0) | --engine spark",
        "SELECT repeat('x', 100000000000) | cannot be run"
      })
  void whatTheAskerDidWrongIsOneSentence(String sql, String sentence) {
    assertThatThrownBy(() -> query.ask(sql).rows().forEachRemaining(row -> {}))
        .isInstanceOfSatisfying(Trouble.class, e -> assertThat(e.kind().exitCode()).isEqualTo(2))
        .hasMessageContaining(sentence)
        .hasMessageNotContainingAny("\n", "\tat ", "java.sql", "pending query");
  }

  @Test
  void rowsThatAnotherWriterMarkedAsDeletedAreNotShown(@TempDir Path there) throws IOException {
    Lake other = new Lake(SharedSession.spark(), there.resolve("lake").toString());
    Given.replaceDays(
        other, DAYS, DaySet.of(D1), Given.ofDays(lake, DAYS, DaySet.of(D1)).coalesce(1), "job");
    String path = "delta.`" + other.path(DAYS) + "`";
    other
        .spark()
        .sql("ALTER TABLE " + path + " SET TBLPROPERTIES (delta.enableDeletionVectors = true)");
    other.spark().sql("DELETE FROM " + path + " WHERE code = 'x'");
    try (DuckQuery asked =
        new DuckQuery(
            other, () -> List.of(DAYS), 1, Files.createDirectories(there.resolve("scratch")))) {
      assertThatThrownBy(() -> asked.ask("SELECT * FROM air.day"))
          .isInstanceOf(Trouble.class)
          .hasMessageContaining("./dawen sql --engine spark");
    }
  }

  @Test
  void anAnswerThatNobodyReadsToItsEndDoesNotStopTheNext() {
    assertThat(query.ask("SELECT * FROM range(1000000)").rows().next()).containsExactly(0L);
    assertThat(answered("SELECT count(*) FROM air.day")).containsExactly("[4]");
  }

  @Test
  void aFileOfTheLakeThatIsGoneIsASentence(@TempDir Path there) throws IOException {
    Lake damaged = new Lake(SharedSession.spark(), there.toString());
    Given.replaceDays(damaged, DAYS, DaySet.of(D1), Given.ofDays(lake, DAYS, DaySet.of(D1)), "job");
    try (Stream<Path> all = Files.walk(there)) {
      for (Path file : all.filter(f -> f.toString().endsWith(".parquet")).toList()) {
        Files.delete(file);
      }
    }
    try (DuckQuery asked =
        new DuckQuery(
            damaged, () -> List.of(DAYS), 1, Files.createDirectories(there.resolve("scratch")))) {
      assertThatThrownBy(() -> asked.ask("SELECT * FROM air.day").rows().hasNext())
          .isInstanceOf(Trouble.class)
          .hasMessageContaining("doctor");
    }
  }
}
