package org.dawen.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
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
import scala.jdk.javaapi.CollectionConverters;

/** A question reads the tables of the lake, and can do nothing else. */
class QueryTest {
  private static final Column CODE = Column.text("code").required().says("Code.", "编码");
  private static final Column DAY = Column.day("data_day").required().says("Day.", "日期");
  private static final Column VALUE = Column.whole("value").says("Value.", "值");
  private static final Table DAYS = table("air.day", Layout.UNPARTITIONED);
  private static final Table MONTHS = table("air.month", Layout.BY_YEAR);
  private static final Table ABSENT = table("air.absent", Layout.UNPARTITIONED);
  private static final LocalDate D1 = LocalDate.of(2024, 3, 1);

  @TempDir private static Path lakeFolder;
  @TempDir private static Path files;
  private static Lake lake;
  private static List<String> before;
  private static Map<String, String> settingsBefore;

  private static Table table(String name, Layout layout) {
    return TestTable.table(name)
        .says("One row per code and day.")
        .key(CODE, DAY)
        .day(DAY)
        .layout(layout)
        .columns(List.of(CODE, DAY, VALUE));
  }

  @BeforeAll
  static void writeTheLake() throws IOException {
    SparkSession spark = SharedSession.spark();
    lake = new Lake(spark, lakeFolder.toString());
    for (Table table : List.of(DAYS, MONTHS)) {
      for (LocalDate day : List.of(D1, D1.plusDays(1))) {
        Given.replaceDays(
            lake,
            table,
            DaySet.of(day),
            spark.createDataFrame(
                List.of(
                    RowFactory.create("x", day, (long) day.getDayOfMonth()),
                    RowFactory.create("y", day, 7L)),
                table.rowSchema()),
            "job");
      }
    }
    Files.writeString(files.resolve("secret.txt"), "secret");
    before = everyFile();
    settingsBefore = settings();
  }

  private static Map<String, String> settings() {
    Map<String, String> settings =
        new TreeMap<>(CollectionConverters.asJava(SharedSession.spark().conf().getAll()));
    // Delta's note of what the tests themselves wrote.
    settings.remove("spark.databricks.delta.lastCommitVersionInSession");
    return settings;
  }

  private static List<String> everyFile() throws IOException {
    List<String> names = new ArrayList<>();
    for (Path folder : List.of(lakeFolder, files)) {
      try (Stream<Path> all = Files.walk(folder)) {
        all.map(Path::toString).sorted().forEach(names::add);
      }
    }
    return names;
  }

  /**
   * After all of them: not one has left anything behind, in the lake, beside it, in the session.
   */
  @AfterAll
  static void nothingWasWritten() throws IOException {
    SparkSession spark = SharedSession.spark();
    assertThat(everyFile()).isEqualTo(before);
    assertThat(lake.newestVersion(DAYS)).isEqualTo(1);
    assertThat(settings()).isEqualTo(settingsBefore);
    assertThat(System.getProperty("dawen.test.sql")).isNull();
    assertThat(spark.catalog().tableExists("air.day")).as("nothing is registered").isFalse();
    assertThat(spark.catalog().functionExists("f")).isFalse();
    assertThat(spark.catalog().currentDatabase()).isEqualTo("default");
  }

  private static Query query() {
    return new Query(lake, List.of(DAYS, MONTHS, ABSENT));
  }

  private static List<String> answered(String sql) {
    List<String> rows = new ArrayList<>();
    query().ask(sql).rows().forEachRemaining(r -> rows.add(Arrays.toString(r)));
    return rows;
  }

  private static List<String> lines(String file) throws IOException {
    try (InputStream in = QueryTest.class.getClassLoader().getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(l -> !l.isBlank() && !l.startsWith("#"))
          .toList();
    }
  }

  static Stream<String[]> refused() throws IOException {
    List<String[]> statements = new ArrayList<>();
    String sentence = "";
    for (String line : lines("sql/refused.txt")) {
      if (line.startsWith("[")) {
        sentence = line.substring(1, line.length() - 1);
      } else {
        statements.add(new String[] {sentence, line});
      }
    }
    return statements.stream();
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatDoesMoreThanReadTheTablesIsRefusedInOneSentence(String sentence, String statement) {
    String sql = statement.replace("{files}", files.toString()).replace("{lake}", lake.root());

    assertThatThrownBy(() -> query().judge(sql))
        .isInstanceOfSatisfying(Trouble.class, e -> assertThat(e.kind().exitCode()).isEqualTo(2))
        .hasMessageContaining(sentence)
        .hasMessageNotContainingAny("SQLSTATE", "\n", "\tat ", "org.apache");
  }

  static Stream<String> good() throws IOException {
    return lines("sql/answered.txt").stream();
  }

  @ParameterizedTest
  @MethodSource("good")
  void whatReadsIsAnswered(String sql) {
    query().ask(sql).rows().forEachRemaining(row -> assertThat(row).isNotEmpty());
  }

  @Test
  void aTableIsNamedByWhateverSpellingAndReadOnceAStatement() {
    SqlEngine.Question question =
        query().judge("SELECT count(*) FROM AIR.Month m, air.day d, spark_catalog.air.month n");

    assertThat(question.tables()).containsExactly(MONTHS, DAYS);
    assertThat(answered("SELECT code, value FROM air.day WHERE data_day = DATE'2024-03-02'"))
        .containsExactlyInAnyOrder("[x, 2]", "[y, 7]");
    assertThat(answered("SELECT sum(value) FROM air.day VERSION AS OF 0")).containsExactly("[8]");
    assertThat(answered("SELECT sum(value) FROM air.day")).containsExactly("[17]");
    assertThat(answered("SELECT * FROM air.absent")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "SELECT 1 / 0 | Division by zero",
        "SELECT value / (value - value) FROM air.day | Division by zero",
        "SELECT 2147483647 + 1 | overflow",
        "SELECT sum(9223372036854775807 - 1 + value - value) FROM air.day | overflow",
        "SELECT CAST(code AS INT) FROM air.day | cannot be cast to \"INT\"",
        "SELECT array(1, 2)[value] FROM air.day | out of bounds",
        "SELECT (SELECT value FROM air.day) | More than one row",
        "SELECT make_date(2024, 13, value) FROM air.day | MonthOfYear",
        "SELECT to_date(code, 'yyyy') FROM air.day | could not be parsed",
        "SELECT code RLIKE '(' FROM air.day | Unclosed group",
        "SELECT date_format(data_day, 'bbb') FROM air.day | Unrecognized datetime pattern",
        "SELECT sequence(1, value, 0) FROM air.day | Illegal sequence boundaries",
        "SELECT timestamp_seconds(9223372036854775807 - value) FROM air.day | long overflow",
        "SELECT raise_error(code) FROM air.day WHERE code = 'x' | run: x",
        "SELECT assert_true(value > 100) FROM air.day | is not true",
        "SELECT velue FROM air.day | Did you mean one of the following? [`value`",
        "SELECT code, sum(value) FROM air.day | GROUP BY",
        "SELECT d.nosuch FROM air.day d | `d`.`nosuch`",
        "SELECT * FROM air.dey | Did you mean air.day",
        "SELECT * FROM day | Did you mean air.day",
        "SELECT nosuch(1) | There is no function 'nosuch'",
        "SELECT count(*) FROM air.day VERSION AS OF 99 | version 99",
        "SELECT count(*) FROM air.absent VERSION AS OF 0 | not been written yet",
        "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT count(*) FROM r |"
            + " Recursion",
        "SELECT map(value, 1, value, 2) FROM air.day | Duplicate map key",
        "SELECT repeat('x', 2147483000) | more memory than the heap of",
        "SELECT max(length(repeat(code, 2147483000))) FROM air.day | DAWEN_HEAP=4g",
        "SELECT array_repeat(value, 2147483000) FROM air.day | memory"
      })
  void whatTheAskerDidWrongIsOneSentence(String sql, String sentence) {
    assertThatThrownBy(() -> query().ask(sql).rows().forEachRemaining(row -> {}))
        .isInstanceOfSatisfying(Trouble.class, e -> assertThat(e.kind().exitCode()).isEqualTo(2))
        .hasMessageContaining(sentence)
        .hasMessageNotContainingAny(
            "SQLSTATE", "\n", "\tat ", "spark.sql.ansi", "((", "org.apache");
  }

  @Test
  void nothingIsPutInForWhatLooksLikeAVariable() {
    for (String text : List.of("${env:PATH}", "${system:user.home}", "${spark.master}", "${x}")) {
      assertThat(answered("SELECT '%s'".formatted(text))).containsExactly("[" + text + "]");
    }
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

    assertThatThrownBy(
            () -> new Query(damaged, List.of(DAYS)).ask("SELECT * FROM air.day").rows().hasNext())
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("doctor");
  }

  @Test
  void anEndlessExpressionIsASentence() {
    String deep = String.join("+", IntStream.range(0, 20_000).mapToObj(i -> "1").toList());

    assertThatThrownBy(() -> query().judge("SELECT " + deep)).isInstanceOf(Trouble.class);
    Query query = query();
    for (String opening : List.of("(", "CASE WHEN ", "case ( -- '\n")) {
      assertTimeout(
          Duration.ofSeconds(2),
          () ->
              assertThatThrownBy(() -> query.judge("SELECT " + opening.repeat(20_000)))
                  .isInstanceOf(Trouble.class)
                  .hasMessageContaining("too deeply"));
    }
    assertThat(query.ask("SELECT '" + "(".repeat(1_000) + "'").rows().next()[0].toString())
        .hasSize(1_000);
  }

  @Test
  void aTextBecomesALiteralWhateverItHolds() {
    for (String text : List.of("a", "it's", "\\", "\\'", "' OR reflect('x') --", "泰安\n", "''")) {
      assertThat(query().ask("SELECT " + SqlLiteral.of(text)).rows().next()).containsExactly(text);
    }
  }
}
