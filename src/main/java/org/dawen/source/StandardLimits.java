package org.dawen.source;

import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.dawen.standard.Confidence;
import org.dawen.standard.EmissionLimit;
import org.dawen.standard.EmissionLimits;
import org.dawen.standard.Provision;

/**
 * The limits of emission standards as rows to join with outlets. Policy is left out, because no
 * exceedance follows from it.
 */
final class StandardLimits {
  static final String FILE = "emission_limits.csv";

  /** From well known to badly known. */
  static final List<Confidence> BY_WEAKNESS =
      List.of(Confidence.VERIFIED, Confidence.RECALLED, Confidence.CHOSEN, Confidence.UNSURE);

  private static final StructType SCHEMA =
      new StructType()
          .add("_medium", DataTypes.StringType)
          .add("_industry_codes", DataTypes.createArrayType(DataTypes.StringType))
          .add("_source_types", DataTypes.createArrayType(DataTypes.StringType))
          .add("_zone_code", DataTypes.StringType)
          .add("_pollutant", DataTypes.StringType)
          .add("_period", DataTypes.StringType)
          .add("_level", DataTypes.StringType)
          .add("_limit_value", DataTypes.createDecimalType(18, 6))
          .add("_lower_limit_value", DataTypes.createDecimalType(18, 6))
          .add("_limit_unit", DataTypes.StringType)
          .add("_reference_o2", DataTypes.createDecimalType(6, 3))
          .add("_confidence", DataTypes.StringType)
          .add("_limit_id", DataTypes.StringType)
          .add("_from", DataTypes.DateType)
          .add("_to", DataTypes.DateType);

  private StandardLimits() {}

  static Dataset<Row> rows(SparkSession spark) {
    List<EmissionLimit> law =
        EmissionLimits.all().stream().filter(limit -> !limit.level().equals("policy")).toList();
    return spark.createDataFrame(
        law.stream()
            .filter(limit -> law.stream().noneMatch(other -> isLenientTwin(limit, other)))
            .map(StandardLimits::row)
            .toList(),
        SCHEMA);
  }

  /**
   * Whether another row sets the same limit under another condition and is more lenient. Nobody
   * reports the conditions (water temperature, year of building), so the most lenient is taken: a
   * hit then holds whatever the condition was.
   */
  private static boolean isLenientTwin(EmissionLimit limit, EmissionLimit other) {
    return limit.condition() != null
        && other.condition() != null
        && limit.provision().standard().equals(other.provision().standard())
        && limit.medium().equals(other.medium())
        && limit.industryCodes().equals(other.industryCodes())
        && limit.sourceTypes().equals(other.sourceTypes())
        && Objects.equals(limit.zoneCode(), other.zoneCode())
        && limit.pollutantCode().equals(other.pollutantCode())
        && limit.period().equals(other.period())
        && limit.provision().overlaps(other.provision())
        && other.limitValue().compareTo(limit.limitValue()) > 0;
  }

  private static Row row(EmissionLimit limit) {
    Provision provision = limit.provision();
    return RowFactory.create(
        limit.medium(),
        limit.industryCodes().toArray(String[]::new),
        limit.sourceTypes().toArray(String[]::new),
        limit.zoneCode(),
        limit.pollutantCode(),
        limit.period(),
        limit.level(),
        limit.limitValue(),
        limit.lowerLimitValue(),
        limit.unit(),
        limit.referenceO2Percent(),
        weaker(provision.confidence(), limit.referenceO2Confidence()).letter(),
        limit.limitId(),
        provision.validFrom(),
        provision.validTo());
  }

  private static Confidence weaker(Confidence value, Confidence referenceO2) {
    return referenceO2 == null || BY_WEAKNESS.indexOf(referenceO2) <= BY_WEAKNESS.indexOf(value)
        ? value
        : referenceO2;
  }
}
