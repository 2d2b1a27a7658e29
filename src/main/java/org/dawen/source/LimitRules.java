package org.dawen.source;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.dawen.intake.ReceivedTables.DATA_DAY;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.dawen.lake.Lake;
import org.dawen.standard.Confidence;

/** Brings the limit in force of {@link LimitsInForce} to the hours, in the unit of their values. */
final class LimitRules {
  /** Reference oxygen of the day limit, %; null: as measured, or no day limit. */
  static final String DAY_REFERENCE_O2 = "_day_reference_o2";

  /**
   * Whether the unit of the hour limit could be converted to that of the values; null: no limit.
   */
  static final String HAS_UNIT_OF_VALUES = "_has_unit_of_values";

  /** As {@link #HAS_UNIT_OF_VALUES}, for the day limit. */
  static final String DAY_HAS_UNIT_OF_VALUES = "_day_has_unit_of_values";

  /** Above every value a packet can carry. */
  private static final BigDecimal NO_UPPER_LIMIT = new BigDecimal("9999999999.99999999");

  private static final StructType LIMIT =
      new StructType()
          .add("_outlet", DataTypes.StringType)
          .add("_pollutant", DataTypes.StringType)
          .add("_from", DataTypes.DateType)
          .add("_to", DataTypes.DateType)
          .add("_unit_of_limit", DataTypes.StringType)
          .add(SourceTables.LIMIT_VALUE.name(), SourceTables.LIMIT_VALUE.type())
          .add(SourceTables.LOWER_LIMIT_VALUE.name(), SourceTables.LOWER_LIMIT_VALUE.type())
          .add(SourceTables.LIMIT_PERIOD.name(), DataTypes.StringType)
          .add(SourceTables.REFERENCE_O2_PERCENT.name(), SourceTables.REFERENCE_O2_PERCENT.type())
          .add(SourceTables.LIMIT_ID.name(), DataTypes.StringType)
          .add(SourceTables.LIMIT_LEVEL.name(), DataTypes.StringType)
          .add(SourceTables.LIMIT_CONFIDENCE.name(), DataTypes.StringType)
          .add(SourceTables.IS_PROVISIONAL.name(), DataTypes.BooleanType)
          .add(HAS_UNIT_OF_VALUES, DataTypes.BooleanType)
          .add(SourceTables.DAY_LIMIT_VALUE.name(), SourceTables.DAY_LIMIT_VALUE.type())
          .add(SourceTables.DAY_LOWER_LIMIT_VALUE.name(), SourceTables.DAY_LOWER_LIMIT_VALUE.type())
          .add(SourceTables.DAY_LIMIT_ID.name(), DataTypes.StringType)
          .add(DAY_REFERENCE_O2, SourceTables.REFERENCE_O2_PERCENT.type())
          .add(DAY_HAS_UNIT_OF_VALUES, DataTypes.BooleanType);

  private LimitRules() {}

  /**
   * Adds hour and day limit in force on the data day, and {@code unit}: that of the factor, else of
   * the limit.
   *
   * @param outlets rows of {@code registry.outlet}
   * @param permits rows of {@code registry.limit}
   */
  static Dataset<Row> attachLimitInForce(
      Dataset<Row> hours, Dataset<Row> outlets, Dataset<Row> permits) {
    Dataset<Row> limits =
        hours
            .sparkSession()
            .createDataFrame(
                LimitsInForce.of(Lake.all(outlets), Lake.all(permits)).stream()
                    .map(LimitRules::row)
                    .toList(),
                LIMIT);
    return Units.attachFactorUnit(hours)
        .transform(
            h ->
                h.join(
                    broadcast(limits),
                    h.col(SourceTables.OUTLET_CODE.name())
                        .equalTo(limits.col("_outlet"))
                        .and(
                            h.col(SourceTables.POLLUTANT_CODE.name())
                                .equalTo(limits.col("_pollutant")))
                        .and(
                            h.col(DATA_DAY.name()).between(limits.col("_from"), limits.col("_to"))),
                    "left"))
        .withColumn(SourceTables.UNIT.name(), coalesce(col("_factor_unit"), col("_unit_of_limit")));
  }

  private static Row row(LimitsInForce.Period period) {
    String factorUnit = Units.ofFactor(period.pollutantCode());
    LimitInForce hour = period.hour();
    LimitInForce day = period.day();
    List<Object> cells = new ArrayList<>();
    cells.addAll(
        List.of(
            period.outletCode(),
            period.pollutantCode(),
            period.from(),
            period.to(),
            Units.spelled((hour == null ? day : hour).unit())));
    if (hour == null) {
      cells.addAll(Collections.nCopies(9, null));
    } else {
      cells.add(inFactorUnit(hour.upper(), hour, factorUnit));
      cells.add(inFactorUnit(hour.lower(), hour, factorUnit));
      cells.add(hour.period());
      cells.add(hour.referenceO2Percent());
      cells.add(hour.limitId());
      cells.add(hour.level().name().toLowerCase(Locale.ROOT));
      cells.add(hour.confidence().letter());
      cells.add(hour.confidence() != Confidence.VERIFIED);
      cells.add(Units.toFactorUnit(hour.unit(), factorUnit) != null);
    }
    if (day == null) {
      cells.addAll(Collections.nCopies(5, null));
    } else {
      cells.add(inFactorUnit(day.upper(), day, factorUnit));
      cells.add(inFactorUnit(day.lower(), day, factorUnit));
      cells.add(day.limitId());
      cells.add(day.referenceO2Percent());
      cells.add(Units.toFactorUnit(day.unit(), factorUnit) != null);
    }
    return RowFactory.create(cells.toArray());
  }

  /** A limit that cannot be converted stands as it is; nothing is judged by it. */
  private static BigDecimal inFactorUnit(BigDecimal limit, LimitInForce of, String factorUnit) {
    if (limit == null) {
      return null;
    }
    BigDecimal factor = Units.toFactorUnit(of.unit(), factorUnit);
    BigDecimal converted = factor == null ? limit : limit.multiply(factor);
    return converted.min(NO_UPPER_LIMIT).setScale(8, RoundingMode.HALF_EVEN);
  }
}
