package org.dawen.water;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dawen.standard.WaterItem;
import org.dawen.standard.WaterMethod;

/** Which values of a section count over a period, by the way. */
final class PeriodItems {
  private PeriodItems() {}

  /**
   * The figures of each item. As received and screened, a section with an automatic station is
   * judged by it alone; by the province's rule the automatic values of an item go before its manual
   * ones, which fill where there are none (地表水环境质量监测数据统计技术规定, 2020).
   *
   * @param observations of one section and period
   * @return items with a value that counts
   */
  static Map<WaterItem, ItemFigures> of(List<WaterObservation> observations, Way way) {
    boolean isScreened = way != Way.AS_RECEIVED;
    boolean isAutomaticAlone =
        way != Way.PROVINCE_RULE
            && observations.stream()
                .anyMatch(o -> o.method() == WaterMethod.AUTOMATIC && o.usedValue() != null);
    Map<WaterItem, ItemFigures> figures = new EnumMap<>(WaterItem.class);
    byItem(observations)
        .forEach(
            (item, byMethod) -> {
              ItemFigures used = used(byMethod, isScreened, isAutomaticAlone);
              if (used != null) {
                figures.put(item, used);
              }
            });
    return figures;
  }

  private static Map<WaterItem, Map<WaterMethod, List<WaterObservation>>> byItem(
      List<WaterObservation> observations) {
    Map<WaterItem, Map<WaterMethod, List<WaterObservation>>> byItem =
        new EnumMap<>(WaterItem.class);
    for (WaterObservation observation : observations) {
      byItem
          .computeIfAbsent(observation.item(), i -> new EnumMap<>(WaterMethod.class))
          .computeIfAbsent(observation.method(), m -> new ArrayList<>())
          .add(observation);
    }
    return byItem;
  }

  /** The first method that has a value that counts, automatic before manual; null: none has. */
  private static ItemFigures used(
      Map<WaterMethod, List<WaterObservation>> byMethod,
      boolean isScreened,
      boolean isAutomaticAlone) {
    for (Map.Entry<WaterMethod, List<WaterObservation>> of : byMethod.entrySet()) {
      if (of.getKey() == WaterMethod.AUTOMATIC || !isAutomaticAlone) {
        ItemFigures figures = ItemFigures.of(of.getValue(), isScreened);
        if (figures.isUsed()) {
          return figures;
        }
      }
    }
    return null;
  }
}
