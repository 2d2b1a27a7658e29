package org.dawen.publish;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dawen.lake.DaySet;
import org.dawen.lake.Lake;
import org.dawen.lake.Table;
import org.dawen.lake.TableRow;

/** The result tables by their names. A table the catalogue does not have reads as empty. */
final class Results {
  private final Lake lake;
  private final Map<String, Table> tables;

  Results(Lake lake, List<Table> tables) {
    this.lake = lake;
    this.tables = tables.stream().collect(Collectors.toMap(Table::name, t -> t));
  }

  boolean has(String table) {
    return tables.containsKey(table);
  }

  Table table(String name) {
    Table table = tables.get(name);
    if (table == null) {
      throw new IllegalArgumentException("there is no table " + name);
    }
    return table;
  }

  Lake lake() {
    return lake;
  }

  /** The rows of these days in the named columns; of a table without days all rows. */
  List<Line> lines(String name, DaySet days, String... columns) {
    if (!has(name)) {
      return List.of();
    }
    List<Line> lines = new ArrayList<>();
    for (TableRow row : lake.rows(table(name), days, Set.of(columns))) {
      Map<String, Object> values = new LinkedHashMap<>();
      Arrays.stream(columns).forEach(c -> values.put(c, row.shownAs(c)));
      lines.add(new Line(values));
    }
    return lines;
  }

  /** The rows of these days with all declared columns, in the order of the key. */
  List<Line> lines(String name, DaySet days) {
    if (!has(name)) {
      return List.of();
    }
    Table table = table(name);
    String[] columns = table.columns().stream().map(c -> c.name()).toArray(String[]::new);
    return lines(name, days, columns).stream()
        .sorted(by(table.key().stream().map(c -> c.name()).toArray(String[]::new)))
        .toList();
  }

  /** Ascending by these columns, lines without a value last. */
  static Comparator<Line> by(String... columns) {
    Comparator<Line> order = (a, b) -> 0;
    for (String column : columns) {
      order = order.thenComparing(l -> (Comparable<Object>) comparable(l.at(column)), nullsLast());
    }
    return order;
  }

  /** Descending by one column, lines without a value last. */
  static Comparator<Line> byMost(String column) {
    return Comparator.comparing(
        l -> comparable(l.at(column)), Comparator.nullsLast(Comparator.reverseOrder()));
  }

  private static Comparator<Comparable<Object>> nullsLast() {
    return Comparator.nullsLast(Comparator.naturalOrder());
  }

  @SuppressWarnings("unchecked")
  private static Comparable<Object> comparable(Object value) {
    return (Comparable<Object>) value;
  }
}
