package org.dawen.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.dawen.lake.DataDictionary;
import org.dawen.lake.Language;
import org.dawen.lake.Message;
import org.dawen.lake.Trouble;
import org.jline.reader.UserInterruptException;

/**
 * Statements line by line, each answered when its {@code ;} has come. One that fails is said so,
 * and the next is answered.
 */
final class SqlPrompt {
  /** Where the lines come from. */
  interface Lines {
    /**
     * The next line, or null at the end.
     *
     * @param isContinued true if a statement has begun and not ended
     */
    String next(boolean isContinued) throws IOException;
  }

  private static final List<String> WORDS = List.of("exit", "quit", "tables");

  private final SqlAnswers answers;
  private final PrintStream out;
  private final PrintStream errors;
  private final StringBuilder pending = new StringBuilder();
  private int count;
  private int failed;

  SqlPrompt(SqlAnswers answers, PrintStream out, PrintStream errors) {
    this.answers = answers;
    this.out = out;
    this.errors = errors;
  }

  /**
   * Answers a text that nobody waits for at a terminal; its last statement needs no {@code ;}.
   *
   * @throws Trouble exit code 2 if statements failed, after all others have been answered
   */
  void answerAll(BufferedReader text) throws IOException {
    answerEach(isContinued -> text.readLine());
    SqlText.statements(pending.toString()).forEach(this::answer);
    if (failed > 0) {
      throw Trouble.usage("sql.some-failed", failed, count);
    }
  }

  /** Answers until the lines end or one of them is {@code exit}. */
  void answerEach(Lines lines) throws IOException {
    while (true) {
      String line;
      try {
        line = lines.next(!pending.isEmpty());
      } catch (UserInterruptException e) {
        pending.setLength(0);
        continue;
      }
      if (line == null) {
        return;
      }
      String word = line.strip().replaceFirst("\\s*;$", "");
      boolean isWord = WORDS.contains(word.split("\\s", 2)[0]) && hasNoneBegun();
      if (isWord && !word.startsWith("tables")) {
        pending.setLength(0);
        return;
      }
      if (isWord) {
        tables(word.substring("tables".length()).strip());
      } else {
        pending.append(line).append('\n');
        answerEnded(line);
      }
    }
  }

  private boolean hasNoneBegun() {
    return SqlText.statements(pending.toString()).isEmpty();
  }

  /** What one table holds, or the list of all. */
  private void tables(String name) {
    if (name.isEmpty()) {
      Catalogue.tables()
          .forEach(t -> out.println(t.name() + "  " + Language.current().of(t.grain())));
      return;
    }
    try {
      out.print(DataDictionary.terminal(Catalogue.table(name), Language.current()));
    } catch (Trouble e) {
      errors.println(e.getLocalizedMessage());
    }
  }

  private void answerEnded(String line) {
    if (line.indexOf(';') < 0) {
      return;
    }
    SqlText.Cut cut = SqlText.cut(pending.toString());
    pending.setLength(0);
    cut.ended().forEach(this::answer);
    if (!cut.rest().isBlank()) {
      pending.append(cut.rest());
    }
  }

  private void answer(String sql) {
    count++;
    try {
      answers.print(List.of(sql), out);
    } catch (Trouble e) {
      failed++;
      out.flush();
      errors.println(e.in(Message.of("sql.statement", count)).getLocalizedMessage());
    }
  }
}
