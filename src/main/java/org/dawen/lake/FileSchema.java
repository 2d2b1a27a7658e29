package org.dawen.lake;

import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;

/** How Parquet stores the columns of a table. */
final class FileSchema {
  private static final int WIDE_DECIMAL_BYTES = 16;

  private FileSchema() {}

  static MessageType of(Table table) {
    return new MessageType("row", table.columns().stream().map(FileSchema::type).toList());
  }

  private static Type type(Column column) {
    if (!column.fields().isEmpty()) {
      return Types.optionalList()
          .element(
              Types.optionalGroup()
                  .addFields(column.fields().stream().map(FileSchema::type).toArray(Type[]::new))
                  .named("element"))
          .named(column.name());
    }
    DataType type = column.type();
    if (type instanceof DecimalType decimal) {
      LogicalTypeAnnotation digits =
          LogicalTypeAnnotation.decimalType(decimal.scale(), decimal.precision());
      return decimal.precision() <= 9
          ? Types.optional(PrimitiveTypeName.INT32).as(digits).named(column.name())
          : decimal.precision() <= 18
              ? Types.optional(PrimitiveTypeName.INT64).as(digits).named(column.name())
              : Types.optional(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY)
                  .length(WIDE_DECIMAL_BYTES)
                  .as(digits)
                  .named(column.name());
    }
    Types.PrimitiveBuilder<PrimitiveType> built =
        switch (type.typeName()) {
          case "string" ->
              Types.optional(PrimitiveTypeName.BINARY).as(LogicalTypeAnnotation.stringType());
          case "binary" -> Types.optional(PrimitiveTypeName.BINARY);
          case "date" ->
              Types.optional(PrimitiveTypeName.INT32).as(LogicalTypeAnnotation.dateType());
          case "integer" -> Types.optional(PrimitiveTypeName.INT32);
          case "long" -> Types.optional(PrimitiveTypeName.INT64);
          case "boolean" -> Types.optional(PrimitiveTypeName.BOOLEAN);
          case "timestamp" ->
              Types.optional(PrimitiveTypeName.INT64)
                  .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS));
          case "timestamp_ntz" ->
              Types.optional(PrimitiveTypeName.INT64)
                  .as(LogicalTypeAnnotation.timestampType(false, TimeUnit.MICROS));
          default -> throw new IllegalArgumentException("no file holds " + type.sql());
        };
    return built.named(column.name());
  }
}
