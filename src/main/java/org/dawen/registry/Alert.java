package org.dawen.registry;

import java.time.LocalDateTime;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/**
 * A heavy-pollution alert, from {@code registry.alert}.
 *
 * @param endsAt not included; null: no end yet
 * @param areaCode county or city; null: everywhere
 */
@OfTable(
    name = "registry.alert",
    grain = "One row per heavy-pollution alert (重污染天气预警).",
    withoutKey = "alerts may overlap; the higher level judges",
    withoutDay = "starts_at to ends_at",
    sources = "landing/registry/alerts.csv")
public record Alert(
    AlertLevel level,
    LocalDateTime startsAt,
    @Nullable LocalDateTime endsAt,
    @Nullable String areaCode,
    String fileId,
    long recordNo) {
  public boolean holdsAt(LocalDateTime time) {
    return !time.isBefore(startsAt) && (endsAt == null || time.isBefore(endsAt));
  }

  /** It concerns its county, all counties of its city, or everybody. */
  public boolean concerns(String county, String city) {
    return areaCode == null || areaCode.equals(county) || areaCode.equals(city);
  }
}
