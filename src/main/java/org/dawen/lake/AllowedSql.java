package org.dawen.lake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.apache.spark.sql.catalyst.analysis.TableFunctionRegistry;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What a question may be made of: the lists of {@code sql/allowed.txt}. A list of what is forbidden
 * would let through whatever the next release of Spark brings.
 */
final class AllowedSql {
  private static final String CATALYST = "org.apache.spark.sql.catalyst.";
  private static final Map<String, Set<String>> LISTS = read("sql/allowed.txt");
  private static final Set<String> CLASSES_OF_FUNCTIONS = classesOfFunctions();

  private AllowedSql() {}

  static Set<String> functions() {
    return LISTS.get("functions");
  }

  static boolean isAllowed(LogicalPlan node) {
    return isListed("plans", node);
  }

  /** A listed expression, or what a listed function is to Spark. */
  static boolean isAllowed(Expression expression) {
    return isListed("expressions", expression)
        || CLASSES_OF_FUNCTIONS.contains(expression.getClass().getName());
  }

  /** One of Spark's own, listed or not. */
  static boolean isBuiltIn(String function) {
    FunctionIdentifier name = new FunctionIdentifier(function);
    return FunctionRegistry.builtin().functionExists(name)
        || TableFunctionRegistry.builtin().functionExists(name);
  }

  private static boolean isListed(String list, Object node) {
    String name = node.getClass().getName();
    return name.startsWith(CATALYST) && LISTS.get(list).contains(name.substring(CATALYST.length()));
  }

  private static Set<String> classesOfFunctions() {
    Set<String> classes = new HashSet<>();
    for (FunctionIdentifier name :
        CollectionConverters.asJava(FunctionRegistry.builtin().listFunction())) {
      if (functions().contains(name.funcName().toLowerCase(Locale.ROOT))) {
        classes.add(FunctionRegistry.builtin().lookupFunction(name).get().getClassName());
      }
    }
    return classes;
  }

  /** The named lists of a file of this form. */
  static Map<String, Set<String>> read(String file) {
    Map<String, Set<String>> lists = new TreeMap<>();
    try (InputStream in = AllowedSql.class.getClassLoader().getResourceAsStream(file)) {
      Set<String> list = Set.of();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (line.startsWith("[")) {
          list = lists.computeIfAbsent(line.replaceAll("[\\[\\]]", ""), name -> new HashSet<>());
        } else if (!line.isBlank() && !line.startsWith("#")) {
          list.addAll(List.of(line.split(" ")));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lists;
  }
}
