package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlTextTest {
  @Test
  void aSemicolonInQuotesOrCommentsEndsNothing() {
    assertThat(
            SqlText.statements(
                "SELECT ';', \"a;b\", `c;d` -- e;f\n"
                    + "; /* g; /* h; */ i; */ SELECT 'it\\'s;', 'a'';';"))
        .containsExactly("SELECT ';', \"a;b\", `c;d`", "SELECT 'it\\'s;', 'a'';'");
  }

  @Test
  void aBackslashInBackticksOrARawTextIsALetter() {
    assertThat(SqlText.statements("SELECT `a\\`; SELECT r'b\\'; SELECT 2"))
        .containsExactly("SELECT `a\\`", "SELECT r'b\\'", "SELECT 2");
    assertThat(SqlText.statements("SELECT bar'b\\';'; 2")).hasSize(2);
  }

  @Test
  void commentsAloneAreNoStatement() {
    assertThat(SqlText.statements(" ;; -- a\n /* b */ ; \n")).isEmpty();
  }

  @Test
  void hintsStayAndAnEndlessCommentIsLeftToTheParser() {
    assertThat(SqlText.statements("SELECT /*+ BROADCAST(a) */ 1"))
        .containsExactly("SELECT /*+ BROADCAST(a) */ 1");
    assertThat(SqlText.statements("SELECT 1 /* a; b")).containsExactly("SELECT 1 /* a; b");
  }

  @Test
  void aStatementHasEndedOnlyBehindItsSemicolon() {
    assertThat(SqlText.cut("SELECT 1; -- a;\n").rest()).isBlank();
    assertThat(SqlText.cut("SELECT 1; SELECT ';\n").rest()).isEqualTo(" SELECT ';\n");
    assertThat(SqlText.cut("SELECT 1; SELECT ';").ended()).containsExactly("SELECT 1");
  }
}
