package org.dawen.lake;

import java.io.Serializable;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A table declared once: name, grain, key, day column, layout, columns, sources and warnings.
 * Schema, Delta comments, constraints, data dictionary and writer all come from here. No two tables
 * have the same name.
 *
 * @param type the record that declares it; null: none
 * @param name {@code schema.table}
 * @param grain what one row is, in one sentence
 * @param key empty: {@code whyNoKey} says why
 * @param day the column of the data day; null: a table without days
 * @param period of a table without days: the period a row is about
 * @param columns the declared columns, without the folder column of the layout
 * @param sources names of the tables and files the rows come from
 * @param warnings what a reader must know before trusting a number
 * @param rules conditions between columns by name; a row that breaks one is never written, nor
 *     anything written with it
 * @param withoutDictionary columns whose values hardly repeat, so that Parquet need not try to
 *     number them
 */
public record Table(
    Class<? extends Record> type,
    String name,
    String grain,
    List<Column> key,
    String whyNoKey,
    Column day,
    String period,
    Layout layout,
    List<Column> columns,
    List<String> sources,
    List<String> warnings,
    Map<String, Constraint> rules,
    List<Column> withoutDictionary)
    implements Serializable {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*\\.[a-z][a-z0-9_]*");

  private static final ClassValue<Table> DECLARED =
      new ClassValue<>() {
        @Override
        protected Table computeValue(Class<?> type) {
          return declared(type);
        }
      };

  /** Refuses what no table can be. */
  public Table {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a table name: " + name);
    }
    if (layout != Layout.UNPARTITIONED && day == null) {
      throw new IllegalArgumentException(name + " has a layout by day but no day");
    }
    List<String> names = columns.stream().map(Column::name).toList();
    for (Column c : key) {
      if (!names.contains(c.name())) {
        throw new IllegalArgumentException(name + " has no key column " + c);
      }
    }
  }

  /**
   * The table that a record declares. What must hold between its columns is told by a static method
   * {@code constraints(Components)} of the record, if it has one.
   */
  public static Table of(Class<? extends Record> type) {
    return DECLARED.get(type);
  }

  private static Table declared(Class<?> given) {
    Class<? extends Record> type = given.asSubclass(Record.class);
    OfTable says = type.getAnnotation(OfTable.class);
    if (says == null) {
      throw new IllegalArgumentException(type + " declares no table");
    }
    RecordForm<?> form = RecordForm.of(type);
    List<Column> columns =
        form.columns().stream().map(c -> ColumnDictionary.explain(says.name(), c)).toList();
    UnaryOperator<Column> explained = c -> columns.get(form.columns().indexOf(c));
    // Of a group of columns that several tables share, no column is a key where rows have none.
    Map<Column, Key> key =
        says.withoutKey().isEmpty() ? form.annotated(Key.class) : Map.<Column, Key>of();
    return new Table(
        type,
        says.name(),
        says.grain(),
        key.keySet().stream()
            .sorted(Comparator.comparingInt(c -> key.get(c).value()))
            .map(explained)
            .toList(),
        says.withoutKey(),
        form.annotated(Day.class).keySet().stream().map(explained).findFirst().orElse(null),
        says.withoutDay(),
        says.layout(),
        columns,
        List.of(says.sources()),
        List.of(says.warnings()),
        Components.constraintsOf(type),
        withoutDictionary(form));
  }

  private static List<Column> withoutDictionary(RecordForm<?> form) {
    Set<Column> several = form.annotated(Columns.class).keySet();
    return form.columns().stream()
        .filter(c -> several.contains(c) || c.type().equals(DataTypes.BinaryType))
        .toList();
  }

  public String schemaName() {
    return name.substring(0, name.indexOf('.'));
  }

  public String shortName() {
    return name.substring(name.indexOf('.') + 1);
  }

  /** The declared columns, behind a list those of its records by their path. */
  public List<Column> columnsWithFields() {
    return columns.stream().flatMap(Column::withFields).toList();
  }

  /** Whether it declares a column of that name. */
  public boolean has(String columnName) {
    return columns.stream().anyMatch(c -> c.name().equals(columnName));
  }

  /** The declared column of that name. */
  public Column column(String columnName) {
    return columns.stream()
        .filter(c -> c.name().equals(columnName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name + " has no column " + columnName));
  }

  /** The place of the declared column of that name, from 0. */
  int placeOf(Column column) {
    return columns.stream().map(Column::name).toList().indexOf(column.name());
  }

  /** The declared columns as a Spark schema, for rows made by hand. */
  public StructType rowSchema() {
    return new StructType(
        columns.stream()
            .map(c -> new StructField(c.name(), c.type(), true, comment(c)))
            .toArray(StructField[]::new));
  }

  /** The Delta schema with comments; the folder column, if any, comes last. */
  public StructType schema() {
    return switch (layout) {
      case UNPARTITIONED -> rowSchema();
      case BY_YEAR -> rowSchema().add(layout.partitionColumn(), DataTypes.IntegerType);
      case BY_MONTH -> rowSchema().add(layout.partitionColumn(), DataTypes.StringType);
    };
  }

  private static Metadata comment(Column c) {
    String unit = c.unit().isEmpty() || c.unit().equals(Column.NUMBER) ? "" : " [" + c.unit() + "]";
    return new MetadataBuilder()
        .putString("comment", c.chinese() + unit + " " + c.meaning())
        .build();
  }

  /**
   * The column whose smallest and largest value each data file notes, so that files can be skipped:
   * the day, else the first column. Noting them for every column costs more than writing them.
   */
  public Column skippedBy() {
    return day == null ? columns.get(0) : day;
  }

  /** What every row must satisfy, by name: required columns, closed lists and rules. */
  public Map<String, Constraint> constraints() {
    Map<String, Constraint> constraints = new LinkedHashMap<>();
    for (Column c : columns) {
      if (c.isRequired()) {
        constraints.put(c.name() + "_required", Constraint.required(c));
      }
      if (!c.allowed().isEmpty()) {
        constraints.put(c.name() + "_listed", Constraint.listed(c));
      }
    }
    constraints.putAll(rules);
    return constraints;
  }

  @Override
  public String toString() {
    return name;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Table other && name.equals(other.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
