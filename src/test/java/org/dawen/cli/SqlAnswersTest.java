package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dawen.lake.Lake;
import org.dawen.lake.Query;
import org.dawen.lake.SharedSession;
import org.dawen.lake.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlAnswersTest {
  private static final String FAILS_AT_THE_END =
      "SELECT id, IF(id = 99999, raise_error('the last'), id) FROM range(0, 100000, 1, 4)";

  @TempDir private Path folder;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  private SqlAnswers answers(SqlFormat format) {
    Lake lake = new Lake(SharedSession.spark(), folder.toString());
    return new SqlAnswers(new Query(lake, Catalogue.tables()), format);
  }

  private String said() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void allStatementsAreJudgedBeforeTheFirstIsAnswered() {
    assertThatThrownBy(
            () ->
                answers(SqlFormat.CSV)
                    .print(List.of("SELECT 1", "SELECT 2", "DROP TABLE air.station_day"), out))
        .isInstanceOf(Trouble.class)
        .hasMessageStartingWith("Statement 3 of 3: This statement does not only read");
    assertThat(said()).isEmpty();
  }

  @Test
  void anAnswerThatDoesNotFitIntoMemoryIsASentence() {
    PrintStream full =
        new PrintStream(
            new OutputStream() {
              @Override
              public void write(int b) {
                throw new OutOfMemoryError("as where a workbook is made");
              }
            });
    assertThatThrownBy(() -> answers(SqlFormat.XLSX).print(List.of("SELECT 1 AS a"), full))
        .isInstanceOfSatisfying(
            Trouble.class, t -> assertThat(t.kind()).isEqualTo(Trouble.Kind.USAGE))
        .hasMessageContaining("more memory than the heap");
  }

  @Test
  void aStatementThatFailsIsNumbered() {
    assertThatThrownBy(
            () ->
                answers(SqlFormat.CSV)
                    .print(List.of("SELECT 1 AS a", "SELECT id / 0 FROM range(1)"), out))
        .isInstanceOfSatisfying(
            Trouble.class, t -> assertThat(t.kind()).isEqualTo(Trouble.Kind.USAGE))
        .hasMessageStartingWith("Statement 2 of 2: The query cannot be run: Division by zero.");
    assertThat(said()).startsWith("a\r\n1\r\n");
  }

  @Test
  void thePromptSaysWhatIsWrongAndGoesOn() throws IOException {
    SqlPrompt prompt = new SqlPrompt(answers(SqlFormat.TABLE), out, out);
    for (String wrong :
        List.of(
            "SELECT 1 / 0;", "SELEC;", "SET x = 1;", "SELECT nosuch;", FAILS_AT_THE_END + ";")) {
      bytes.reset();
      Iterator<String> lines = List.of(wrong).iterator();
      prompt.answerEach(isContinued -> lines.hasNext() ? lines.next() : null);
      assertThat(said()).as(wrong).isNotBlank().doesNotContain("\tat ", "SQLSTATE");
    }
    bytes.reset();
    Iterator<String> lines = List.of("SELECT 42", "AS n;", "exit", "SELECT 43;").iterator();
    prompt.answerEach(isContinued -> lines.hasNext() ? lines.next() : null);
    assertThat(said()).contains("42", "1 rows").doesNotContain("43");
  }

  @Test
  void ofWhatIsPipedInAllIsAnsweredAndTheFailedAreCounted() {
    String text =
        "-- three wrong ones\nSELECT 1 / 0 AS a; SELECT 2 AS b;\nSELECT ';\n' AS c; SELEC\n;"
            + "DROP TABLE air.station_day;\nSELECT 3 AS d; -- the end\nSELECT 4 AS e";
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    SqlPrompt prompt =
        new SqlPrompt(
            answers(SqlFormat.CSV), out, new PrintStream(errors, true, StandardCharsets.UTF_8));
    assertThatThrownBy(() -> prompt.answerAll(new BufferedReader(new StringReader(text))))
        .isInstanceOfSatisfying(
            Trouble.class, t -> assertThat(t.kind()).isEqualTo(Trouble.Kind.USAGE))
        .hasMessageStartingWith("3 of 7 statements failed.");
    assertThat(said()).isEqualTo("b\r\n2\r\nc\r\n\";\n\"\r\nd\r\n3\r\ne\r\n4\r\n");
    assertThat(errors.toString(StandardCharsets.UTF_8).lines().filter(l -> l.startsWith("State")))
        .satisfiesExactly(
            l -> assertThat(l).startsWith("Statement 1: The query cannot be run: Division by"),
            l -> assertThat(l).startsWith("Statement 4: "),
            l -> assertThat(l).startsWith("Statement 5: This statement does not only read"));
  }

  @Test
  void anAnswerThatFailsInItsMiddleLeavesNoFile() throws IOException {
    AnswerFile file = new AnswerFile(folder.resolve("a.csv"));

    assertThatThrownBy(
            () -> file.write(into -> answers(SqlFormat.CSV).print(List.of(FAILS_AT_THE_END), into)))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("the last");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void aCellAndAHeadingOfCsvAreNoFormulaAndANumberStaysOne() {
    answers(SqlFormat.CSV)
        .print(
            List.of(
                "SELECT ' \uFF1Dcmd()' AS `=a`, -1.5 AS n, '-1.5' AS t, '-' AS none, "
                    + "'\\u00A0@x' AS b, array('=1') AS c"),
            out);
    assertThat(said()).startsWith("'=a,n,t,none,b,c\r\n' \uFF1Dcmd(),-1.5,-1.5,-,'\u00A0@x,");
  }
}
