package org.dawen.air;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.dawen.standard.AqiReport;

/** What the hourly and the daily index function have in common: struct fields and null texts. */
final class IndexFields {
  private static final String STRUCT = "_index";

  private IndexFields() {}

  static StructType typeOf(List<org.dawen.lake.Column> fields) {
    return new StructType(
        fields.stream()
            .map(f -> new StructField(f.name(), f.type(), true, Metadata.empty()))
            .toArray(StructField[]::new));
  }

  static Column[] arguments(Column epochDay, Column[] concentrations, Column unmonitored) {
    return Stream.of(Stream.of(epochDay), Stream.of(concentrations), Stream.of(unmonitored))
        .flatMap(s -> s)
        .toArray(Column[]::new);
  }

  /** Adds the fields of an index struct as columns of their own. */
  static Dataset<Row> attach(Dataset<Row> rows, Column struct, List<org.dawen.lake.Column> fields) {
    Column[] kept = Stream.of(rows.columns()).map(functions::col).toArray(Column[]::new);
    Stream<Column> unpacked =
        fields.stream().map(f -> functions.col(STRUCT + "." + f.name()).as(f.name()));
    return rows.withColumn(STRUCT, struct)
        .select(Stream.concat(Stream.of(kept), unpacked).toArray(Column[]::new));
  }

  /** Null instead of an empty text: no primary pollutant. */
  static String primary(AqiReport report) {
    return report.primaryPollutants().isEmpty() ? null : report.primaryLabel();
  }

  static String className(AqiReport report) {
    return report.aqiClass() == null ? null : report.aqiClass().name();
  }
}
