package org.dawen.lead;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.QueryPlanningTracker;
import org.apache.spark.sql.catalyst.analysis.Analyzer;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.catalog.InMemoryCatalog;
import org.apache.spark.sql.catalyst.catalog.SessionCatalog;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.Literal;
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
import org.apache.spark.sql.types.NumericType;
import org.dawen.lake.QueryFailure;
import org.dawen.lake.Trouble;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The formula of a lead's score, as a person writes it into the settings: an expression of Spark
 * SQL made of operators, five values, {@code CASE} and {@code CAST}, a few functions of values, and
 * nothing else. Spark reads, types and computes it; no session, no table and no catalogue of one
 * can be named in it.
 */
final class Formula {
  /** Hours are minutes with six decimals, added up, by sixty. */
  private static final DecimalType HOURS = DataTypes.createDecimalType(25, 9);

  /** What a score is stored as. */
  private static final DecimalType SCORE = DataTypes.createDecimalType(9, 2);

  private static final Set<String> FUNCTIONS =
      Set.of(
          ("abs between ceil coalesce exp floor greatest if ifnull least ln log10 mod nullif pow power"
                  + " round sign sqrt")
              .split(" "));

  /** Classes of Spark's expressions as parsed. */
  private static final Set<String> OPERATORS =
      Set.of(
          ("Add And CaseWhen Cast Divide EqualNullSafe EqualTo GreaterThan GreaterThanOrEqual In"
                  + " IntegralDivide IsNotNull IsNull LessThan LessThanOrEqual Literal Multiply Not Or"
                  + " Remainder Subtract UnaryMinus UnaryPositive UnresolvedAttribute"
                  + " UnresolvedFunction")
              .split(" "));

  private static final Seq<Attribute> COLUMNS =
      seq(
          List.of(
              column("severity", DataTypes.IntegerType),
              column("evidence_kind_count", DataTypes.IntegerType),
              column("evidence_count", DataTypes.IntegerType),
              column("evidence_day_count", DataTypes.IntegerType),
              column("lasting_hours", HOURS)));

  private static final Set<String> NAMES = new TreeSet<>();

  static {
    CollectionConverters.asJava(COLUMNS).forEach(c -> NAMES.add(c.name()));
  }

  /**
   * What a formula may name.
   *
   * @param severity of the gravest evidence
   * @param lastingHours with nine decimals
   */
  record Values(
      int severity,
      int evidenceKindCount,
      int evidenceCount,
      int evidenceDayCount,
      BigDecimal lastingHours) {}

  private final String text;
  private final LogicalPlan score;

  private Formula(String text, LogicalPlan score) {
    this.text = text;
    this.score = score;
  }

  /**
   * Reads a formula.
   *
   * @throws Trouble exit code 2 if it is none
   */
  static Formula of(String text) {
    try {
      if (text.matches("(?s).*(--|/[*]).*")) {
        throw new IllegalArgumentException("it has a comment");
      }
      Expression parsed = new CatalystSqlParser().parseExpression(text);
      requireAllowed(parsed, false);
      return new Formula(text, analysed(parsed));
    } catch (StackOverflowError e) {
      throw Trouble.usage("The formula is nested too deeply.", "Write it with fewer brackets.", e);
    } catch (Exception e) { // Scala code throws undeclared
      throw Trouble.usage(
          "The formula '%s' cannot be read: %s.".formatted(oneLine(text), why(e)),
          "Correct it.",
          e);
    }
  }

  /** Fails unless the expression is made of what is listed, and makes no texts and times. */
  private static void requireAllowed(Expression e, boolean isInCast) {
    if (!OPERATORS.contains(e.getClass().getSimpleName())) {
      throw new IllegalArgumentException("it may not hold " + oneLine(e.sql()));
    }
    if (e instanceof UnresolvedFunction f) {
      requireOneOf(FUNCTIONS, "function", f.nameParts());
    } else if (e instanceof UnresolvedAttribute a) {
      requireOneOf(NAMES, "value", a.nameParts());
    } else if (e instanceof Cast || e instanceof Literal && !isInCast) {
      boolean isNumber =
          e.dataType() instanceof NumericType
              || e.dataType().equals(DataTypes.BooleanType)
              || e.dataType().equals(DataTypes.NullType);
      if (!isNumber) {
        throw new IllegalArgumentException(oneLine(e.sql()) + " is no number");
      }
    }
    CollectionConverters.asJava(e.children()).forEach(c -> requireAllowed(c, e instanceof Cast));
  }

  private static void requireOneOf(Set<String> names, String what, Seq<String> parts) {
    String name = String.join(".", CollectionConverters.asJava(parts));
    if (!names.contains(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException(
          "there is no %s '%s' here, but %s"
              .formatted(what, name, String.join(", ", new TreeSet<>(names))));
    }
  }

  /** The formula as a stored score, of a row that is put in later. */
  private static LogicalPlan analysed(Expression formula) {
    NamedExpression score =
        new Alias(
            new Cast(formula, SCORE, Option.empty()),
            "score",
            NamedExpression.newExprId(),
            seq(List.of()),
            Option.empty(),
            seq(List.of()));
    SessionCatalog nothing =
        new SessionCatalog(
            new InMemoryCatalog(new SparkConf(false), new Configuration(false)),
            FunctionRegistry.builtin());
    LogicalPlan plan = new Project(seq(List.of(score)), rows(List.of()));
    plan = new Analyzer(nothing).executeAndCheck(plan, new QueryPlanningTracker(Option.empty()));
    return RewriteWithExpression.apply(ReplaceExpressions.apply(plan));
  }

  private static LogicalPlan rows(List<InternalRow> rows) {
    return new LocalRelation(COLUMNS, seq(rows), false, Option.empty());
  }

  /** The plan with other rows at its end. */
  private static LogicalPlan of(LogicalPlan plan, LogicalPlan rows) {
    return plan instanceof LocalRelation
        ? rows
        : (LogicalPlan)
            plan.withNewChildren(seq(List.of(of((LogicalPlan) plan.children().head(), rows))));
  }

  /** As it is written. */
  String text() {
    return text;
  }

  /**
   * The score, with two decimals.
   *
   * @throws Trouble exit code 2 if there is none for these values
   */
  BigDecimal of(Values v) {
    InternalRow row =
        new GenericInternalRow(
            new Object[] {
              v.severity(),
              v.evidenceKindCount(),
              v.evidenceCount(),
              v.evidenceDayCount(),
              Decimal.apply(v.lastingHours(), HOURS.precision(), HOURS.scale())
            });
    String why = "the result is NULL";
    try {
      LogicalPlan plan = of(score, rows(List.of(row)));
      while (!(plan instanceof LocalRelation)) {
        plan = ConvertToLocalRelation.apply(plan);
      }
      InternalRow found = ((LocalRelation) plan).data().head();
      if (!found.isNullAt(0)) {
        return found.getDecimal(0, SCORE.precision(), SCORE.scale()).toJavaBigDecimal();
      }
    } catch (ArithmeticException | NumberFormatException e) { // also those of Spark
      why = why(e);
    }
    throw Trouble.usage(
        "The formula '%s' gives no score of %s: %s.".formatted(oneLine(text), v, why),
        "Correct it.");
  }

  /** What Spark says, without the advice to use functions that a formula may not call. */
  private static String why(Exception e) {
    return QueryFailure.sentence(e).replaceAll(" Use [`']try_[^.]*[.]|[.]$", "");
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static Attribute column(String name, DataType type) {
    return new AttributeReference(
        name, type, true, Metadata.empty(), NamedExpression.newExprId(), seq(List.of()));
  }

  @SuppressWarnings("unchecked")
  private static <T> Seq<T> seq(List<? extends T> list) {
    return CollectionConverters.<T>asScala((List<T>) list).toSeq();
  }
}
