package org.dawen.cli;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into SQL statements at semicolons outside quotes and comments. */
final class SqlText {
  private final String text;
  private final List<String> statements = new ArrayList<>();
  private final StringBuilder current = new StringBuilder();
  private int place;

  private SqlText(String text) {
    this.text = text;
  }

  /**
   * A text cut at its semicolons.
   *
   * @param ended statements behind which a semicolon stands
   * @param rest what follows the last of them; blank if nothing does
   */
  record Cut(List<String> ended, String rest) {}

  /** The statements without comments and semicolons; hints stay. */
  static List<String> statements(String text) {
    SqlText cut = new SqlText(text);
    cut.cut();
    cut.endStatement();
    return cut.statements;
  }

  /** As {@link #statements}, the last one apart if its semicolon has not come yet. */
  static Cut cut(String text) {
    SqlText cut = new SqlText(text);
    cut.cut();
    return new Cut(cut.statements, cut.current.toString());
  }

  private void cut() {
    while (place < text.length()) {
      char c = text.charAt(place);
      if (text.startsWith("--", place)) {
        int end = text.indexOf('\n', place);
        place = end < 0 ? text.length() : end;
      } else if (text.startsWith("/*", place) && !text.startsWith("/*+", place)) {
        skipComment();
      } else if (c == '\'' || c == '"' || c == '`') {
        takeQuoted(c);
      } else if (c == ';') {
        endStatement();
        place++;
      } else {
        current.append(c);
        place++;
      }
    }
  }

  /** Comments may hold comments; one that does not end is left for the parser to complain about. */
  private void skipComment() {
    int depth = 0;
    int at = place;
    while (at < text.length()) {
      if (text.startsWith("/*", at)) {
        depth++;
        at += 2;
      } else if (text.startsWith("*/", at)) {
        depth--;
        at += 2;
        if (depth == 0) {
          current.append(' ');
          place = at;
          return;
        }
      } else {
        at++;
      }
    }
    current.append(text, place, text.length());
    place = text.length();
  }

  private void takeQuoted(char quote) {
    boolean isRaw = place > 0 && "rR".indexOf(text.charAt(place - 1)) >= 0 && isAlone(place - 1);
    boolean escapes = quote != '`' && !isRaw;
    current.append(quote);
    place++;
    while (place < text.length()) {
      char c = text.charAt(place++);
      current.append(c);
      if (escapes && c == '\\' && place < text.length()) {
        current.append(text.charAt(place++));
      } else if (c == quote) {
        return;
      }
    }
  }

  /** True if the letter is no end of a longer word. */
  private boolean isAlone(int letter) {
    return letter == 0 || !Character.isJavaIdentifierPart(text.charAt(letter - 1));
  }

  private void endStatement() {
    if (!current.toString().isBlank()) {
      statements.add(current.toString().strip());
    }
    current.setLength(0);
  }
}
