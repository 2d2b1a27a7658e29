package org.dawen.lake;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.parquet.io.api.Binary;
import org.apache.spark.sql.types.DecimalType;

/**
 * What every row of a table must satisfy, in a closed form: declared once, rendered to Delta's
 * CHECK, so that other writers keep to it too, and tested by the sink, since Delta does not test
 * rows it did not write itself. As in a CHECK, a comparison with null does not hold.
 */
public sealed interface Constraint extends Serializable {
  /** The condition as SQL. */
  String sql();

  /** Looks columns up once, for many rows. */
  Test over(List<Column> columns);

  /** Whether a row satisfies the constraint. */
  @FunctionalInterface
  interface Test {
    boolean holds(Cells row);
  }

  /** Never null. */
  record Required(Column column) implements Constraint {
    @Override
    public String sql() {
      return column + " IS NOT NULL";
    }

    @Override
    public Test over(List<Column> columns) {
      int place = place(columns, column);
      return row -> !row.isMissing(place);
    }
  }

  /** One of the texts its column allows; null too unless the column is required. */
  record Listed(Column column) implements Constraint {
    @Override
    public String sql() {
      String list =
          column.allowed().stream()
              .map(v -> "'" + v.replace("'", "''") + "'")
              .collect(Collectors.joining(", "));
      String listed = column + " IN (" + list + ")";
      return column.isRequired() ? listed : "(" + column + " IS NULL OR " + listed + ")";
    }

    @Override
    public Test over(List<Column> columns) {
      int place = place(columns, column);
      boolean isRequired = column.isRequired();
      Set<Binary> allowed = new HashSet<>();
      column.allowed().forEach(v -> allowed.add(Binary.fromString(v)));
      return row -> row.isMissing(place) ? !isRequired : allowed.contains(row.bytes(place));
    }
  }

  /** None of the numbers is below zero. */
  record NeverNegative(List<Column> numbers) implements Constraint {
    @Override
    public String sql() {
      return numbers.stream().map(c -> c + " >= 0").collect(Collectors.joining(" AND "));
    }

    @Override
    public Test over(List<Column> columns) {
      List<Term> terms = numbers.stream().map(c -> Term.of(columns, c)).toList();
      return row -> terms.stream().allMatch(t -> !t.isMissing(row) && t.value(row).signum() >= 0);
    }
  }

  /** Both sides are the same: what is added less what is taken off. */
  record AddsUp(List<Column> left, List<Column> plus, List<Column> minus) implements Constraint {
    @Override
    public String sql() {
      return names(left, " + ")
          + " = "
          + names(plus, " + ")
          + minus.stream().map(c -> " - " + c).collect(Collectors.joining());
    }

    private static String names(List<Column> columns, String between) {
      return columns.stream().map(Column::name).collect(Collectors.joining(between));
    }

    @Override
    public Test over(List<Column> columns) {
      List<Term> positive = left.stream().map(c -> Term.of(columns, c)).toList();
      List<Term> added = plus.stream().map(c -> Term.of(columns, c)).toList();
      List<Term> taken = minus.stream().map(c -> Term.of(columns, c)).toList();
      return row -> {
        if (Stream.of(positive, added, taken)
            .flatMap(List::stream)
            .anyMatch(t -> t.isMissing(row))) {
          return false;
        }
        return sum(positive, row).compareTo(sum(added, row).subtract(sum(taken, row))) == 0;
      };
    }

    private static BigDecimal sum(List<Term> terms, Cells row) {
      return terms.stream().map(t -> t.value(row)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }

  /** A cell is null just where another column holds a certain text. */
  record MissingExactlyWhere(Column missing, Column column, String text) implements Constraint {
    @Override
    public String sql() {
      return "(%s = '%s') = (%s IS NULL)".formatted(column, text.replace("'", "''"), missing);
    }

    @Override
    public Test over(List<Column> columns) {
      int at = place(columns, column);
      int place = place(columns, missing);
      Binary wanted = Binary.fromString(text);
      return row -> !row.isMissing(at) && wanted.equals(row.bytes(at)) == row.isMissing(place);
    }
  }

  /**
   * Where a whole number is zero the cells are null and the other number is zero; elsewhere both
   * numbers are positive and no cell is null.
   */
  record TogetherOrNothing(Column number, List<Column> cells, Column other) implements Constraint {
    @Override
    public String sql() {
      String none = cells.stream().map(c -> c + " IS NULL").collect(Collectors.joining(" AND "));
      String all = cells.stream().map(c -> c + " IS NOT NULL").collect(Collectors.joining(" AND "));
      return "(%1$s = 0 AND %2$s AND %4$s = 0) OR (%1$s > 0 AND %3$s AND %4$s > 0)"
          .formatted(number, none, all, other);
    }

    @Override
    public Test over(List<Column> columns) {
      Term first = Term.of(columns, number);
      Term second = Term.of(columns, other);
      int[] places = cells.stream().mapToInt(c -> place(columns, c)).toArray();
      return row -> {
        if (first.isMissing(row) || second.isMissing(row)) {
          return false;
        }
        int sign = first.value(row).signum();
        return sign >= 0
            && sign == second.value(row).signum()
            && Arrays.stream(places).allMatch(p -> row.isMissing(p) == (sign == 0));
      };
    }
  }

  /** A number of a row. */
  record Term(int place, int scale, boolean isNumber) implements Serializable {
    static Term of(List<Column> columns, Column column) {
      return new Term(
          Constraint.place(columns, column),
          column.type() instanceof DecimalType decimal ? decimal.scale() : 0,
          Cells.isNumber(column.type()));
    }

    boolean isMissing(Cells row) {
      return row.isMissing(place);
    }

    BigDecimal value(Cells row) {
      return isNumber
          ? BigDecimal.valueOf(row.number(place), scale)
          : new BigDecimal(new BigInteger(row.bytes(place).getBytes()), scale);
    }
  }

  private static int place(List<Column> columns, Column column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column.name())) {
        return i;
      }
    }
    throw new IllegalArgumentException("no column " + column);
  }
}
