package org.dawen.source;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.translate;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.dawen.standard.StandardRow;
import org.dawen.standard.StandardTable;

/**
 * Units of factors, HJ 212-2017 annex B, and of limits. For NH3 and fine dust the annex prints
 * ng/m³, which no device sends: there nothing is known until a limit tells its unit.
 */
final class Units {
  static final String FACTORS = "hj212_factors.csv";

  /** How a note of the table of factors begins whose unit is not to be relied on. */
  private static final String AS_PRINTED = "unit as printed";

  /** Units in which a value below zero is an error of the device. */
  private static final List<String> NEVER_NEGATIVE =
      List.of(
          "mg/m3", "ug/m3", "ng/m3", "mg/L", "ug/L", "ng/L", "1/L", "Bq/L", "L/s", "m3/s", "m3/h",
          "pH", "%");

  private static final StructType FACTOR_UNIT =
      new StructType()
          .add("_factor_kind", DataTypes.StringType)
          .add("_factor_unit", DataTypes.StringType);

  private Units() {}

  /** Adds {@code _factor_unit}, null if not known, by the factor in a column. */
  static Dataset<Row> attachFactorUnit(Dataset<Row> rows, Column factorCode) {
    return rows.withColumn("_kind_of_factor", factorKind(factorCode))
        .transform(
            r ->
                r.join(
                    broadcast(factorUnits(r.sparkSession())),
                    col("_kind_of_factor").equalTo(col("_factor_kind")),
                    "left"))
        .drop("_kind_of_factor", "_factor_kind");
  }

  private static Dataset<Row> factorUnits(SparkSession spark) {
    Set<String> seen = new HashSet<>();
    Set<String> ambiguous = new HashSet<>();
    List<StandardRow> factors = StandardTable.read(FACTORS).rows();
    for (StandardRow factor : factors) {
      if (!seen.add(factor.text("factor_code"))) {
        ambiguous.add(factor.text("factor_code"));
      }
    }
    List<Row> units = new ArrayList<>();
    for (StandardRow factor : factors) {
      String code = factor.text("factor_code");
      String unit = factor.optionalText("unit");
      boolean isKnown =
          !unit.isEmpty()
              && !ambiguous.contains(code)
              && !factor.optionalText("note").startsWith(AS_PRINTED);
      if (isKnown) {
        units.add(RowFactory.create(code, unit));
      }
    }
    return spark.createDataFrame(units, FACTOR_UNIT);
  }

  /** Numbered devices ({@code e10201}) stand in the annex by their kind ({@code e102xx}). */
  private static Column factorKind(Column code) {
    return when(
            code.startsWith("e").or(code.startsWith("g")), concat(substring(code, 1, 4), lit("xx")))
        .when(code.startsWith("i333"), concat(substring(code, 1, 5), lit("x")))
        .otherwise(code);
  }

  /** One spelling for the units of permits: {@code mg/Nm³}, {@code MG/M3} are {@code mg/m3}. */
  static Column spelled(Column unit) {
    Column plain = translate(lower(regexp_replace(unit, "\\s", "")), "³µμ", "3uu");
    Column text = regexp_replace(regexp_replace(plain, "/nm3$", "/m3"), "^(个)?/l$", "1/L");
    return when(text.isin("ph", "无量纲", "dimensionless", "-", "1"), lit("1"))
        .otherwise(regexp_replace(text, "/l$", "/L"));
  }

  /**
   * By what a limit is to be multiplied to stand in the unit of the values; null: cannot be
   * converted. A value without a known unit stands in that of its limit.
   */
  static Column toFactorUnit(Column limitUnit, Column factorUnit) {
    Column limit = spelled(limitUnit);
    Column factor = spelled(factorUnit);
    Column sameVolume = substring_index(limit, "/", -1).equalTo(substring_index(factor, "/", -1));
    return when(factorUnit.isNull().or(limit.equalTo(factor)), lit(BigDecimal.ONE))
        .when(sameVolume, milligrams(limit).divide(milligrams(factor)))
        .cast("decimal(24,12)");
  }

  private static Column milligrams(Column concentration) {
    return when(concentration.startsWith("ng/"), lit(new BigDecimal("0.000001")))
        .when(concentration.startsWith("ug/"), lit(new BigDecimal("0.001")))
        .when(concentration.startsWith("mg/"), lit(new BigDecimal("1")))
        .when(concentration.startsWith("g/"), lit(new BigDecimal("1000")))
        .cast("decimal(10,6)");
  }

  /** Whether a value of this unit cannot be negative; false if the unit is not known. */
  static Column isNeverNegative(Column unit) {
    return coalesce(unit.isin(NEVER_NEGATIVE.toArray()), lit(false));
  }
}
