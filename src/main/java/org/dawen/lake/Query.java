package org.dawen.lake;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.execution.CommandExecutionMode;

/**
 * SQL over the declared tables by their names. It only reads: nothing is analysed, let alone run,
 * that is not on the lists of {@link AllowedSql}, and no name is looked up in a catalogue of Spark.
 */
public final class Query {
  private final Lake lake;
  private final List<Table> tables;

  public Query(Lake lake, List<Table> tables) {
    this.lake = lake;
    this.tables = tables;
  }

  /** What a query gives: headings and rows of values (null, text, number, day, time). */
  public record Answer(List<String> headings, Iterator<Object[]> rows) {}

  /** A statement that has been found to read only; nothing has been computed yet. */
  public static final class Question {
    private final SparkSession spark;
    private final LogicalPlan plan;
    private final List<Table> tables;

    private Question(SparkSession spark, LogicalPlan plan, List<Table> tables) {
      this.spark = spark;
      this.plan = plan;
      this.tables = tables;
    }

    /** The tables it names, in their order. */
    public List<Table> tables() {
      return tables;
    }

    /**
     * Runs it; rows are computed while they are taken.
     *
     * @throws Trouble exit code 2, then or while rows are taken, if a value makes it fail
     */
    public Answer answer() {
      try {
        Dataset<Row> rows = org.apache.spark.sql.classic.Dataset.ofRows(spark, plan);
        return new Answer(Arrays.asList(rows.columns()), new Values(rows.toLocalIterator()));
      } catch (Exception
          | StackOverflowError
          | OutOfMemoryError e) { // Scala code throws undeclared
        throw QueryFailure.of(e);
      }
    }
  }

  /** What to say when an answer does not fit into memory; exit code 2. */
  public static Trouble outOfMemory(OutOfMemoryError thrown) {
    return QueryFailure.outOfMemory(thrown);
  }

  /** Runs one statement; as {@link #judge}, then {@link Question#answer}. */
  public Answer ask(String sql) {
    return judge(sql).answer();
  }

  /**
   * Reads one statement without running it.
   *
   * @throws Trouble exit code 2 if it cannot be understood or does anything but read the tables
   */
  public Question judge(String sql) {
    SparkSession spark = (SparkSession) lake.spark();
    try {
      LogicalPlan parsed = spark.sessionState().sqlParser().parsePlan(sql);
      NamedTables named = new NamedTables(lake, tables);
      SqlGuard.requireAllowed(parsed, named::allowsName);
      LogicalPlan analysed =
          spark
              .sessionState()
              .executePlan(named.bind(parsed), CommandExecutionMode.SKIP())
              .analyzed();
      SqlGuard.requireAllowed(analysed, named::isOpened);
      return new Question(spark, analysed, named.tables());
    } catch (Exception | StackOverflowError | OutOfMemoryError e) { // Scala code throws undeclared
      throw QueryFailure.of(e);
    }
  }

  private static final class Values implements Iterator<Object[]> {
    private final Iterator<Row> rows;

    Values(Iterator<Row> rows) {
      this.rows = rows;
    }

    @Override
    public boolean hasNext() {
      try {
        return rows.hasNext();
      } catch (Exception | StackOverflowError | OutOfMemoryError e) {
        throw QueryFailure.of(e);
      }
    }

    @Override
    public Object[] next() {
      Row row;
      try {
        row = rows.next();
      } catch (Exception | StackOverflowError | OutOfMemoryError e) {
        throw QueryFailure.of(e);
      }
      Object[] values = new Object[row.length()];
      for (int i = 0; i < values.length; i++) {
        values[i] = row.get(i);
      }
      return values;
    }
  }
}
