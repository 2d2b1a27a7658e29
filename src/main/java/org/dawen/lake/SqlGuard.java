package org.dawen.lake;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.analysis.UnresolvedGenerator;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableValuedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.datasources.LogicalRelation;
import org.apache.spark.sql.types.DataType;
import scala.Product;
import scala.collection.Iterable;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Lets through only what is on the lists of {@link AllowedSql}. It looks at a plan as parsed,
 * before Spark analyses it, because analysing a command may run it; and again as analysed, because
 * only then is it known what a name means.
 */
public final class SqlGuard {
  private SqlGuard() {}

  /**
   * Fails with exit code 2 unless every node is allowed.
   *
   * @param relations decides about what reads, whatever its class; true if it has allowed the node
   */
  static void requireAllowed(LogicalPlan plan, Predicate<LogicalPlan> relations) {
    forEachNode(
        plan,
        node -> {
          if (node instanceof LogicalPlan p) {
            if (!relations.test(p) && !AllowedSql.isAllowed(p)) {
              throw refused(p.getClass());
            }
            if (p instanceof UnresolvedTableValuedFunction f) {
              requireFunction(f);
            }
          } else {
            requireAllowed((Expression) node, AllowedSql.functions());
          }
        });
  }

  private static void requireAllowed(Expression expression, Set<String> functions) {
    if (!AllowedSql.isAllowed(expression)) {
      throw refused(expression.getClass());
    }
    if (expression instanceof UnresolvedFunction f) {
      requireFunction(CollectionConverters.asJava(f.nameParts()), functions);
    } else if (expression instanceof UnresolvedGenerator g) {
      requireFunction(Arrays.asList(g.name().unquotedString().split("\\.")), functions);
    }
  }

  private static void requireFunction(UnresolvedTableValuedFunction function) {
    if (function.isStreaming()) {
      throw refused(function.getClass());
    }
    requireFunction(CollectionConverters.asJava(function.name()), AllowedSql.functions());
  }

  private static void requireFunction(List<String> nameParts, Set<String> functions) {
    String name = nameParts.get(nameParts.size() - 1).toLowerCase(Locale.ROOT);
    String before =
        String.join(".", nameParts.subList(0, nameParts.size() - 1)).toLowerCase(Locale.ROOT);
    boolean isOfSpark = Set.of("", "builtin", "system.builtin").contains(before);
    if (!isOfSpark || !functions.contains(name)) {
      throw isOfSpark && AllowedSql.isBuiltIn(name)
          ? Trouble.usage("sql.function-not-allowed", name)
          : Trouble.usage("sql.no-function", String.join(".", nameParts));
    }
  }

  static Trouble refused(Class<?> kind) {
    String words =
        kind.getSimpleName()
            .replaceAll("^Unresolved|(Statement|Command|Exec)?\\$?$", "")
            .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
            .toLowerCase(Locale.ROOT);
    return refused(words);
  }

  /** The sentence about a statement made of something that no question may be made of. */
  static Trouble refused(String words) {
    return Trouble.usage("sql.not-only-reads", words);
  }

  /**
   * Every plan and expression in a tree, wherever a node keeps it: among its children, in a
   * subquery, a definition of WITH or WINDOW, an option.
   */
  private static void forEachNode(Object root, Consumer<Object> consumer) {
    forEachNode(root, consumer, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static void forEachNode(Object object, Consumer<Object> consumer, Set<Object> seen) {
    if (object == null || object instanceof DataType || !seen.add(object)) {
      return;
    }
    if (object instanceof LogicalPlan || object instanceof Expression) {
      consumer.accept(object);
    }
    boolean holdsRows = object instanceof LocalRelation || object instanceof LogicalRelation;
    if (object instanceof Iterable<?> elements) {
      for (Iterator<?> i = elements.iterator(); i.hasNext(); ) {
        forEachNode(i.next(), consumer, seen);
      }
    } else if (object instanceof Product product && !holdsRows) {
      for (int i = 0; i < product.productArity(); i++) {
        forEachNode(product.productElement(i), consumer, seen);
      }
    }
  }
}
