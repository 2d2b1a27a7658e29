package org.dawen.lake;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

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
 */
public record Column(
    String name,
    DataType type,
    String unit,
    String meaning,
    String chinese,
    boolean isRequired,
    boolean isAboutTheRun,
    List<String> allowed)
    implements Serializable {
  /** Unit of pure numbers: counts, ranks, ordinals, indices. */
  public static final String NUMBER = "1";

  /** The unit is in another column of the same row ({@code unit}); the name ends in _value. */
  public static final String AS_ROW = "see unit";

  private static Column of(String name, DataType type) {
    return new Column(name, type, "", "", "", false, false, List.of());
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

  public Column unit(String newUnit) {
    return new Column(name, type, newUnit, meaning, chinese, isRequired, isAboutTheRun, allowed);
  }

  /** The meaning in one English sentence and the Chinese term. */
  public Column says(String newMeaning, String newChinese) {
    return new Column(name, type, unit, newMeaning, newChinese, isRequired, isAboutTheRun, allowed);
  }

  /** Never null; held by a constraint of the table. */
  public Column required() {
    return new Column(name, type, unit, meaning, chinese, true, isAboutTheRun, allowed);
  }

  /**
   * Tells about the run that wrote the row, not about the data: left out of the content hash,
   * because the same inputs may give another value on another night.
   */
  public Column aboutTheRun() {
    return new Column(name, type, unit, meaning, chinese, isRequired, true, allowed);
  }

  /** The closed list of texts the column may hold; held by a constraint of the table. */
  public Column oneOf(List<String> values) {
    return new Column(
        name, type, unit, meaning, chinese, isRequired, isAboutTheRun, List.copyOf(values));
  }

  @Override
  public String toString() {
    return name;
  }
}
