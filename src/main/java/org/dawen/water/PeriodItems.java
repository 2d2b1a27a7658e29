package org.dawen.water;

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
   * @param figures of one section and period, automatic before manual
   * @return items with a value that counts
   */
  static Map<WaterItem, ItemFigures> of(List<MethodFigures> figures, Way way) {
    boolean isAutomaticAlone =
        way != Way.PROVINCE_RULE
            && figures.stream()
                .anyMatch(
                    f -> f.method() == WaterMethod.AUTOMATIC && f.asReceived().receivedCount() > 0);
    Map<WaterItem, ItemFigures> items = new EnumMap<>(WaterItem.class);
    for (MethodFigures of : figures) {
      boolean isAsked = of.method() == WaterMethod.AUTOMATIC || !isAutomaticAlone;
      if (isAsked && of.by(way).isUsed()) {
        items.putIfAbsent(of.item(), of.by(way));
      }
    }
    return items;
  }
}
