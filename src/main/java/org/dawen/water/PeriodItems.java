package org.dawen.water;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dawen.standard.WaterItem;

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
                .anyMatch(o -> o.method() == Method.AUTOMATIC && o.usedValue() != null);
    Map<WaterItem, Map<Method, List<WaterObservation>>> byItem =
        observations.stream()
            .collect(
                Collectors.groupingBy(
                    WaterObservation::item, Collectors.groupingBy(WaterObservation::method)));
    Map<WaterItem, ItemFigures> figures = new EnumMap<>(WaterItem.class);
    byItem.forEach(
        (item, byMethod) ->
            Arrays.stream(Method.values())
                .filter(method -> method == Method.AUTOMATIC || !isAutomaticAlone)
                .filter(byMethod::containsKey)
                .map(method -> ItemFigures.of(byMethod.get(method), isScreened))
                .filter(ItemFigures::isUsed)
                .findFirst()
                .ifPresent(f -> figures.put(item, f)));
    return figures;
  }
}
