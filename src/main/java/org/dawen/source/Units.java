package org.dawen.source;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dawen.standard.StandardRow;
import org.dawen.standard.StandardTable;

/**
 * Units of factors, HJ 212-2017 annex B, and of limits. For NH3 and fine dust the annex prints
 * ng/m³, which no device sends: there nothing is known until a limit tells its unit.
 */
final class Units {
  static final String FACTORS = "hj212_factors.csv";

  /** Flow of gas and of water, HJ 212-2017 annex B. */
  static final Set<String> FLOWS = Set.of("a00000", "w00000");

  /** How a note of the table of factors begins whose unit is not to be relied on. */
  private static final String AS_PRINTED = "unit as printed";

  /** Units in which a value below zero is an error of the device. */
  private static final List<String> NEVER_NEGATIVE =
      List.of(
          "mg/m3", "ug/m3", "ng/m3", "mg/L", "ug/L", "ng/L", "1/L", "Bq/L", "L/s", "m3/s", "m3/h",
          "pH", "%");

  private static final Set<String> DIMENSIONLESS =
      Set.of("", "1", "-", "ph", "无量纲", "dimensionless");

  private static final Map<String, BigDecimal> MILLIGRAMS =
      Map.of(
          "ng", new BigDecimal("0.000001"),
          "ug", new BigDecimal("0.001"),
          "mg", BigDecimal.ONE,
          "g", new BigDecimal("1000"));

  private static final Map<String, BigDecimal> KILOGRAMS_PER_CUBIC_METRE =
      Map.of(
          "mg/L", new BigDecimal("0.001"),
          "ug/L", new BigDecimal("0.000001"),
          "mg/m3", new BigDecimal("0.000001"),
          "ug/m3", new BigDecimal("0.000000001"));

  private static final Map<String, String> FACTOR_UNITS = factorUnits();

  private static final Set<String> MASS_IN_KILOGRAMS = factorsOfMassUnit("kg");
  private static final Set<String> MASS_IN_GRAMS = factorsOfMassUnit("g");

  private Units() {}

  /** Unit of a factor; null: not known. */
  static String ofFactor(String code) {
    String kind = code;
    if (code.startsWith("e") || code.startsWith("g")) {
      kind = code.substring(0, Math.min(4, code.length())) + "xx";
    } else if (code.startsWith("i333")) {
      kind = code.substring(0, Math.min(5, code.length())) + "x";
    }
    return FACTOR_UNITS.get(kind);
  }

  /** The annex lists numbered devices ({@code e10201}) by their kind ({@code e102xx}). */
  private static Map<String, String> factorUnits() {
    Set<String> seen = new HashSet<>();
    Map<String, String> units = new HashMap<>();
    for (StandardRow factor : StandardTable.read(FACTORS).rows()) {
      String code = factor.text("factor_code");
      String unit = factor.optionalText("unit");
      if (!seen.add(code)) {
        // Two meanings under one code, as the annex prints g119xx and e701xx.
        units.remove(code);
      } else if (!unit.isEmpty() && !factor.optionalText("note").startsWith(AS_PRINTED)) {
        units.put(code, unit);
      }
    }
    return units;
  }

  /** One spelling for the units of permits: {@code mg/Nm³}, {@code MG/M3} are {@code mg/m3}. */
  static String spelled(String unit) {
    String text =
        unit.replaceAll("\\s", "")
            .toLowerCase(Locale.ROOT)
            .replace('³', '3')
            .replace('µ', 'u')
            .replace('μ', 'u')
            .replaceFirst("/nm3$", "/m3")
            .replaceFirst("^个?/l$", "1/l")
            .replaceFirst("/l$", "/L");
    return DIMENSIONLESS.contains(text) ? "1" : text;
  }

  /**
   * The factor that converts a limit to the unit of the values; null: cannot be converted. A value
   * without a known unit is taken to be in the limit's unit.
   *
   * @param factorUnit unit of the values; null: not known
   */
  static BigDecimal toFactorUnit(String limitUnit, String factorUnit) {
    if (factorUnit == null || spelled(limitUnit).equals(spelled(factorUnit))) {
      return BigDecimal.ONE;
    }
    String[] limit = spelled(limitUnit).split("/", 2);
    String[] factor = spelled(factorUnit).split("/", 2);
    boolean areConcentrations =
        limit.length == 2
            && factor.length == 2
            && limit[1].equals(factor[1])
            && MILLIGRAMS.containsKey(limit[0])
            && MILLIGRAMS.containsKey(factor[0]);
    return areConcentrations ? MILLIGRAMS.get(limit[0]).divide(MILLIGRAMS.get(factor[0])) : null;
  }

  /**
   * An amount (Cou) in kilograms, by the mass unit of the factor in HJ 212-2017 annex B: kilograms
   * or grams; null for amounts that are no masses (flow) and for factors that have none.
   */
  static BigDecimal massInKilograms(String pollutantCode, BigDecimal amount) {
    if (amount == null) {
      return null;
    }
    if (MASS_IN_KILOGRAMS.contains(pollutantCode)) {
      return amount;
    }
    return MASS_IN_GRAMS.contains(pollutantCode) ? amount.movePointLeft(3) : null;
  }

  /**
   * Kilograms in a cubic metre at a concentration of one in this unit; null: no concentration of a
   * mass.
   */
  static BigDecimal kilogramsPerCubicMetre(String unit) {
    return unit == null ? null : KILOGRAMS_PER_CUBIC_METRE.get(unit);
  }

  private static Set<String> factorsOfMassUnit(String unit) {
    return StandardTable.read(FACTORS).rows().stream()
        .filter(f -> f.optionalText("mass_unit").equals(unit))
        .map(f -> f.text("factor_code"))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a value of this unit cannot be negative; false if the unit is not known. */
  static boolean isNeverNegative(String unit) {
    return unit != null && NEVER_NEGATIVE.contains(unit);
  }
}
