package org.dawen.cli;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.dawen.lake.SqlEngine;

/** Short questions to the tables. */
final class Ask {
  private Ask() {}

  /** The first column of all rows, for questions that have few. */
  static List<String> texts(SqlEngine engine, String sql) {
    List<String> texts = new ArrayList<>();
    each(engine, sql).forEachRemaining(texts::add);
    return texts;
  }

  /** The first column row by row, for questions that may have millions. */
  static Iterator<String> each(SqlEngine engine, String sql) {
    Iterator<Object[]> rows = engine.ask(sql).rows();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public String next() {
        return String.valueOf(rows.next()[0]);
      }
    };
  }
}
