package org.dawen.lake;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Answers questions in SQL over the declared tables of a lake. It only reads. */
public interface SqlEngine extends AutoCloseable {
  /**
   * What a query gives: headings and rows of values (null, text, number, day, time; bytes as hex).
   */
  record Answer(List<String> headings, Iterator<Object[]> rows) {}

  /** A statement that has been found to read only; nothing has been computed yet. */
  interface Question {
    /** The tables it names, in their order. */
    List<Table> tables();

    /**
     * Runs it; rows are computed while they are taken.
     *
     * @throws Trouble exit code 2, then or while rows are taken, if a value makes it fail
     */
    Answer answer();
  }

  /** The engine and its version, as a person knows it. */
  String name();

  /**
   * Reads one statement without running it.
   *
   * @throws Trouble exit code 2 if it cannot be understood or does anything but read the tables
   */
  Question judge(String sql);

  /** Runs one statement; as {@link #judge}, then {@link Question#answer}. */
  default Answer ask(String sql) {
    return judge(sql).answer();
  }

  /**
   * The rows of a table of which a condition holds, in the order of its key.
   *
   * @param condition in SQL that every engine takes; texts in it are written by {@link SqlLiteral}
   * @param most how many rows at most
   */
  default List<TableRow> rows(Table table, String condition, int most) {
    return rows(table, List.of(condition), most).get(0);
  }

  /** As above for several conditions of one table, asked at once. */
  default List<List<TableRow>> rows(Table table, List<String> conditions, int most) {
    String columns = table.columns().stream().map(Column::name).collect(Collectors.joining(", "));
    String order =
        Stream.concat(Stream.of("asked_no"), table.key().stream().map(Column::name))
            .collect(Collectors.joining(", "));
    String sql =
        IntStream.range(0, conditions.size())
            .mapToObj(
                i ->
                    "SELECT %s, %d AS asked_no FROM %s WHERE %s"
                        .formatted(columns, i, table, conditions.get(i)))
            .collect(Collectors.joining(" UNION ALL "));
    List<List<TableRow>> rows = new ArrayList<>();
    conditions.forEach(c -> rows.add(new ArrayList<>()));
    if (!conditions.isEmpty()) {
      ask("SELECT * FROM (%s) AS asked ORDER BY %s LIMIT %d".formatted(sql, order, most))
          .rows()
          .forEachRemaining(
              values ->
                  rows.get(((Number) values[values.length - 1]).intValue())
                      .add(TableRow.of(values, table.schema())));
    }
    return rows;
  }

  /** Stops the question that is being answered, from any thread; it fails with a sentence. */
  void cancel();

  @Override
  default void close() {}
}
