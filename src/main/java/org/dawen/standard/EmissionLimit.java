package org.dawen.standard;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A limit of an emission standard (排放限值): thermal power, cement, waste incineration, municipal
 * sewage, and the regional standards of Shandong.
 *
 * @param limitId stable name, as in {@code GB13223-2011/coal_boiler_new/a21002/hour}
 * @param level {@code national}, {@code local} (地方标准), or {@code policy} (not law: no exceedance
 *     follows from it alone)
 * @param medium {@code gas} or {@code water}
 * @param industryCodes four-digit codes of GB/T 4754-2017; empty = every industry
 * @param sourceTypes kinds of source, as in {@code coal_boiler_new}; empty = every source
 * @param zoneCode {@code core}, {@code key} or {@code general} control zone; null = every zone
 * @param pollutantCode factor code of HJ 212, as in {@code a21026}
 * @param limitValue upper limit in {@code unit}; equal to it complies
 * @param lowerLimitValue lower limit in {@code unit}, pH only; null = none
 * @param unit mg/m3, mg/L, pH, times or /L
 * @param period {@code hour} or {@code day}: the mean that is judged
 * @param referenceO2Percent oxygen to which the concentration is converted, %; null = no conversion
 * @param referenceO2Confidence how well that oxygen is known; null with it
 * @param condition what must hold besides, as in {@code water_temperature_above_12}; null = nothing
 * @param provision where it comes from and when it holds
 */
public record EmissionLimit(
    String limitId,
    String level,
    String medium,
    Set<String> industryCodes,
    Set<String> sourceTypes,
    String zoneCode,
    String pollutantCode,
    BigDecimal limitValue,
    BigDecimal lowerLimitValue,
    String unit,
    String period,
    BigDecimal referenceO2Percent,
    Confidence referenceO2Confidence,
    String condition,
    Provision provision)
    implements Dated, Serializable {
  private static final String FILE = "emission_limits.csv";
  private static final List<String> LEVELS = List.of("local", "national", "policy");
  private static final List<EmissionLimit> ALL = load();

  /** All rows in the order of the table. */
  public static List<EmissionLimit> all() {
    return ALL;
  }

  /** The limit with an identifier; empty if there is none, as for permits. */
  public static Optional<EmissionLimit> withId(String limitId) {
    return ALL.stream().filter(limit -> limit.limitId().equals(limitId)).findFirst();
  }

  /**
   * The limits of law for an outlet, national and local, whatever day, pollutant and period they
   * hold for. An attribute that is not known fits only rows that are open in it. Policy is left
   * out, because no exceedance follows from it. Conditions are left to the caller.
   *
   * @param medium {@code gas} or {@code water}
   * @param industryCode four-digit code of GB/T 4754-2017; null = not known
   * @param sourceType kind of source; null = not known
   * @param zoneCode control zone; null = not known
   * @return in the order of the table; empty if none
   */
  public static List<EmissionLimit> applicable(
      String medium, String industryCode, String sourceType, String zoneCode) {
    return ALL.stream()
        .filter(limit -> !limit.level().equals("policy"))
        .filter(limit -> limit.medium().equals(medium))
        .filter(limit -> fits(limit.industryCodes(), industryCode))
        .filter(limit -> fits(limit.sourceTypes(), sourceType))
        .filter(limit -> limit.zoneCode() == null || limit.zoneCode().equals(zoneCode))
        .toList();
  }

  private static boolean fits(Set<String> allowed, String value) {
    return allowed.isEmpty() || value != null && allowed.contains(value);
  }

  private static List<EmissionLimit> load() {
    StandardTable table =
        StandardTable.read(FILE)
            .requireDisjointPeriods(
                "standard",
                "medium",
                "industry_codes",
                "source_type",
                "zone_code",
                "pollutant_code",
                "period",
                "condition");
    Set<String> seen = new HashSet<>();
    for (StandardRow row : table.rows()) {
      if (!seen.add(row.text("limit_id"))) {
        throw new StandardTableException(
            row.where() + ": limit_id " + row.text("limit_id") + " stands twice.");
      }
    }
    return table.rows().stream().map(EmissionLimit::limit).toList();
  }

  private static EmissionLimit limit(StandardRow row) {
    boolean converted = !row.optionalText("reference_o2_percent").isEmpty();
    return new EmissionLimit(
        row.text("limit_id"),
        row.word("level", oneOf(LEVELS)),
        row.word("medium", oneOf(List.of("gas", "water"))),
        row.texts("industry_codes"),
        row.texts("source_type"),
        nullIfEmpty(row.optionalText("zone_code")),
        row.text("pollutant_code"),
        row.decimal("limit_value"),
        row.optionalDecimal("lower_limit_value"),
        row.text("unit"),
        row.word("period", oneOf(List.of("hour", "day"))),
        row.optionalDecimal("reference_o2_percent"),
        converted ? row.word("reference_o2_confidence", Confidence::ofLetter) : null,
        nullIfEmpty(row.optionalText("condition")),
        row.provision());
  }

  private static Function<String, String> oneOf(List<String> words) {
    return word -> {
      if (!words.contains(word)) {
        throw new IllegalArgumentException("'" + word + "' is none of " + words + ".");
      }
      return word;
    };
  }

  private static String nullIfEmpty(String text) {
    return text.isEmpty() ? null : text;
  }
}
