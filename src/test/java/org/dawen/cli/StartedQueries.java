package org.dawen.cli;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.rules.Rule;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The queries that Spark plans while something runs, by who asked for them. A listener would not
 * see those of which only the rows are taken ({@code toRdd}); the optimizer sees every plan, on the
 * thread that asked.
 */
final class StartedQueries extends Rule<LogicalPlan> {
  private final Set<String> own = Collections.synchronizedSet(new TreeSet<>());
  private final Set<String> ofDelta = Collections.synchronizedSet(new TreeSet<>());

  static StartedQueries during(SparkSession spark, Runnable work) {
    StartedQueries started = new StartedQueries();
    Seq<Rule<LogicalPlan>> before = spark.experimental().extraOptimizations();
    spark
        .experimental()
        .extraOptimizations_$eq(
            CollectionConverters.asScala(List.<Rule<LogicalPlan>>of(started)).toSeq());
    try {
      work.run();
    } finally {
      spark.experimental().extraOptimizations_$eq(before);
    }
    return started;
  }

  @Override
  public LogicalPlan apply(LogicalPlan plan) {
    List<String> calls =
        Arrays.stream(Thread.currentThread().getStackTrace())
            .filter(f -> !f.getClassName().equals(StartedQueries.class.getName()))
            .map(StackTraceElement::toString)
            .toList();
    // The innermost of Delta's and ours: below a commit Delta plans for itself.
    String asked =
        calls.stream()
            .filter(f -> f.startsWith("org.dawen.") || f.startsWith("org.apache.spark.sql.delta."))
            .findFirst()
            .orElse("an unknown place");
    (asked.startsWith("org.apache.spark.sql.delta.") ? ofDelta : own).add(asked);
    return plan;
  }

  /** Places in Dawen's code that asked for one. */
  Set<String> own() {
    return own;
  }

  /** Places in Delta's code that asked for one, while it read or committed a table. */
  Set<String> ofDelta() {
    return ofDelta;
  }
}
