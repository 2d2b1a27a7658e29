package org.dawen.standard;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What is known of the factors of packets, HJ 212-2017 annex B ({@code hj212_factors.csv}). */
public final class PacketFactors {
  private static final String FILE = "hj212_factors.csv";
  private static final Set<String> MASSES = Set.of("kg", "g", "mg");

  private static final Map<String, Boolean> IS_POLLUTANT = new HashMap<>();

  static {
    for (StandardRow row : StandardTable.read(FILE).rows()) {
      String code = row.text("factor_code");
      boolean isPollutant = MASSES.contains(row.optionalText("mass_unit")) || code.equals("w01001");
      IS_POLLUTANT.merge(code, isPollutant, Boolean::logicalOr);
    }
  }

  private PacketFactors() {}

  /**
   * True if annex B has the factor.
   *
   * @param code of 2017; numbered devices such as {@code e10201} are known by their kind {@code
   *     e102xx}
   */
  public static boolean isKnown(String code) {
    return isPollutantByCode(code) != null;
  }

  /**
   * True for what a limit is expected for: a factor whose amount is a mass, and pH; false for flow,
   * temperature and the like, and for codes that are not known.
   */
  public static boolean isPollutant(String code) {
    return Boolean.TRUE.equals(isPollutantByCode(code));
  }

  private static Boolean isPollutantByCode(String code) {
    Boolean known = IS_POLLUTANT.get(code);
    if (known == null && code.length() == 6) {
      known = IS_POLLUTANT.get(code.substring(0, 4) + "xx");
      if (known == null) {
        known = IS_POLLUTANT.get(code.substring(0, 5) + "x");
      }
    }
    return known;
  }
}
