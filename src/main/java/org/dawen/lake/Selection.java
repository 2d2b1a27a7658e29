package org.dawen.lake;

import java.io.Serializable;
import java.util.Set;

/**
 * Rows of a table that a commit replaces: those of some days, of some texts in a column, or of
 * both.
 *
 * @param days null: rows of any day
 * @param column null: whatever their texts
 * @param texts what the column holds in the rows meant
 */
public record Selection(DaySet days, Column column, Set<String> texts) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** All rows of some days; every row of a table without days. */
  public static Selection ofDays(Table table, DaySet days) {
    return new Selection(table.day() == null ? null : days, null, Set.of());
  }

  /** All rows. */
  public static Selection everything() {
    return new Selection(null, null, Set.of());
  }

  /** Rows that hold one of some texts, whatever their day. */
  public static Selection of(Column column, Set<String> texts) {
    return new Selection(null, column, texts);
  }

  /** The same rows, as far as they are of some days. */
  public Selection within(DaySet some) {
    return new Selection(some, column, texts);
  }

  /** Every row is meant. */
  boolean isEverything() {
    return days == null && column == null;
  }

  /** As SQL, for the history of the table. */
  String sql(Table table) {
    String ofDays = days == null ? "true" : days.toSql(table.day().name());
    return column == null ? ofDays : ofDays + " AND " + column + " IN (…" + texts.size() + ")";
  }
}
