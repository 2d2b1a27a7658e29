package org.dawen.standard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All that judges one kind of statistic on one data day, looked up once. */
final class WaterRules {
  private static final int BODIES = BodyKind.values().length;
  private static final Map<Key, WaterRules> KNOWN = new ConcurrentHashMap<>();

  private record Key(WaterPurpose purpose, LocalDate dataDay) {}

  private final WaterRegime regime;
  private final WaterLimit[] limits = new WaterLimit[WaterItem.values().length * BODIES];
  private final WaterDecimals[] decimals = new WaterDecimals[WaterItem.values().length];

  private WaterRules(Key key) {
    regime = WaterRegime.inForce(key.purpose, key.dataDay);
    for (WaterItem item : WaterItem.values()) {
      for (BodyKind body : BodyKind.values()) {
        limits[place(item, body)] = WaterLimit.inForce(item, body, key.dataDay).orElse(null);
      }
      decimals[item.ordinal()] =
          regime.isRounded() ? WaterDecimals.inForce(key.purpose, item, key.dataDay) : null;
    }
  }

  private static int place(WaterItem item, BodyKind body) {
    return item.ordinal() * BODIES + body.ordinal();
  }

  /**
   * The rules in force.
   *
   * @throws IllegalArgumentException if none are
   */
  static WaterRules on(WaterPurpose purpose, LocalDate dataDay) {
    return KNOWN.computeIfAbsent(new Key(purpose, dataDay), WaterRules::new);
  }

  WaterRegime regime() {
    return regime;
  }

  /** Null: the item has no limits in such a water body. */
  WaterLimit limit(WaterItem item, BodyKind body) {
    return limits[place(item, body)];
  }

  /** The value as it is judged: rounded where the regime rounds. */
  BigDecimal judged(WaterItem item, BigDecimal value) {
    WaterDecimals row = decimals[item.ordinal()];
    return row == null ? value : row.rounded(value);
  }

  /** The class of a judged value; null: the item has no limits. */
  WaterClass classOf(WaterItem item, BigDecimal judged, BodyKind body) {
    WaterLimit limit = limit(item, body);
    return limit == null ? null : limit.classOf(judged);
  }

  /** How well the numbers that judge an item are known. */
  Confidence confidence(WaterItem item) {
    WaterLimit limit = limit(item, BodyKind.RIVER);
    WaterDecimals row = decimals[item.ordinal()];
    Confidence ofLimit = limit == null ? Confidence.VERIFIED : limit.provision().confidence();
    return row == null ? ofLimit : ofLimit.lesser(row.provision().confidence());
  }
}
