package org.dawen.source;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.dawen.intake.Provenance;
import org.dawen.registry.County;

/**
 * Sums of outlets by outlet, enterprise, county and city. What has no code is left out.
 *
 * @param <S> what is summed
 */
final class AreaSums<S> {
  private static final int DECIMALS_OF_RATE = 8;
  private static final BigDecimal HUNDRED = new BigDecimal("100");

  /**
   * An area.
   *
   * @param group kind of plant; empty where there are none
   */
  record Area(String group, AreaLevel level, String code) {
    private static final Comparator<Area> ORDER =
        Comparator.comparing(Area::group, Provenance::compareTexts)
            .thenComparing(Area::level)
            .thenComparing(Area::code, Provenance::compareTexts);
  }

  private final Map<String, String> cityOfCounty = new TreeMap<>();
  private final Map<Area, S> sums = new TreeMap<>(Area.ORDER);
  private final BinaryOperator<S> adding;

  AreaSums(List<County> counties, BinaryOperator<S> adding) {
    this.adding = adding;
    for (County county : counties) {
      if (county.cityCode() != null) {
        cityOfCounty.merge(
            county.countyCode(),
            county.cityCode(),
            (a, b) -> Provenance.compareTexts(a, b) >= 0 ? a : b);
      }
    }
  }

  /** Adds the figures of an outlet to its areas. */
  void add(String group, String outlet, String enterprise, String county, S figures) {
    add(group, AreaLevel.OUTLET, outlet, figures);
    add(group, AreaLevel.ENTERPRISE, enterprise, figures);
    add(group, AreaLevel.COUNTY, county, figures);
    add(group, AreaLevel.CITY, county == null ? null : cityOfCounty.get(county), figures);
  }

  private void add(String group, AreaLevel level, String code, S figures) {
    if (code != null) {
      sums.merge(new Area(group, level, code), figures, adding);
    }
  }

  Map<Area, S> sums() {
    return sums;
  }

  /** Null where there is nothing to divide by. */
  static BigDecimal percent(long part, long whole) {
    return whole <= 0
        ? null
        : BigDecimal.valueOf(part)
            .multiply(HUNDRED)
            .divide(BigDecimal.valueOf(whole), DECIMALS_OF_RATE, RoundingMode.HALF_UP);
  }
}
