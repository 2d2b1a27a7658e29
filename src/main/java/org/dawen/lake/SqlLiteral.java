package org.dawen.lake;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.replace;

/** Texts as literals of SQL: whatever they hold, they stay texts. */
public final class SqlLiteral {
  private SqlLiteral() {}

  public static String of(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  /** The same of the texts of a column. */
  public static org.apache.spark.sql.Column of(org.apache.spark.sql.Column text) {
    org.apache.spark.sql.Column inside =
        replace(replace(text, lit("\\"), lit("\\\\")), lit("'"), lit("\\'"));
    return concat(lit("'"), inside, lit("'"));
  }
}
