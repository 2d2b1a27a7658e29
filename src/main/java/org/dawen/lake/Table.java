package org.dawen.lake;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  private final String name;
  private final String grain;
  private final List<Column> key;
  private final String whyNoKey;
  private final Column day;
  private final String period;
  private final Layout layout;
  private final boolean isAsItComes;
  private final List<Column> columns;
  private final List<String> sources;
  private final List<String> warnings;
  private final Map<String, String> rules;

  private Table(Builder b) {
    name = b.name;
    grain = b.grain;
    key = List.copyOf(b.key);
    whyNoKey = b.whyNoKey;
    day = b.day;
    period = b.period;
    layout = b.layout;
    isAsItComes = b.isAsItComes;
    columns = List.copyOf(b.columns);
    sources = List.copyOf(b.sources);
    warnings = List.copyOf(b.warnings);
    rules = Collections.unmodifiableMap(new LinkedHashMap<>(b.rules));
  }

  /** Starts the declaration of {@code schema.table}. */
  public static Builder table(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a table name: " + name);
    }
    return new Builder(name);
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

  /** True if rows are written in the order in which they come, without being sorted. */
  public boolean isAsItComes() {
    return isAsItComes;
  }

  /** The declared columns, without the folder column of the layout. */
  public List<Column> columns() {
    return columns;
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

  /** Constraint name to SQL expression: required columns and closed lists. */
  public Map<String, String> constraints() {
    Map<String, String> constraints = new LinkedHashMap<>();
    for (Column c : columns) {
      if (c.isRequired()) {
        constraints.put(c.name() + "_required", c.name() + " IS NOT NULL");
      }
      if (!c.allowed().isEmpty()) {
        String list =
            String.join(
                ", ", c.allowed().stream().map(v -> "'" + v.replace("'", "''") + "'").toList());
        String listed = c.name() + " IN (" + list + ")";
        constraints.put(
            c.name() + "_listed",
            c.isRequired() ? listed : "(" + c.name() + " IS NULL OR " + listed + ")");
      }
    }
    constraints.putAll(rules);
    return constraints;
  }

  /** Rule name to SQL condition that every row must satisfy, or the write fails whole. */
  public Map<String, String> rules() {
    return rules;
  }

  @Override
  public String toString() {
    return name;
  }

  /** Collects a declaration; the last call is one of the {@code columns} methods. */
  public static final class Builder {
    private final String name;
    private String grain = "";
    private List<Column> key = List.of();
    private String whyNoKey = "";
    private Column day;
    private String period = "";
    private Layout layout = Layout.UNPARTITIONED;
    private boolean isAsItComes;
    private final List<Column> columns = new ArrayList<>();
    private List<String> sources = List.of();
    private List<String> warnings = List.of();
    private final Map<String, String> rules = new LinkedHashMap<>();

    private Builder(String name) {
      this.name = name;
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

    /**
     * Rows are written in the order in which they come: it is good enough, or the job has sorted
     * them by day and key. Sorting a table of millions of rows a night costs as much as writing it.
     */
    public Builder asItComes() {
      isAsItComes = true;
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
    public Builder holds(String rule, String sql) {
      rules.put(rule, sql);
      return this;
    }

    public Table columns(Column... list) {
      return columns(Arrays.asList(list));
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
