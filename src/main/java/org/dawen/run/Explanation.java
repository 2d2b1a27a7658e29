package org.dawen.run;

import java.util.List;
import org.dawen.lake.Message;
import org.dawen.lake.Table;
import org.dawen.lake.TableRow;

/**
 * The evidence behind the rows of one table, for a person: how the values were formed, by what rule
 * they were judged, and from which record of which file they come. Each domain gives one per table
 * it judges in; the command {@code explain} finds the row and prints what comes back. A table
 * without one is still explained by its columns and, if it names file and record, by the raw
 * record.
 */
public interface Explanation {
  /** The table whose rows it explains; the words of the command are its key. */
  Table table();

  /**
   * Where to look if no row has this key: rows that went by it once, or that it has become part of,
   * as {@link org.dawen.lake.SqlEngine#rows} takes it. Null: nowhere.
   *
   * @param words the values of the key, as they were given
   */
  default String formerly(List<String> words) {
    return null;
  }

  /**
   * Where a person finds what they look for if no row has this key: one sentence; empty: nowhere.
   *
   * @param words the values of the key, as they were given
   */
  default Message elsewhere(List<String> words) {
    return Message.sequence();
  }

  /** Whether the last value of the key may be left out: the row of its largest value is meant. */
  default boolean takesTheNewest() {
    return false;
  }

  /** The chain from the row to the raw record, in the order in which a person reads it. */
  List<Section> explain(TableRow row, Evidence evidence);

  /**
   * Lines under a heading.
   *
   * @param title heading, one line
   * @param lines one line each
   */
  record Section(Message title, List<Message> lines) {
    public Section {
      lines = List.copyOf(lines);
    }
  }
}
