package org.dawen.run;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dawen.lake.DaySet;
import org.dawen.lake.Rows;
import org.dawen.lake.Table;

/**
 * What a rule judges by besides the rows of its entity: reference tables, settings, wanted days.
 */
public final class References implements Serializable {
  private static final long serialVersionUID = 1L;

  private final HashMap<Class<?>, Rows<?>> rows;
  private final Settings settings;
  private final HashMap<Class<?>, DaySet> days;
  private final HashMap<String, DaySet> present;

  References(
      Map<Class<?>, Rows<?>> rows,
      Settings settings,
      Map<Class<?>, DaySet> days,
      Map<String, DaySet> present) {
    this.rows = new HashMap<>(rows);
    this.settings = settings;
    this.days = new HashMap<>(days);
    this.present = new HashMap<>(present);
  }

  /** All rows of a table looked up. */
  public <R extends Record> List<R> all(Class<R> type) {
    List<R> all = new ArrayList<>();
    forEach(type, all::add);
    return all;
  }

  /** The rows of a table looked up, one after another, for those that are not kept. */
  @SuppressWarnings("unchecked")
  public <R extends Record> void forEach(Class<R> type, Consumer<R> consumer) {
    Rows<R> found = (Rows<R>) rows.get(type);
    if (found == null) {
      throw new IllegalStateException("the pass does not declare to look up " + type);
    }
    found.forEach(consumer);
  }

  /** The declared settings. */
  public Settings settings() {
    return settings;
  }

  /** The days wanted of a table; rows of others are not written. */
  public DaySet days(Class<? extends Record> given) {
    return days.get(given);
  }

  /** The days read of a followed table on which it has any row, whichever its entity. */
  public DaySet daysPresent(Table followed) {
    DaySet found = present.get(followed.name());
    if (found == null) {
      throw new IllegalStateException("the pass does not declare to ask for days of " + followed);
    }
    return found;
  }
}
