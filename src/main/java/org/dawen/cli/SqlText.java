package org.dawen.cli;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.apache.spark.sql.catalyst.parser.SqlBaseLexer;
import org.apache.spark.sql.catalyst.parser.UpperCaseCharStream;

/** Cuts a text into SQL statements at its semicolons, as Spark's lexer tells them. */
final class SqlText {
  private SqlText() {}

  /**
   * A text cut at its semicolons.
   *
   * @param ended statements behind which a semicolon stands
   * @param rest what follows the last of them; blank if nothing does
   */
  record Cut(List<String> ended, String rest) {}

  /** The statements without comments and semicolons; hints stay. */
  static List<String> statements(String text) {
    Cut cut = cut(text);
    List<String> statements = new ArrayList<>(cut.ended());
    addUnlessBlank(cut.rest(), statements);
    return statements;
  }

  /** As {@link #statements}, the last one apart if its semicolon has not come yet. */
  static Cut cut(String text) {
    SqlBaseLexer lexer = new SqlBaseLexer(new UpperCaseCharStream(CharStreams.fromString(text)));
    lexer.removeErrorListeners();
    List<String> ended = new ArrayList<>();
    StringBuilder current = new StringBuilder();
    for (Token t = lexer.nextToken(); t.getType() != Token.EOF; t = lexer.nextToken()) {
      boolean isOpenQuote =
          t.getType() == SqlBaseLexer.UNRECOGNIZED && "'\"`".contains(t.getText());
      if (isOpenQuote) {
        return new Cut(
            ended, current + text.substring(text.offsetByCodePoints(0, t.getStartIndex())));
      }
      switch (t.getType()) {
        case SqlBaseLexer.SEMICOLON -> {
          addUnlessBlank(current.toString(), ended);
          current.setLength(0);
        }
        case SqlBaseLexer.SIMPLE_COMMENT -> current.append('\n');
        // One that does not end is left for the parser to complain about.
        case SqlBaseLexer.BRACKETED_COMMENT ->
            current.append(t.getText().endsWith("*/") ? " " : t.getText());
        default -> current.append(t.getText());
      }
    }
    return new Cut(ended, current.toString());
  }

  private static void addUnlessBlank(String statement, List<String> statements) {
    if (!statement.isBlank()) {
      statements.add(statement.strip());
    }
  }
}
