package org.dawen.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.NumericType;
import org.dawen.lake.Column;
import org.dawen.lake.SqlLiteral;
import org.dawen.registry.PlanSource;
import org.dawen.registry.PlanWords.Aggregate;

/** A selection of the registry that was found to fit the schema of its table. */
final class TableSource {
  private final Selectable<?> from;
  private final Map<String, Set<String>> conditions;
  private final PlanSource said;

  private TableSource(Selectable<?> from, Map<String, Set<String>> conditions, PlanSource said) {
    this.from = from;
    this.conditions = conditions;
    this.said = said;
  }

  /**
   * Reads a selection.
   *
   * @throws Unfit if its table, a column or a value is none that may be selected
   */
  static TableSource of(PlanSource said) {
    if (said.sourceTable() == null || said.sourceAggregate() == null) {
      throw new Unfit("source_table and source_aggregate are required where source_kind is table");
    }
    Selectable<?> from =
        Selectable.named(said.sourceTable())
            .orElseThrow(
                () ->
                    Unfit.notOneOf(
                        "source_table",
                        said.sourceTable(),
                        Selectable.ALL.stream().map(s -> s.table().name())));
    TableSource source = new TableSource(from, conditions(from, said.sourceFilter()), said);
    source.requireColumns();
    return source;
  }

  private static Map<String, Set<String>> conditions(Selectable<?> from, String filter) {
    Map<String, Set<String>> conditions = new LinkedHashMap<>();
    for (String condition : filter == null ? new String[0] : filter.split(";")) {
      String[] sides = condition.split("=", 2);
      if (sides.length < 2 || sides[1].isBlank()) {
        throw new Unfit(
            "source_filter: '%s' is no condition; write column=value, several joined by ;"
                .formatted(condition));
      }
      Column column = column(from, "source_filter", sides[0].strip());
      Set<String> values =
          Stream.of(sides[1].split("\\|")).map(String::strip).collect(Collectors.toSet());
      List<String> allowed =
          column.type() instanceof BooleanType ? List.of("true", "false") : column.allowed();
      values.stream()
          .filter(v -> !allowed.isEmpty() && !allowed.contains(v))
          .findFirst()
          .ifPresent(
              v -> {
                throw Unfit.notOneOf("source_filter, " + column, v, allowed.stream());
              });
      if (conditions.put(column.name(), values) != null) {
        throw new Unfit("source_filter: %s is given twice; join values by |".formatted(column));
      }
    }
    return conditions;
  }

  private static Column column(Selectable<?> from, String heading, String name) {
    if (from.placeOf(name) < 0) {
      throw Unfit.notOneOf(heading, name, from.columns().stream().map(Column::name));
    }
    return from.table().column(name);
  }

  private void requireColumns() {
    Aggregate aggregate = said.sourceAggregate();
    boolean isCount = aggregate == Aggregate.COUNT || aggregate == Aggregate.DISTINCT;
    if (said.sourceColumn() == null && aggregate != Aggregate.COUNT) {
      throw new Unfit("source_column is required where source_aggregate is " + aggregate);
    }
    if (said.sourceColumn() != null) {
      Column column = column(from, "source_column", said.sourceColumn());
      boolean fits =
          isCount
              || (aggregate == Aggregate.PERCENT_TRUE
                  ? column.type() instanceof BooleanType
                  : column.type() instanceof NumericType);
      if (!fits) {
        throw new Unfit("source_column: %s cannot be summed up by %s".formatted(column, aggregate));
      }
    }
    boolean mayHaveSecond =
        aggregate == Aggregate.PERCENT_TRUE
            || aggregate == Aggregate.PERCENT_OF
            || aggregate == Aggregate.LATEST;
    if (said.sourceOfColumn() == null ? aggregate == Aggregate.PERCENT_OF : !mayHaveSecond) {
      throw new Unfit(
          "source_of_column is required where source_aggregate is percent_of, optional where it"
              + " is percent_true or latest, and not allowed otherwise");
    }
    if (said.sourceOfColumn() != null
        && !(column(from, "source_of_column", said.sourceOfColumn()).type()
            instanceof NumericType)) {
      throw new Unfit("source_of_column: %s is no number".formatted(said.sourceOfColumn()));
    }
    if (aggregate == Aggregate.LATEST) {
      requireOneRowADay();
    }
  }

  /** The newest row is one row only if the filter fixes every other column of the key. */
  private void requireOneRowADay() {
    List<String> open = new ArrayList<>();
    for (Column key : from.table().key()) {
      Set<String> values = conditions.get(key.name());
      if (!key.name().equals(from.dayColumn()) && (values == null || values.size() != 1)) {
        open.add(key.name());
      }
    }
    if (!open.isEmpty()) {
      throw new Unfit(
          "source_filter: for latest it must give %s one value each"
              .formatted(String.join(", ", open)));
    }
  }

  Selectable<?> from() {
    return from;
  }

  PlanSource said() {
    return said;
  }

  /** Whether the conditions hold for a row. */
  boolean takes(SourceRow row) {
    return conditions.entrySet().stream()
        .allMatch(
            c -> {
              Object value = row.values().get(from.placeOf(c.getKey()));
              return value != null && c.getValue().contains(value.toString());
            });
  }

  /** The conditions, for a question to the table. */
  String condition() {
    return conditions.entrySet().stream()
        .map(
            c ->
                "CAST(%s AS STRING) IN (%s)"
                    .formatted(
                        c.getKey(),
                        c.getValue().stream()
                            .sorted()
                            .map(SqlLiteral::of)
                            .collect(Collectors.joining(", "))))
        .collect(Collectors.joining(" AND "));
  }

  /** The cell of a column; null: no value, or no column is given. */
  Object cell(SourceRow row, String column) {
    return column == null ? null : row.values().get(from.placeOf(column));
  }

  /** The selection as a person reads it. */
  String text() {
    String column = said.sourceColumn() == null ? "*" : said.sourceColumn();
    return "%s(%s%s)%s"
        .formatted(
            said.sourceAggregate(),
            column,
            said.sourceOfColumn() == null ? "" : ", " + said.sourceOfColumn(),
            said.sourceFilter() == null ? "" : ", " + said.sourceFilter());
  }

  /** What is wrong with a selection, as a clause without a full stop. */
  static final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unfit(String what) {
      super(what);
    }

    private static Unfit notOneOf(String heading, String found, Stream<String> allowed) {
      return new Unfit(
          "%s: '%s' cannot be selected; write one of %s"
              .formatted(heading, found, allowed.collect(Collectors.joining(", "))));
    }
  }
}
