package org.dawen.lead.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words, numbers, texts and signs of a formula, one after another. */
final class Tokens {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(?<number>(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?(?:BD|bd|[LlDd])?(?![\\w.]))"
              + "|(?<word>[A-Za-z_][A-Za-z0-9_]*|`[^`]+`)"
              + "|'(?<text>[^'\\\\]*)'"
              + "|(?<sign><=>|<>|<=|>=|!=|==|::|-(?!-)|/(?![*])|[+*%=<>(),]))");

  /** What a token is. */
  enum Sort {
    NUMBER,
    WORD,
    TEXT,
    SIGN,
    END
  }

  /**
   * A token.
   *
   * @param text as written; of a word in small letters
   */
  record Token(Sort sort, String text) {}

  private final List<Token> tokens = new ArrayList<>();
  private int next;

  Tokens(String formula) {
    Matcher found = TOKEN.matcher(formula.stripTrailing());
    int from = 0;
    while (from < found.regionEnd()) {
      if (!found.find(from) || found.start() != from) {
        throw new FormulaError("'%s' is not understood".formatted(rest(formula, from)));
      }
      tokens.add(token(found));
      from = found.end();
    }
    tokens.add(new Token(Sort.END, "the end"));
  }

  private static String rest(String formula, int from) {
    return formula.substring(from).strip().replaceAll("\\s+", " ");
  }

  private static Token token(Matcher found) {
    if (found.group("number") != null) {
      return new Token(Sort.NUMBER, found.group("number"));
    }
    if (found.group("word") != null) {
      String word = found.group("word").replace("`", "");
      return new Token(Sort.WORD, word.toLowerCase(Locale.ROOT));
    }
    return found.group("text") != null
        ? new Token(Sort.TEXT, found.group("text"))
        : new Token(Sort.SIGN, found.group("sign"));
  }

  Token peek() {
    return tokens.get(next);
  }

  boolean isNext(Sort sort) {
    return peek().sort() == sort;
  }

  Token take() {
    return tokens.get(isNext(Sort.END) ? next : next++);
  }

  /** Takes the token if it is one of these words or signs; else null. */
  String takeIf(String... wanted) {
    Token token = peek();
    for (String text : wanted) {
      if (token.text().equals(text) && (token.sort() == Sort.WORD || token.sort() == Sort.SIGN)) {
        return take().text();
      }
    }
    return null;
  }

  void require(String wanted) {
    if (takeIf(wanted) == null) {
      throw new FormulaError(
          "%s is expected, not %s".formatted(wanted.toUpperCase(Locale.ROOT), peek().text()));
    }
  }

  /** Whether behind the next token there is an opening bracket. */
  boolean isCall() {
    return isNext(Sort.WORD) && tokens.get(next + 1).text().equals("(");
  }
}
