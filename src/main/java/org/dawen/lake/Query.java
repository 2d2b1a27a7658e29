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
public final class Query implements SqlEngine {
  private final Lake lake;
  private final List<Table> tables;

  public Query(Lake lake, List<Table> tables) {
    this.lake = lake;
    this.tables = tables;
  }

  private static final class Judged implements Question {
    private final SparkSession spark;
    private final LogicalPlan plan;
    private final List<Table> tables;

    private Judged(SparkSession spark, LogicalPlan plan, List<Table> tables) {
      this.spark = spark;
      this.plan = plan;
      this.tables = tables;
    }

    @Override
    public List<Table> tables() {
      return tables;
    }

    @Override
    public Answer answer() {
      try {
        Dataset<Row> rows = org.apache.spark.sql.classic.Dataset.ofRows(spark, plan);
        return new Answer(Arrays.asList(rows.columns()), new Values(rows.toLocalIterator()));
      } catch (Exception | StackOverflowError e) { // Scala code throws undeclared
        throw QueryFailure.of(e);
      }
    }
  }

  @Override
  public String name() {
    return "Spark SQL " + lake.spark().version();
  }

  @Override
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
      return new Judged(spark, analysed, named.tables());
    } catch (Exception | StackOverflowError e) { // Scala code throws undeclared
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
      } catch (Exception | StackOverflowError e) {
        throw QueryFailure.of(e);
      }
    }

    @Override
    public Object[] next() {
      Row row;
      try {
        row = rows.next();
      } catch (Exception | StackOverflowError e) {
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
