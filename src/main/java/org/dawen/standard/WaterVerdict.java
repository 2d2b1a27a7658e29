package org.dawen.standard;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The class of a section by its worst item (单因子评价, GB 3838-2002 5.1, 环办〔2011〕22号).
 *
 * @param waterClass null: there is none
 * @param noClassBecause null: there is a class
 * @param items items that count and have a value, in the order of {@link WaterItem}
 * @param missing items that count and have none
 * @param confidence of the least known number it rests on
 */
public record WaterVerdict(
    WaterClass waterClass,
    NoClass noClassBecause,
    List<ItemVerdict> items,
    List<WaterItem> missing,
    Confidence confidence)
    implements Serializable {
  private static final int MAIN_POLLUTANTS = 3;

  /** Class first, then multiple, both falling; without a multiple last; then heavy metals first. */
  private static final Comparator<ItemVerdict> WORST_FIRST =
      Comparator.comparing(ItemVerdict::waterClass)
          .thenComparing(
              ItemVerdict::timesOverLimit, Comparator.nullsFirst(Comparator.naturalOrder()))
          .reversed()
          .thenComparing(ItemVerdict::item);

  /** Why there is no class. */
  public enum NoClass {
    /** No item that counts has a value. */
    NO_VALUE,
    /** An item that counts is missing, and the regime asks for all. */
    ITEM_MISSING,
    /** River or lake is not known, and the class would differ. */
    BODY_UNKNOWN
  }

  /**
   * One item.
   *
   * @param judgedValue rounded where the regime rounds
   * @param waterClass null: river or lake is not known, and the class would differ
   * @param timesOverLimit multiple over class Ⅲ, ten decimals; null: not worse than Ⅲ, or an item
   *     without multiple
   */
  public record ItemVerdict(
      WaterItem item, BigDecimal judgedValue, WaterClass waterClass, BigDecimal timesOverLimit)
      implements Serializable {}

  /**
   * Judges the values of a section.
   *
   * @param values by item, in the units of the limits; items without a value are left out
   * @param body null: not known
   * @param dataDay whose rules count
   * @throws IllegalArgumentException if no rules are in force that day
   */
  public static WaterVerdict of(
      Map<WaterItem, BigDecimal> values, BodyKind body, WaterPurpose purpose, LocalDate dataDay) {
    WaterRules rules = WaterRules.on(purpose, dataDay);
    List<ItemVerdict> items = new ArrayList<>();
    List<WaterItem> missing = new ArrayList<>();
    WaterClass asRiver = null;
    WaterClass asLake = null;
    Confidence confidence = rules.regime().provision().confidence();
    for (WaterItem item : rules.regime().items()) {
      BigDecimal value = values.get(item);
      if (value == null) {
        missing.add(item);
        continue;
      }
      BigDecimal judged = rules.judged(item, value);
      WaterClass river = rules.classOf(item, judged, orElse(body, BodyKind.RIVER));
      WaterClass lake = body != null ? river : rules.classOf(item, judged, BodyKind.LAKE);
      items.add(ofJudged(rules, item, judged, body, river == lake ? river : null));
      asRiver = WaterClass.worse(asRiver, river);
      asLake = WaterClass.worse(asLake, lake);
      confidence = confidence.lesser(rules.confidence(item));
    }
    NoClass reason = noClass(rules.regime(), items, missing, asRiver, asLake);
    return new WaterVerdict(
        reason == null ? asRiver : null,
        reason,
        List.copyOf(items),
        List.copyOf(missing),
        confidence);
  }

  private static NoClass noClass(
      WaterRegime regime,
      List<ItemVerdict> items,
      List<WaterItem> missing,
      WaterClass asRiver,
      WaterClass asLake) {
    if (items.isEmpty()) {
      return NoClass.NO_VALUE;
    }
    if (regime.needsAll() && !missing.isEmpty()) {
      return NoClass.ITEM_MISSING;
    }
    return asRiver == asLake ? null : NoClass.BODY_UNKNOWN;
  }

  /**
   * Judges one item, whether or not it counts.
   *
   * @param body null: not known
   */
  public static ItemVerdict ofItem(
      WaterItem item, BigDecimal value, BodyKind body, WaterPurpose purpose, LocalDate dataDay) {
    WaterRules rules = WaterRules.on(purpose, dataDay);
    BigDecimal judged = rules.judged(item, value);
    WaterClass river = rules.classOf(item, judged, orElse(body, BodyKind.RIVER));
    WaterClass lake = body != null ? river : rules.classOf(item, judged, BodyKind.LAKE);
    return ofJudged(rules, item, judged, body, river == lake ? river : null);
  }

  private static ItemVerdict ofJudged(
      WaterRules rules, WaterItem item, BigDecimal judged, BodyKind body, WaterClass waterClass) {
    BigDecimal times =
        waterClass == null || waterClass.isGood()
            ? null
            : rules.limit(item, orElse(body, BodyKind.RIVER)).multiple(judged, WaterClass.III);
    return new ItemVerdict(item, judged, waterClass, times);
  }

  /** The items worse than class Ⅲ, the worst first. */
  public List<ItemVerdict> exceeding() {
    return items.stream()
        .filter(v -> v.waterClass() != null && !v.waterClass().isGood())
        .sorted(WORST_FIRST)
        .toList();
  }

  /**
   * The first three items worse than class Ⅲ; heavy metals and cyanide come before all others
   * (环办〔2011〕22号, recalled).
   */
  public List<ItemVerdict> mainPollutants() {
    return exceeding().stream()
        .sorted(Comparator.comparing(v -> !v.item().isNamedFirst()))
        .limit(MAIN_POLLUTANTS)
        .toList();
  }

  private static BodyKind orElse(BodyKind body, BodyKind other) {
    return body == null ? other : body;
  }
}
