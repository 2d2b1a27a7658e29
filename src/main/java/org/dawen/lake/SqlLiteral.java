package org.dawen.lake;

/** Texts as literals of SQL: whatever they hold, they stay texts. */
public final class SqlLiteral {
  private SqlLiteral() {}

  public static String of(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
