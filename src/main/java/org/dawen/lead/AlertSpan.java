package org.dawen.lead;

import java.time.LocalDateTime;
import org.dawen.lake.Nullable;

/**
 * When and where an alert holds, from {@code registry.alert}.
 *
 * @param endsAt null: no end is named
 * @param areaCode a county or a city; null: everywhere
 */
record AlertSpan(
    LocalDateTime startsAt, @Nullable LocalDateTime endsAt, @Nullable String areaCode) {

  boolean holdsAt(LocalDateTime time) {
    return !time.isBefore(startsAt) && (endsAt == null || time.isBefore(endsAt));
  }

  boolean concerns(String county, String city) {
    return areaCode == null || areaCode.equals(county) || areaCode.equals(city);
  }
}
