package org.dawen.lake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.AliasIdentifier;
import org.apache.spark.sql.catalyst.analysis.RelationTimeTravel;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;
import org.apache.spark.sql.execution.datasources.LogicalRelation;
import scala.Function1;
import scala.Option;
import scala.Tuple3;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractPartialFunction;

/**
 * The tables that one statement names. Each is opened once, so that a statement sees one version of
 * it, and takes the place of its name in the plan: nothing is left for Spark to look up.
 */
final class NamedTables {
  /** Spark's name of its own catalogue; some tools write it before every table. */
  private static final String CATALOGUE = "spark_catalog";

  private static final int MOST_SUGGESTIONS = 3;

  private final Lake lake;
  private final List<Table> declared;
  private final Set<String> namesOfWith = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
  private final List<Table> named = new ArrayList<>();
  private final Map<String, LogicalPlan> plans = new HashMap<>();
  private final Set<Object> opened = Collections.newSetFromMap(new IdentityHashMap<>());

  NamedTables(Lake lake, List<Table> declared) {
    this.lake = lake;
    this.declared = declared;
  }

  /** In the order in which the statement names them. */
  List<Table> tables() {
    return List.copyOf(named);
  }

  /**
   * True of the name of a declared table or of a view of the statement itself; a node that names
   * nothing is not judged here.
   *
   * @throws Trouble exit code 2 for any other name
   */
  boolean allowsName(LogicalPlan node) {
    if (node instanceof UnresolvedWith with) {
      with.cteRelations().foreach(definition -> namesOfWith.add(definition._1()));
    }
    if (node instanceof RelationTimeTravel travel
        && (!(travel.relation() instanceof UnresolvedRelation r) || tableOf(r) == null)) {
      throw SqlGuard.refused(node.getClass());
    }
    if (!(node instanceof UnresolvedRelation relation)) {
      return false;
    }
    if (relation.isStreaming() || !relation.options().isEmpty()) {
      throw Trouble.usage("sql.no-options", relation.name());
    }
    Table table = tableOf(relation);
    boolean isOfWith =
        relation.multipartIdentifier().size() == 1 && namesOfWith.contains(relation.name());
    if (table == null && !isOfWith) {
      throw Alike.noTable(
          String.join(".", CollectionConverters.asJava(relation.multipartIdentifier())), declared);
    }
    if (table != null && !named.contains(table)) {
      named.add(table);
    }
    return true;
  }

  /** True of the rows of a table that was opened here. */
  boolean isOpened(LogicalPlan node) {
    return node instanceof LogicalRelation relation && opened.contains(relation.relation());
  }

  /** The plan with tables where their names stood. */
  LogicalPlan bind(LogicalPlan parsed) {
    return parsed.transformDownWithSubqueries(new Binding());
  }

  private final class Binding extends AbstractPartialFunction<LogicalPlan, LogicalPlan> {
    @Override
    public boolean isDefinedAt(LogicalPlan node) {
      return true;
    }

    @Override
    public <A extends LogicalPlan, B> B applyOrElse(A node, Function1<A, B> otherwise) {
      @SuppressWarnings("unchecked") // what is put in is a plan, too
      B bound = (B) bound(node);
      return bound;
    }
  }

  private LogicalPlan bound(LogicalPlan node) {
    if (node instanceof RelationTimeTravel travel) {
      Table table = tableOf((UnresolvedRelation) travel.relation());
      return open(table, readAsOf(table, travel));
    }
    if (node instanceof UnresolvedRelation relation && tableOf(relation) != null) {
      Table table = tableOf(relation);
      return plans.computeIfAbsent(table.name(), name -> open(table, lake.read(table)));
    }
    if (node instanceof UnresolvedWith with) {
      // Definitions are no children: Spark does not reach them from here.
      List<Tuple3<String, SubqueryAlias, Option<Object>>> definitions = new ArrayList<>();
      with.cteRelations()
          .foreach(
              d -> definitions.add(new Tuple3<>(d._1(), (SubqueryAlias) bind(d._2()), d._3())));
      return new UnresolvedWith(with.child(), seq(definitions), with.allowRecursion());
    }
    return node;
  }

  private LogicalPlan open(Table table, Dataset<Row> rows) {
    LogicalPlan plan =
        ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution().analyzed();
    for (LogicalPlan leaf : CollectionConverters.asJava(plan.collectLeaves())) {
      if (leaf instanceof LogicalRelation relation) {
        opened.add(relation.relation());
      }
    }
    return new SubqueryAlias(
        new AliasIdentifier(table.shortName(), seq(List.of(CATALOGUE, table.schemaName()))), plan);
  }

  private Dataset<Row> readAsOf(Table table, RelationTimeTravel travel) {
    if (travel.version().isDefined()) {
      return lake.readAsOf(table, "versionAsOf", travel.version().get());
    }
    if (!(travel.timestamp().get() instanceof Literal time)) {
      throw Trouble.usage("sql.time-no-literal", table);
    }
    return lake.readAsOf(table, "timestampAsOf", time.toString());
  }

  private Table tableOf(UnresolvedRelation relation) {
    List<String> parts = CollectionConverters.asJava(relation.multipartIdentifier());
    boolean namesCatalogue = parts.size() == 3 && parts.get(0).equalsIgnoreCase(CATALOGUE);
    List<String> two = namesCatalogue ? parts.subList(1, 3) : parts;
    return declared.stream()
        .filter(t -> two.size() == 2)
        .filter(t -> t.schemaName().equalsIgnoreCase(two.get(0)))
        .filter(t -> t.shortName().equalsIgnoreCase(two.get(1)))
        .findFirst()
        .orElse(null);
  }

  private static <T> Seq<T> seq(List<T> list) {
    return CollectionConverters.asScala(list).toSeq();
  }
}
