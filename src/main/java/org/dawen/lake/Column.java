package org.dawen.lake;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * One column as a person must understand it: name, type, unit, meaning in English and the field's
 * Chinese term. Tables are lists of these, and the Delta schema, the comments, the constraints and
 * the data dictionary all come from them.
 *
 * @param unit empty for texts, times and truths
 * @param isRequired never null; held by a constraint of the table
 * @param isAboutTheRun tells about the run that wrote the row, not about the data: left out of the
 *     content hash, because the same inputs may give another value on another night
 * @param allowed the closed list of texts the column may hold, held by a constraint of the table;
 *     empty: any
 * @param fields of a list of records: the columns of each; else empty
 */
public record Column(
    String name,
    DataType type,
    String unit,
    String meaning,
    String chinese,
    boolean isRequired,
    boolean isAboutTheRun,
    List<String> allowed,
    List<Column> fields)
    implements Serializable {
  /** Unit of pure numbers: counts, ranks, ordinals, indices. */
  public static final String NUMBER = "1";

  /** The unit is in another column of the same row ({@code unit}); the name ends in _value. */
  public static final String AS_ROW = "see unit";

  private static Column of(String name, DataType type) {
    return new Column(name, type, "", "", "", false, false, List.of(), List.of());
  }

  /** Text, codes included. */
  public static Column text(String name) {
    return of(name, DataTypes.StringType);
  }

  /** Bytes that only Dawen reads. */
  public static Column bytes(String name) {
    return of(name, DataTypes.BinaryType);
  }

  /** A whole number of up to 18 digits. */
  public static Column whole(String name) {
    return of(name, DataTypes.LongType).unit(NUMBER);
  }

  /** A small count or an index such as the AQI. */
  public static Column count(String name) {
    return of(name, DataTypes.IntegerType).unit(NUMBER);
  }

  /** An exact decimal. */
  public static Column decimal(String name, int precision, int scale) {
    return of(name, DataTypes.createDecimalType(precision, scale));
  }

  /** A civil day in Asia/Shanghai. */
  public static Column day(String name) {
    return of(name, DataTypes.DateType);
  }

  /** A civil time in Beijing time without a zone. */
  public static Column civilTime(String name) {
    return of(name, DataTypes.TimestampNTZType);
  }

  /** A point in time. */
  public static Column instant(String name) {
    return of(name, DataTypes.TimestampType);
  }

  /** True, false or unknown. */
  public static Column truth(String name) {
    return of(name, DataTypes.BooleanType);
  }

  /** A list of records, each with these columns. */
  static Column list(String name, List<Column> fields) {
    StructField[] types =
        fields.stream()
            .map(f -> DataTypes.createStructField(f.name, f.type, true))
            .toArray(StructField[]::new);
    return of(name, DataTypes.createArrayType(new StructType(types))).fields(fields);
  }

  /** The columns of the records of a list, explained. */
  Column fields(List<Column> newFields) {
    return new Column(
        name,
        type,
        unit,
        meaning,
        chinese,
        isRequired,
        isAboutTheRun,
        allowed,
        List.copyOf(newFields));
  }

  private Column named(String newName) {
    return new Column(
        newName, type, unit, meaning, chinese, isRequired, isAboutTheRun, allowed, fields);
  }

  /** This column and, of a list, those of its records by their path: {@code list.column}. */
  public Stream<Column> withFields() {
    return Stream.concat(Stream.of(this), fields.stream().map(f -> f.named(name + "." + f.name)));
  }

  /** The type; of a list without those of its fields, which have their own. */
  public String typeText() {
    return fields.isEmpty() ? type.sql() : "ARRAY";
  }

  /** The column of that name of the records of a list. */
  public Column field(String fieldName) {
    return fields.stream()
        .filter(f -> f.name.equals(fieldName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name + " has no field " + fieldName));
  }

  public Column unit(String newUnit) {
    return new Column(
        name, type, newUnit, meaning, chinese, isRequired, isAboutTheRun, allowed, fields);
  }

  /** The meaning in one English sentence and the Chinese term. */
  public Column says(String newMeaning, String newChinese) {
    return new Column(
        name, type, unit, newMeaning, newChinese, isRequired, isAboutTheRun, allowed, fields);
  }

  /** Never null; held by a constraint of the table. */
  public Column required() {
    return new Column(name, type, unit, meaning, chinese, true, isAboutTheRun, allowed, fields);
  }

  /**
   * Tells about the run that wrote the row, not about the data: left out of the content hash,
   * because the same inputs may give another value on another night.
   */
  public Column aboutTheRun() {
    return new Column(name, type, unit, meaning, chinese, isRequired, true, allowed, fields);
  }

  /** The closed list of texts the column may hold; held by a constraint of the table. */
  public Column oneOf(List<String> values) {
    return new Column(
        name, type, unit, meaning, chinese, isRequired, isAboutTheRun, List.copyOf(values), fields);
  }

  @Override
  public String toString() {
    return name;
  }
}
