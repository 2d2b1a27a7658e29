package org.dawen.lake;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A table declared once: name, grain, key, day column, layout, columns, sources and warnings.
 * Schema, Delta comments, constraints, data dictionary and writer all come from here.
 */
public final class Table implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*\\.[a-z][a-z0-9_]*");

  private static final ClassValue<Table> DECLARED =
      new ClassValue<>() {
        @Override
        protected Table computeValue(Class<?> type) {
          return declared(type);
        }
      };

  private final Class<? extends Record> type;
  private final String name;
  private final String grain;
  private final List<Column> key;
  private final String whyNoKey;
  private final Column day;
  private final String period;
  private final Layout layout;
  private final List<Column> columns;
  private final List<String> sources;
  private final List<String> warnings;
  private final Map<String, Constraint> rules;
  private final List<Column> withoutDictionary;

  private Table(Builder b) {
    type = b.type;
    name = b.name;
    grain = b.grain;
    key = List.copyOf(b.key);
    whyNoKey = b.whyNoKey;
    day = b.day;
    period = b.period;
    layout = b.layout;
    columns = List.copyOf(b.columns);
    sources = List.copyOf(b.sources);
    warnings = List.copyOf(b.warnings);
    rules = Collections.unmodifiableMap(new LinkedHashMap<>(b.rules));
    withoutDictionary = List.copyOf(b.withoutDictionary);
  }

  /** Starts the declaration of {@code schema.table}. */
  public static Builder table(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a table name: " + name);
    }
    return new Builder(name);
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
    Builder builder =
        table(says.name())
            .declaredBy(type)
            .says(says.grain())
            .withoutKey(says.withoutKey())
            .withoutDay(says.withoutDay())
            .layout(says.layout())
            .from(says.sources())
            .warns(says.warnings())
            .key(
                key.keySet().stream()
                    .sorted(Comparator.comparingInt(c -> key.get(c).value()))
                    .map(explained)
                    .toArray(Column[]::new));
    form.annotated(Day.class).keySet().forEach(c -> builder.day(explained.apply(c)));
    builder.withoutDictionary(List.copyOf(form.annotated(Columns.class).keySet()));
    Components.constraintsOf(type).forEach(builder::holds);
    return builder.columns(columns);
  }

  /** The record that declares it; null: none. */
  public Class<? extends Record> type() {
    return type;
  }

  /** {@code schema.table}. */
  public String name() {
    return name;
  }

  public String schemaName() {
    return name.substring(0, name.indexOf('.'));
  }

  public String shortName() {
    return name.substring(name.indexOf('.') + 1);
  }

  /** What one row is, in one sentence. */
  public String grain() {
    return grain;
  }

  public List<Column> key() {
    return key;
  }

  /** Why the table has no key; empty when it has one. */
  public String whyNoKey() {
    return whyNoKey;
  }

  /** The column of the data day, or null for a table without days. */
  public Column day() {
    return day;
  }

  /** For a table without days: the period a row is about. */
  public String period() {
    return period;
  }

  public Layout layout() {
    return layout;
  }

  /**
   * Columns whose values hardly repeat, so that Parquet need not try to number them. By the name of
   * the column, for all tables that have it.
   */
  public List<Column> withoutDictionary() {
    return withoutDictionary;
  }

  /** The declared columns, without the folder column of the layout. */
  public List<Column> columns() {
    return columns;
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

  /** Names of the tables and files the rows come from. */
  public List<String> sources() {
    return sources;
  }

  /** What a reader must know before trusting a number. */
  public List<String> warnings() {
    return warnings;
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
    List<StructField> fields = new ArrayList<>(Arrays.asList(rowSchema().fields()));
    if (layout == Layout.BY_YEAR) {
      fields.add(
          DataTypes.createStructField(layout.partitionColumn(), DataTypes.IntegerType, true));
    } else if (layout == Layout.BY_MONTH) {
      fields.add(DataTypes.createStructField(layout.partitionColumn(), DataTypes.StringType, true));
    }
    return new StructType(fields.toArray(StructField[]::new));
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
        constraints.put(c.name() + "_required", new Constraint.Required(c));
      }
      if (!c.allowed().isEmpty()) {
        constraints.put(c.name() + "_listed", new Constraint.Listed(c));
      }
    }
    constraints.putAll(rules);
    return constraints;
  }

  /** Conditions between columns by name; a row that breaks one is never written. */
  public Map<String, Constraint> rules() {
    return rules;
  }

  @Override
  public String toString() {
    return name;
  }

  /** Collects a declaration; the last call is one of the {@code columns} methods. */
  public static final class Builder {
    private final String name;
    private Class<? extends Record> type;
    private String grain = "";
    private List<Column> key = List.of();
    private String whyNoKey = "";
    private Column day;
    private String period = "";
    private Layout layout = Layout.UNPARTITIONED;
    private final List<Column> columns = new ArrayList<>();
    private List<String> sources = List.of();
    private List<String> warnings = List.of();
    private final Map<String, Constraint> rules = new LinkedHashMap<>();
    private List<Column> withoutDictionary = List.of();

    private Builder(String name) {
      this.name = name;
    }

    private Builder declaredBy(Class<? extends Record> record) {
      type = record;
      return this;
    }

    /** What one row is. */
    public Builder says(String sentence) {
      grain = sentence;
      return this;
    }

    public Builder key(Column... columns) {
      key = List.of(columns);
      return this;
    }

    /** A table without a key says why. */
    public Builder withoutKey(String reason) {
      whyNoKey = reason;
      return this;
    }

    public Builder day(Column column) {
      day = column;
      return this;
    }

    /** A table without days says which period a row is about. */
    public Builder withoutDay(String whichPeriod) {
      period = whichPeriod;
      return this;
    }

    public Builder layout(Layout newLayout) {
      layout = newLayout;
      return this;
    }

    /** Values of these columns hardly repeat. */
    public Builder withoutDictionary(List<Column> list) {
      withoutDictionary = list;
      return this;
    }

    public Builder from(String... tablesOrFiles) {
      sources = List.of(tablesOrFiles);
      return this;
    }

    public Builder warns(String... sentences) {
      warnings = List.of(sentences);
      return this;
    }

    /**
     * A condition between columns of a row, kept as a constraint: a row that breaks it is never
     * written, nor anything written with it.
     */
    public Builder holds(String rule, Constraint constraint) {
      rules.put(rule, constraint);
      return this;
    }

    @SafeVarargs
    public final Table columns(List<Column>... lists) {
      for (List<Column> list : lists) {
        columns.addAll(list);
      }
      if (layout != Layout.UNPARTITIONED && day == null) {
        throw new IllegalArgumentException(name + " has a layout by day but no day");
      }
      List<String> names = columns.stream().map(Column::name).toList();
      key.stream()
          .filter(c -> !names.contains(c.name()))
          .findFirst()
          .ifPresent(
              c -> {
                throw new IllegalArgumentException(name + " has no key column " + c.name());
              });
      return new Table(this);
    }
  }
}
