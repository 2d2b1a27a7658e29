package org.dawen.lead.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.analysis.Analyzer;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.apache.spark.sql.catalyst.catalog.InMemoryCatalog;
import org.apache.spark.sql.catalyst.catalog.SessionCatalog;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.optimizer.ConvertToLocalRelation;
import org.apache.spark.sql.catalyst.optimizer.ReplaceExpressions;
import org.apache.spark.sql.catalyst.optimizer.RewriteWithExpression;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.Metadata;
import org.dawen.lake.Trouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A formula has the type, the value and the errors that Spark SQL gives it; asked of Spark's
 * analyser and its interpreter, without a session.
 */
class FormulaAsSqlTest {
  private static final Analyzer ANALYZER =
      new Analyzer(
          new SessionCatalog(
              new InMemoryCatalog(new SparkConf(false), new Configuration(false)),
              FunctionRegistry.builtin()));

  private static final List<Attribute> COLUMNS =
      List.of(
          column("severity", DataTypes.IntegerType),
          column("evidence_kind_count", DataTypes.IntegerType),
          column("evidence_count", DataTypes.IntegerType),
          column("evidence_day_count", DataTypes.IntegerType),
          column("lasting_hours", DataTypes.createDecimalType(25, 9)));

  private static Attribute column(String name, DataType type) {
    return new AttributeReference(
        name, type, true, Metadata.empty(), NamedExpression.newExprId(), seq(List.of()));
  }

  private static <T> Seq<T> seq(List<? extends T> list) {
    return CollectionConverters.<T>asScala((List<T>) list).toSeq();
  }

  private static LogicalPlan analysed(String sql, Values values) {
    InternalRow row =
        new GenericInternalRow(
            new Object[] {
              values.severity(),
              values.evidenceKindCount(),
              values.evidenceCount(),
              values.evidenceDayCount(),
              Decimal.apply(values.lastingHours(), 25, 9)
            });
    Expression parsed = new CatalystSqlParser().parseExpression(sql);
    NamedExpression named =
        new Alias(
            parsed,
            "x",
            NamedExpression.newExprId(),
            seq(List.of()),
            Option.empty(),
            seq(List.of()));
    return ANALYZER.execute(
        new Project(
            seq(List.of(named)),
            new LocalRelation(seq(COLUMNS), seq(List.of(row)), false, Option.empty())));
  }

  /** As the job once did it: the formula, cast to what a score is stored as. */
  private static BigDecimal inSpark(String formula, Values values) {
    LogicalPlan plan = analysed("CAST((" + formula + ") AS DECIMAL(9,2))", values);
    plan = ReplaceExpressions.apply(plan);
    plan = RewriteWithExpression.apply(plan);
    while (!(plan instanceof LocalRelation)) {
      plan = ConvertToLocalRelation.apply(plan);
    }
    InternalRow row = ((LocalRelation) plan).data().head();
    return row.isNullAt(0) ? null : row.getDecimal(0, 9, 2).toJavaBigDecimal();
  }

  private static Kind kindInSpark(String formula, Values values) {
    DataType type = analysed(formula, values).output().head().dataType();
    if (type instanceof DecimalType decimal) {
      return Kind.decimal(decimal.precision(), decimal.scale());
    }
    return switch (type.typeName()) {
      case "integer" -> Kind.INT;
      case "long" -> Kind.LONG;
      case "double" -> Kind.DOUBLE;
      case "boolean" -> Kind.TRUTH;
      default -> Kind.NOTHING;
    };
  }

  /** The value as text, or that there is none. */
  private static String here(String formula, Values values) {
    try {
      return Formula.of(formula).of(values).toPlainString();
    } catch (Trouble e) {
      return "no score";
    }
  }

  private static String there(String formula, Values values) {
    try {
      BigDecimal score = inSpark(formula, values);
      return score == null ? "no score" : score.toPlainString();
    } catch (Exception e) { // Scala code throws undeclared
      assertThat(e).isInstanceOfAny(SparkThrowable.class);
      return "no score";
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10 * severity + 15 * (evidence_kind_count - 1) + least(lasting_hours, 24) +"
            + " least(evidence_day_count, 10)",
        "-7 DIV 2",
        "-7 % 3",
        "7.5 DIV 2",
        "7.5 % 2",
        "lasting_hours / 3 * 3",
        "lasting_hours * lasting_hours / 7",
        "round(lasting_hours, 1) + round(lasting_hours, -1)",
        "round(severity / 3, 2)",
        "ceil(lasting_hours) + floor(-lasting_hours) + ceil(severity)",
        "sqrt(lasting_hours) + ln(severity) + log10(evidence_count) + exp(1)",
        "coalesce(ln(0), NULL, lasting_hours)",
        "greatest(severity, lasting_hours, 2.55)",
        "CASE WHEN severity BETWEEN 2 AND 4 THEN 1 WHEN severity IN (5, 6) THEN 2.5 ELSE 3D END",
        "CASE severity WHEN 1 THEN 1 WHEN 5 THEN 7 END",
        "if(severity NOT IN (1, NULL), 1, 0)",
        "if(NOT severity = 5 OR evidence_count <=> NULL, 1, 0)",
        "CAST(2.7 AS INT) + CAST('12' AS BIGINT) + CAST('1.005' AS DECIMAL(4,2))",
        "nullif(severity, 5)",
        "ifnull(nullif(severity, 5), 1.25)",
        "severity / 0",
        "2147483647 + severity",
        "severity > 3",
        "1e2 + 3L + 1.5BD + 2D",
        "0.005",
        "sign(-lasting_hours) * abs(-severity)"
      })
  void aFormulaIsWhatItIsInSql(String formula) {
    Values values = new Values(5, 2, 7, 3, new BigDecimal("33.666666667"));

    assertThat(here(formula, values)).isEqualTo(there(formula, values));
    assertThat(Parser.parse(formula).kind()).isEqualTo(kindInSpark(formula, values));
  }

  @Property(tries = 500, shrinking = ShrinkingMode.OFF)
  @StatisticsReport(onFailureOnly = true)
  void anyFormulaIsWhatItIsInSql(@ForAll long seed) {
    Random random = new Random(seed);
    String formula = number(random, 3);
    Values values =
        new Values(
            1 + random.nextInt(5),
            1 + random.nextInt(4),
            1 + random.nextInt(30),
            1 + random.nextInt(20),
            BigDecimal.valueOf(random.nextInt(), 6 + random.nextInt(4)).abs().setScale(9));

    String here = here(formula, values);
    assertThat(here).as("%s of %s", formula, values).isEqualTo(there(formula, values));
    assertThat(Parser.parse(formula).kind()).as(formula).isEqualTo(kindInSpark(formula, values));
    Statistics.label("has a score").collect(!here.equals("no score"));
    Statistics.label("has a score").coverage(has -> has.check(true).percentage(p -> p > 50));
  }

  private static String number(Random random, int depth) {
    if (depth == 0 || random.nextInt(5) == 0) {
      return leaf(random);
    }
    String a = number(random, depth - 1);
    String b = number(random, depth - 1);
    return switch (random.nextInt(16)) {
      case 0, 1 -> "(%s + %s)".formatted(a, b);
      case 2 -> "(%s - %s)".formatted(a, b);
      case 3, 4 -> "%s * %s".formatted(a, b);
      case 5, 6 -> "(%s) / (%s)".formatted(a, b);
      case 7 -> "(%s) %% (%s)".formatted(a, b);
      case 8 -> "least(%s, %s)".formatted(a, b);
      case 9 -> "greatest(%s, %s)".formatted(a, b);
      case 10 -> "round(%s, %d)".formatted(a, random.nextInt(5) - 1);
      case 11 -> "if(%s, %s, %s)".formatted(condition(random), a, b);
      case 12 -> "CASE WHEN %s THEN %s ELSE %s END".formatted(condition(random), a, b);
      case 13 -> "coalesce(nullif(%s, %s), %s)".formatted(a, b, leaf(random));
      case 14 -> "abs(-(%s))".formatted(a);
      default -> "%s(%s)".formatted(random.nextBoolean() ? "floor" : "ceil", a);
    };
  }

  private static String condition(Random random) {
    String a = leaf(random);
    String b = leaf(random);
    return switch (random.nextInt(5)) {
      case 0 -> "%s < %s".formatted(a, b);
      case 1 -> "%s >= %s AND NOT %s = 3".formatted(a, b, a);
      case 2 -> "%s BETWEEN 1 AND %s OR %s <> 2".formatted(a, b, b);
      case 3 -> "%s IN (%s, 2.5, 3)".formatted(a, b);
      default -> "%s IS NULL".formatted(a);
    };
  }

  private static String leaf(Random random) {
    return switch (random.nextInt(9)) {
      case 0, 1 -> "severity";
      case 2 -> "evidence_count";
      case 3, 4 -> "lasting_hours";
      case 5 -> String.valueOf(random.nextInt(50) - 5);
      case 6 -> BigDecimal.valueOf(random.nextInt(9999) - 500, random.nextInt(4)).toPlainString();
      case 7 -> random.nextInt(20) + "D";
      default -> "evidence_day_count";
    };
  }
}
