package org.dawen.lake;

import static java.util.stream.Collectors.toList;

import com.google.common.collect.AbstractIterator;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.parser.SqlBaseLexer;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.execution.CommandExecutionMode;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * SQL over the declared tables by their names. It only reads: nothing is analysed, let alone run,
 * that is not on the lists of {@link AllowedSql}, and no name is looked up in a catalogue of Spark.
 */
public final class Query implements SqlEngine {
  /** Brackets and CASEs: Spark's parser takes half a minute and 800 MB to refuse 20,000 of them. */
  private static final int MOST_OPEN = 200;

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
      Dataset<Row> rows = failing(() -> org.apache.spark.sql.classic.Dataset.ofRows(spark, plan));
      return new Answer(Arrays.asList(rows.columns()), values(failing(rows::toLocalIterator)));
    }
  }

  @Override
  public String name() {
    return "Spark SQL " + lake.spark().version();
  }

  @Override
  public void cancel() {
    lake.spark().sparkContext().cancelAllJobs();
  }

  @Override
  public Question judge(String sql) {
    requireShallow(sql);
    SparkSession spark = (SparkSession) lake.spark();
    return failing(
        () -> {
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
        });
  }

  private static void requireShallow(String sql) {
    SqlBaseLexer lexer = new SqlBaseLexer(CharStreams.fromString(sql.toUpperCase(Locale.ROOT)));
    lexer.removeErrorListeners(); // the parser says what is wrong
    int brackets = 0;
    int cases = 0;
    for (Token t = lexer.nextToken(); t.getType() != Token.EOF; t = lexer.nextToken()) {
      switch (t.getType()) {
        case SqlBaseLexer.LEFT_PAREN -> brackets++;
        case SqlBaseLexer.RIGHT_PAREN -> brackets--;
        case SqlBaseLexer.CASE -> cases++;
        case SqlBaseLexer.END -> cases--;
        default -> {}
      }
      if (brackets > MOST_OPEN || cases > MOST_OPEN) {
        throw Trouble.usage("sql.too-deep");
      }
    }
  }

  private static Iterator<Object[]> values(Iterator<Row> rows) {
    return new AbstractIterator<>() {
      @Override
      protected Object[] computeNext() {
        Row row = failing(() -> rows.hasNext() ? rows.next() : null);
        return row == null
            ? endOfData()
            : IntStream.range(0, row.length())
                .mapToObj(i -> ListText.of(plain(row.get(i))))
                .toArray();
      }
    };
  }

  /** A list or a record of Spark as one of Java. */
  private static Object plain(Object value) {
    if (value instanceof Seq<?> seq) {
      return CollectionConverters.asJava(seq).stream().map(Query::plain).collect(toList());
    }
    if (value instanceof Row row && row.schema() != null) {
      Map<String, Object> fields = new LinkedHashMap<>();
      for (int i = 0; i < row.length(); i++) {
        fields.put(row.schema().fieldNames()[i], plain(row.get(i)));
      }
      return fields;
    }
    return value instanceof byte[] bytes ? HexFormat.of().withUpperCase().formatHex(bytes) : value;
  }

  /** What makes a question fail is told as {@link QueryFailure} does. */
  private static <T> T failing(Callable<T> work) {
    try {
      return work.call();
    } catch (Exception | StackOverflowError | OutOfMemoryError e) { // Scala code throws undeclared
      throw QueryFailure.of(e);
    }
  }
}
