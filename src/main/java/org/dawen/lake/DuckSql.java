package org.dawen.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Tables of a lake in DuckDB's SQL: what a view of them selects, and how names and texts are
 * written.
 */
final class DuckSql {
  private DuckSql() {}

  /**
   * A query of all rows of a table, in its declared columns and with its folder column.
   *
   * @param paths its data files
   */
  static String rowsOf(Table table, List<String> paths) {
    StructType schema = table.schema();
    String noRows =
        Stream.of(schema.fields())
            .map(f -> "NULL::%s AS %s".formatted(type(f.dataType()), quoted(f.name())))
            .collect(Collectors.joining(", ", "SELECT ", " WHERE false"));
    if (paths.isEmpty()) {
      return noRows;
    }
    String folder = table.layout().partitionColumn();
    String columns =
        Stream.of(schema.fields())
            .map(f -> quoted(f.name()) + "::" + type(f.dataType()) + " AS " + quoted(f.name()))
            .collect(Collectors.joining(", "));
    // A column that was added later may be in none of the files.
    return "SELECT %s FROM (%s UNION ALL BY NAME SELECT * FROM read_parquet([%s], union_by_name = true, hive_partitioning = %s))"
        .formatted(
            columns,
            noRows,
            paths.stream().map(DuckSql::text).collect(Collectors.joining(", ")),
            !folder.isEmpty());
  }

  /**
   * The files of a table, empty if it has not been written.
   *
   * @throws Trouble exit code 2 if its log marks rows of them as deleted or renames columns
   */
  static List<String> files(Lake lake, Table table) {
    if (!lake.exists(table)) {
      return List.of();
    }
    DataFiles files = lake.files(table);
    if (!files.isPlain()) {
      throw Trouble.usage("sql.written-by-another", table);
    }
    return files.files().stream().map(f -> f.path().replaceFirst("^file:(//)?", "")).toList();
  }

  private static String type(DataType type) {
    if (type instanceof DecimalType d) {
      return "DECIMAL(%d, %d)".formatted(d.precision(), d.scale());
    }
    if (type instanceof ArrayType a) {
      return type(a.elementType()) + "[]";
    }
    if (type instanceof MapType m) {
      return "MAP(%s, %s)".formatted(type(m.keyType()), type(m.valueType()));
    }
    if (type instanceof StructType s) {
      List<String> fields = new ArrayList<>();
      for (StructField f : s.fields()) {
        fields.add(quoted(f.name()) + " " + type(f.dataType()));
      }
      return "STRUCT(%s)".formatted(String.join(", ", fields));
    }
    if (type.equals(DataTypes.TimestampNTZType)) {
      return "TIMESTAMP";
    }
    return type.equals(DataTypes.TimestampType)
        ? "TIMESTAMPTZ"
        : type.sql().replace("STRING", "VARCHAR").replace("BINARY", "BLOB");
  }

  static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  static String quotedName(Table table) {
    return quoted(table.schemaName()) + "." + quoted(table.shortName());
  }
}
