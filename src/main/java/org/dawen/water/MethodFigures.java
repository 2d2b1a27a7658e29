package org.dawen.water;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dawen.standard.WaterItem;
import org.dawen.standard.WaterMethod;

/**
 * An item measured by one method over a day or a month of a section.
 *
 * @param lastDay last day on which anything was received of it
 * @param asReceived by all values in force
 * @param screened by those that screening leaves
 */
record MethodFigures(LocalDate lastDay, ItemFigures asReceived, ItemFigures screened) {
  /**
   * Sums up what was observed, in order of items, automatic before manual.
   *
   * @param values of one section and period
   */
  static List<MethodFigures> of(List<CountedValue> values) {
    Map<WaterItem, Map<WaterMethod, List<CountedValue>>> byItem = new EnumMap<>(WaterItem.class);
    for (CountedValue value : values) {
      byItem
          .computeIfAbsent(value.item(), i -> new EnumMap<>(WaterMethod.class))
          .computeIfAbsent(value.method(), m -> new ArrayList<>())
          .add(value);
    }
    return byItem.values().stream()
        .flatMap(byMethod -> byMethod.values().stream())
        .map(MethodFigures::ofOne)
        .toList();
  }

  private static MethodFigures ofOne(List<CountedValue> values) {
    ItemFigures asReceived = ItemFigures.of(values, false);
    boolean isScreened = values.stream().anyMatch(v -> v.screenReason() != null);
    return new MethodFigures(
        values.stream().map(CountedValue::dataDay).max(LocalDate::compareTo).orElseThrow(),
        asReceived,
        isScreened ? ItemFigures.of(values, true) : asReceived);
  }

  /** Whether the two differ. */
  boolean isScreened() {
    return screened != asReceived;
  }

  WaterItem item() {
    return asReceived.item();
  }

  WaterMethod method() {
    return asReceived.method();
  }

  ItemFigures by(Way way) {
    return way == Way.AS_RECEIVED ? asReceived : screened;
  }
}
