package org.dawen.source;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;
import static org.dawen.intake.ReceivedTables.DATA_DAY;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.dawen.lake.Lake;
import org.dawen.standard.Confidence;

/** Brings the limit in force of {@link LimitsInForce} to the hours, in the unit of their values. */
final class LimitRules {
  /**
   * Whether the unit of the hour limit could be converted to that of the values; null: no limit.
   */
  static final String HAS_UNIT_OF_VALUES = "_has_unit_of_values";

  /** As {@link #HAS_UNIT_OF_VALUES}, for the day limit. */
  static final String DAY_HAS_UNIT_OF_VALUES = "_day_has_unit_of_values";

  private static final String WARM_LIMIT = "_warm_limit";
  private static final String WARM_LIMIT_ID = "_warm_limit_id";
  private static final String WARM_LIMIT_CONFIDENCE = "_warm_limit_confidence";

  /** Water temperature, HJ 212-2017 table B.1. */
  static final String WATER_TEMPERATURE = "w01010";

  /**
   * Hundred-millionths of °C above which the stricter limit of ammonia holds, GB 18918-2002 table 1
   * note.
   */
  static final long WARM_E8 = 12_00000000L;

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
          .add(SourceTables.DAY_LIMIT_CONFIDENCE.name(), DataTypes.StringType)
          .add(WARM_LIMIT, SourceTables.DAY_LIMIT_VALUE.type())
          .add(WARM_LIMIT_ID, DataTypes.StringType)
          .add(WARM_LIMIT_CONFIDENCE, DataTypes.StringType)
          .add(
              SourceTables.DAY_REFERENCE_O2_PERCENT.name(),
              SourceTables.DAY_REFERENCE_O2_PERCENT.type())
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
    List<LimitsInForce.Period> periods = LimitsInForce.of(Lake.all(outlets), Lake.all(permits));
    Dataset<Row> limits =
        hours.sparkSession().createDataFrame(periods.stream().map(LimitRules::row).toList(), LIMIT);
    boolean dependsOnTemperature = periods.stream().anyMatch(p -> p.warmDay() != null);
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
        .transform(h -> dependsOnTemperature ? chooseByWaterTemperature(h) : h)
        .withColumn(SourceTables.UNIT.name(), coalesce(col("_factor_unit"), col("_unit_of_limit")));
  }

  /**
   * Ammonia of municipal sewage works (GB 18918-2002 table 1): above 12 °C the stricter limit
   * holds. Deciding is the mean of the day's hours of water temperature with flag N; without one
   * the looser limit stands.
   */
  private static Dataset<Row> chooseByWaterTemperature(Dataset<Row> hours) {
    Column isWarm = col(WARM_LIMIT).isNotNull().and(col(HourRow.IS_WATER_WARM));
    return hours
        .withColumn("_is_warm", isWarm)
        .withColumn(
            SourceTables.DAY_LIMIT_VALUE.name(),
            when(col("_is_warm"), col(WARM_LIMIT)).otherwise(SourceTables.DAY_LIMIT_VALUE.col()))
        .withColumn(
            SourceTables.DAY_LIMIT_ID.name(),
            when(col("_is_warm"), col(WARM_LIMIT_ID)).otherwise(SourceTables.DAY_LIMIT_ID.col()))
        .withColumn(
            SourceTables.DAY_LIMIT_CONFIDENCE.name(),
            when(col("_is_warm"), col(WARM_LIMIT_CONFIDENCE))
                .otherwise(SourceTables.DAY_LIMIT_CONFIDENCE.col()));
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
      cells.addAll(Collections.nCopies(9, null));
    } else {
      cells.add(inFactorUnit(day.upper(), day, factorUnit));
      cells.add(inFactorUnit(day.lower(), day, factorUnit));
      cells.add(day.limitId());
      cells.add(day.confidence().letter());
      LimitInForce warm = period.warmDay();
      cells.add(warm == null ? null : inFactorUnit(warm.upper(), warm, factorUnit));
      cells.add(warm == null ? null : warm.limitId());
      cells.add(warm == null ? null : warm.confidence().letter());
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
