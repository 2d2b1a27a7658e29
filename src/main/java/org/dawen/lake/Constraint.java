package org.dawen.lake;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.parquet.io.api.Binary;
import org.apache.spark.sql.types.DataType;

/**
 * What every row of a table must satisfy, in a closed form: declared once, rendered to Delta's
 * CHECK, so that other writers keep to it too, and tested by the sink, since Delta does not test
 * rows it did not write itself. As in a CHECK, a comparison with null does not hold.
 *
 * @param sql the condition as SQL
 * @param form makes the test
 */
public record Constraint(String sql, Form form) implements Serializable {
  /** Whether a row satisfies the constraint. */
  @FunctionalInterface
  public interface Test {
    /** Of a row in the columns that it was made for. */
    boolean holds(Cells row);
  }

  /** Looks columns up once, for many rows. */
  @FunctionalInterface
  public interface Form extends Serializable {
    /** The test of rows in these columns. */
    Test over(List<Column> columns);
  }

  /** The test of rows in these columns. */
  public Test over(List<Column> columns) {
    return form.over(columns);
  }

  /** Never null. */
  static Constraint required(Column column) {
    return new Constraint(
        column + " IS NOT NULL",
        columns -> {
          int place = place(columns, column);
          return row -> !row.isMissing(place);
        });
  }

  /** One of the texts its column allows; null too unless the column is required. */
  static Constraint listed(Column column) {
    String listed = column + joined(column.allowed(), Constraint::literal, ", ", " IN (", ")");
    return new Constraint(
        column.isRequired() ? listed : "(" + column + " IS NULL OR " + listed + ")",
        columns -> {
          int place = place(columns, column);
          Set<Binary> allowed =
              column.allowed().stream().map(Binary::fromString).collect(Collectors.toSet());
          Binary[] last = new Binary[1]; // words repeat from row to row
          return row -> {
            if (row.isMissing(place)) {
              return !column.isRequired();
            }
            Binary word = row.bytes(place);
            if (word != last[0] && !allowed.contains(word)) {
              return false;
            }
            last[0] = word;
            return true;
          };
        });
  }

  /** None of the numbers is below zero. */
  public static Constraint neverNegative(List<Column> numbers) {
    return new Constraint(
        joined(numbers, c -> c + " >= 0", " AND ", "", ""),
        columns -> {
          List<Number> terms = Number.all(columns, numbers);
          return row -> terms.stream().allMatch(t -> !t.isMissing(row) && t.of(row).signum() >= 0);
        });
  }

  /** Both sides are the same: what is added less what is taken off. */
  public static Constraint addsUp(List<Column> left, List<Column> plus, List<Column> minus) {
    return new Constraint(
        joined(left, Column::name, " + ", "", " = ")
            + joined(plus, Column::name, " + ", "", "")
            + joined(minus, c -> " - " + c, "", "", ""),
        columns -> {
          List<Number> positive = Number.all(columns, left);
          List<Number> added = Number.all(columns, plus);
          List<Number> taken = Number.all(columns, minus);
          return row ->
              Stream.of(positive, added, taken)
                      .flatMap(List::stream)
                      .noneMatch(t -> t.isMissing(row))
                  && sum(positive, row).compareTo(sum(added, row).subtract(sum(taken, row))) == 0;
        });
  }

  private static BigDecimal sum(List<Number> terms, Cells row) {
    return terms.stream().map(t -> t.of(row)).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** A cell is null just where another column holds a certain text. */
  public static Constraint missingExactlyWhere(Column missing, Column column, String text) {
    return new Constraint(
        "(%s = %s) = (%s IS NULL)".formatted(column, literal(text), missing),
        columns -> {
          int at = place(columns, column);
          int place = place(columns, missing);
          Binary wanted = Binary.fromString(text);
          return row -> !row.isMissing(at) && wanted.equals(row.bytes(at)) == row.isMissing(place);
        });
  }

  /**
   * Where a whole number is zero the cells are null and the other number is zero; elsewhere both
   * numbers are positive and no cell is null.
   */
  public static Constraint togetherOrNothing(Column number, List<Column> cells, Column other) {
    return new Constraint(
        "(%1$s = 0 AND %2$s AND %4$s = 0) OR (%1$s > 0 AND %3$s AND %4$s > 0)"
            .formatted(
                number,
                joined(cells, c -> c + " IS NULL", " AND ", "", ""),
                joined(cells, c -> c + " IS NOT NULL", " AND ", "", ""),
                other),
        columns -> {
          Number first = Number.of(columns, number);
          Number second = Number.of(columns, other);
          List<Integer> places = cells.stream().map(c -> place(columns, c)).toList();
          return row -> {
            if (first.isMissing(row) || second.isMissing(row)) {
              return false;
            }
            int sign = first.of(row).signum();
            return sign >= 0
                && sign == second.of(row).signum()
                && places.stream().allMatch(p -> row.isMissing(p) == (sign == 0));
          };
        });
  }

  private static <T> String joined(
      List<T> parts, Function<T, String> each, String between, String before, String after) {
    return parts.stream().map(each).collect(Collectors.joining(between, before, after));
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** A number of a row. */
  private record Number(int place, DataType type) {
    static Number of(List<Column> columns, Column column) {
      return new Number(Constraint.place(columns, column), column.type());
    }

    static List<Number> all(List<Column> columns, List<Column> numbers) {
      return numbers.stream().map(c -> of(columns, c)).toList();
    }

    boolean isMissing(Cells row) {
      return row.isMissing(place);
    }

    BigDecimal of(Cells row) {
      Object value = row.value(place, type);
      return value instanceof BigDecimal decimal ? decimal : new BigDecimal(value.toString());
    }
  }

  private static int place(List<Column> columns, Column column) {
    int place = columns.stream().map(Column::name).toList().indexOf(column.name());
    if (place < 0) {
      throw new IllegalArgumentException("no column " + column);
    }
    return place;
  }
}
