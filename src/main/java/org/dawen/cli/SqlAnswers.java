package org.dawen.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.dawen.lake.Message;
import org.dawen.lake.QueryFailure;
import org.dawen.lake.SqlEngine;
import org.dawen.lake.Trouble;

/** Statements and their answers, in one format. */
final class SqlAnswers {
  private final SqlEngine query;
  private final SqlFormat format;

  SqlAnswers(SqlEngine query, SqlFormat format) {
    this.query = query;
    this.format = format;
  }

  /**
   * Judges all statements, then answers one after the other.
   *
   * @throws Trouble exit code 2 if one does not only read, or fails; of several it says which
   */
  void print(List<String> statements, PrintStream into) {
    List<SqlEngine.Question> questions = new ArrayList<>();
    for (String sql : statements) {
      questions.add(numbered(questions.size(), statements.size(), () -> query.judge(sql)));
    }
    for (int i = 0; i < questions.size(); i++) {
      SqlEngine.Question question = questions.get(i);
      numbered(
          i,
          questions.size(),
          () -> {
            try (Waiting waiting = new Waiting(into)) {
              format.print(question.answer(), question.tables(), waiting.out());
            }
            return null;
          });
    }
  }

  private static <T> T numbered(int place, int count, Supplier<T> step) {
    try {
      try {
        return step.get();
      } catch (OutOfMemoryError e) { // an answer that is held whole, such as a workbook
        throw QueryFailure.outOfMemory(e);
      }
    } catch (Trouble e) {
      throw count == 1 ? e : e.in(Message.of("sql.statement-of", place + 1, count));
    }
  }
}
