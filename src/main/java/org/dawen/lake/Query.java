package org.dawen.lake;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ParsedStatement;

/**
 * SQL over the declared tables by their names. It only reads. A table is registered when a query
 * names it, because registering all of them takes longer than most queries.
 */
public final class Query {
  private final Lake lake;
  private final List<Table> tables;
  private final Set<String> registered = new HashSet<>();

  public Query(Lake lake, List<Table> tables) {
    this.lake = lake;
    this.tables = tables;
  }

  /** What a query gives: headings and rows of values (null, text, number, day, time). */
  public record Answer(List<String> headings, Iterator<Object[]> rows) {}

  /** Runs one statement. Fails with exit code 2 if it is not a readable query. */
  public Answer ask(String sql) {
    SparkSession spark = lake.spark();
    requireReading(spark, sql);
    String lower = sql.toLowerCase(Locale.ROOT);
    tables.stream().filter(t -> lower.contains(t.name())).forEach(this::register);
    Dataset<Row> rows;
    try {
      rows = spark.sql(sql);
    } catch (RuntimeException e) {
      throw unreadable(e);
    } catch (Exception e) {
      throw unreadable(e); // Scala code throws AnalysisException undeclared
    }
    Iterator<Row> iterator = rows.toLocalIterator();
    return new Answer(
        Arrays.asList(rows.columns()),
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return iterator.hasNext();
          }

          @Override
          public Object[] next() {
            Row row = iterator.next();
            Object[] values = new Object[row.length()];
            for (int i = 0; i < values.length; i++) {
              values[i] = row.get(i);
            }
            return values;
          }
        });
  }

  private static void requireReading(SparkSession spark, String sql) {
    LogicalPlan plan;
    try {
      plan =
          ((org.apache.spark.sql.classic.SparkSession) spark)
              .sessionState()
              .sqlParser()
              .parsePlan(sql);
    } catch (RuntimeException e) {
      throw unreadable(e);
    } catch (Exception e) {
      throw unreadable(e);
    }
    String kind = plan.getClass().getSimpleName();
    boolean tells =
        kind.startsWith("Show") || kind.startsWith("Describe") || kind.startsWith("Explain");
    boolean changes =
        plan instanceof Command || plan instanceof ParsedStatement || kind.startsWith("Insert");
    if (changes && !tells) {
      throw Trouble.usage(
          "This statement would change something (%s).".formatted(kind),
          "'sql' only reads; results are changed by 'nightly' and 'run' alone.");
    }
  }

  private static Trouble unreadable(Exception e) {
    String first = e.getMessage() == null ? e.toString() : e.getMessage().strip();
    int plan = first.indexOf(";\n");
    return Trouble.usage(
        "The query cannot be run: " + (plan > 0 ? first.substring(0, plan) : first),
        "'./dawen tables' lists the tables and their columns.",
        e);
  }

  private void register(Table table) {
    if (!registered.add(table.name())) {
      return;
    }
    SparkSession spark = lake.spark();
    spark.sql("CREATE SCHEMA IF NOT EXISTS " + table.schemaName());
    // The session may know the name from another lake, or from before the table was written.
    spark.sql("DROP TABLE IF EXISTS " + table.name());
    if (lake.exists(table)) {
      spark.sql(
          "CREATE TABLE %s USING delta LOCATION '%s'"
              .formatted(table.name(), location(table).replace("'", "\\'")));
    } else {
      lake.read(table).createOrReplaceTempView("absent_" + table.name().replace('.', '_'));
      spark.sql(
          "CREATE TABLE %s USING parquet AS SELECT * FROM absent_%s"
              .formatted(table.name(), table.name().replace('.', '_')));
    }
  }

  private String location(Table table) {
    String path = lake.path(table);
    return path.contains("://") ? path : Path.of(path).toAbsolutePath().toString();
  }
}
