package org.dawen.water;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.dawen.intake.Provenance;
import org.dawen.lake.Nullable;
import org.dawen.standard.WaterClass;
import org.dawen.standard.WaterItem;
import org.dawen.standard.WaterMethod;

/**
 * An item at a time of a section as received, from {@code received.water}.
 *
 * @param status of the station, as sent; null: not told
 * @param publishedClass class of the section at that time as CNEMC published it; null: none
 * @param cityName of the section as published; null: not told
 */
record WaterValue(
    String sectionCode,
    LocalDateTime observedAt,
    LocalDate dataDay,
    WaterMethod method,
    WaterItem item,
    Measured measured,
    @Nullable String status,
    @Nullable WaterClass publishedClass,
    @Nullable String cityName,
    Provenance provenance) {
  /** In order of time, method and item; what is so already costs little. */
  static List<WaterValue> sorted(List<WaterValue> values) {
    List<WaterValue> sorted = new ArrayList<>(values);
    sorted.sort(WaterValue::comparePlaces);
    return sorted;
  }

  private int comparePlaces(WaterValue other) {
    int order = observedAt.compareTo(other.observedAt);
    order = order == 0 ? method.compareTo(other.method) : order;
    return order == 0 ? item.compareTo(other.item) : order;
  }

  boolean isOfTimeOf(WaterValue other) {
    return observedAt.equals(other.observedAt) && method == other.method;
  }

  boolean isOfMonthOf(WaterValue other) {
    return dataDay.getMonth() == other.dataDay.getMonth()
        && dataDay.getYear() == other.dataDay.getYear();
  }

  boolean isOfPlaceOf(WaterValue other) {
    return item == other.item && isOfTimeOf(other);
  }
}
