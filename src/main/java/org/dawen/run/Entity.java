package org.dawen.run;

import java.util.ArrayList;
import java.util.List;

/** The rows of one entity, such as a station or a day: of each followed table a list. */
public final class Entity {
  /** The key of the one entity of a pass that does not tell several apart. */
  static final String WHOLE = "";

  private final String key;
  private final List<PassSpec.Followed<?>> follows;
  private final List<List<Record>> rows = new ArrayList<>();

  Entity(String key, List<PassSpec.Followed<?>> follows) {
    this.key = key;
    this.follows = follows;
    follows.forEach(f -> rows.add(new ArrayList<>()));
  }

  void add(int place, Record row) {
    rows.get(place).add(row);
  }

  /** Brings the rows into the declared order, whatever the order of their files. */
  void sort() {
    for (int i = 0; i < rows.size(); i++) {
      sort(follows.get(i), rows.get(i));
    }
  }

  @SuppressWarnings("unchecked")
  private static <R extends Record> void sort(PassSpec.Followed<R> followed, List<Record> rows) {
    if (followed.order() != null) {
      ((List<R>) (List<?>) rows).sort(followed.order());
    }
  }

  /** What its rows have in common. */
  public String key() {
    return key;
  }

  /** The rows of a followed table, in the declared order; none if it has none. */
  @SuppressWarnings("unchecked")
  public <R extends Record> List<R> rows(Class<R> type) {
    for (int i = 0; i < rows.size(); i++) {
      if (follows.get(i).type() == type) {
        return (List<R>) (List<?>) rows.get(i);
      }
    }
    throw new IllegalStateException("the pass does not declare to follow " + type);
  }
}
