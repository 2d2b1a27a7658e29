package org.dawen.cli;

import java.util.ArrayList;
import java.util.List;
import org.dawen.lake.Query;

/** Short questions to the tables whose answers are short. */
final class Ask {
  /** More is never shown, so more is never fetched. */
  private static final int MOST = 10_000;

  private Ask() {}

  /** The first column of at most 10,000 rows. */
  static List<String> texts(Query query, String sql) {
    Query.Answer answer = query.ask(sql);
    List<String> texts = new ArrayList<>();
    while (answer.rows().hasNext() && texts.size() < MOST) {
      texts.add(String.valueOf(answer.rows().next()[0]));
    }
    return texts;
  }
}
