package org.dawen.standard;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules of the air quality index that hold together over one period: HJ 633-2012 with GB
 * 3095-2012 up to 2026-02-28, HJ 633-2026 with GB 3095-2026 from 2026-03-01.
 *
 * @param standard number of the index standard, as in {@code HJ 633-2026}
 * @param ambientStandard number of the ambient air standard used with it, as in {@code GB
 *     3095-2026}
 * @param validFrom first data day on which it holds
 * @param validTo last data day on which it holds; null: open
 * @param breakpoints the steps of each item
 * @param classes the six classes, best first
 * @param dailyItems items of the daily index: seven in HJ 633-2012 5.1.2, six in HJ 633-2026 4.2.2
 * @param roundsDailyConcentrations whether daily concentrations are rounded by GB/T 8170 before the
 *     index
 * @param roundsHourlyConcentrations whether hourly concentrations are rounded by GB/T 8170 before
 *     the index
 * @param primaryPollutantAbove primary pollutants are named if the index exceeds this
 * @param incompletePublishedAbove with an item missing, the index is published only if it exceeds
 *     this, HJ 633-2026 5.3.1; null = it is published in any case
 */
public record AirRuleSet(
    String standard,
    String ambientStandard,
    LocalDate validFrom,
    LocalDate validTo,
    Map<AirItem, Breakpoints> breakpoints,
    List<AqiClass> classes,
    Set<AirItem> dailyItems,
    boolean roundsDailyConcentrations,
    boolean roundsHourlyConcentrations,
    int primaryPollutantAbove,
    Integer incompletePublishedAbove)
    implements Serializable {
  private static final List<AirRuleSet> ALL = load();

  /** All rule sets in order of their periods. */
  public static List<AirRuleSet> all() {
    return ALL;
  }

  /** The rule set in force on a data day; null before the first one. */
  public static AirRuleSet inForce(LocalDate dataDay) {
    for (AirRuleSet rules : ALL) {
      if (!dataDay.isBefore(rules.validFrom)
          && (rules.validTo == null || !dataDay.isAfter(rules.validTo))) {
        return rules;
      }
    }
    return null;
  }

  /**
   * The class of an index.
   *
   * @param aqi 0 or more
   * @throws IllegalArgumentException if the index is negative
   */
  public AqiClass classOf(int aqi) {
    if (aqi < 0) {
      throw new IllegalArgumentException("An air quality index is never negative: " + aqi);
    }
    return classes.stream()
        .filter(c -> c.aqiTo() == null || aqi <= c.aqiTo())
        .findFirst()
        .orElseThrow();
  }

  /**
   * The item whose index is reported instead of a concentration above the last breakpoint of its
   * own, HJ 633-2012 table 1 notes 2 and 3.
   *
   * @return null if the concentration is null or not above, or if the rules fix a number there
   */
  public AirItem insteadOf(AirItem item, BigDecimal concentration) {
    Breakpoints own = breakpoints(item);
    return concentration != null && own.isAboveLast(Iaqi.gridPointE6(own, concentration))
        ? own.insteadAbove()
        : null;
  }

  Breakpoints breakpoints(AirItem item) {
    return breakpoints.get(item);
  }

  @Override
  public String toString() {
    return standard + " with " + ambientStandard;
  }

  private static List<AirRuleSet> load() {
    Map<String, Map<String, StandardRow>> rules = new LinkedHashMap<>();
    StandardTable.read("aqi_reporting.csv")
        .requireDisjointPeriods("rule")
        .rows()
        .forEach(
            row ->
                rules
                    .computeIfAbsent(row.text("standard"), s -> new LinkedHashMap<>())
                    .put(row.text("rule"), row));
    StandardTable steps =
        StandardTable.read("aqi_breakpoints.csv")
            .requireDisjointPeriods("item", "relation", "concentration");
    StandardTable classes = StandardTable.read("aqi_classes.csv").requireDisjointPeriods("level");
    return rules.entrySet().stream()
        .map(e -> of(e.getKey(), e.getValue(), steps, classes))
        .toList();
  }

  private static AirRuleSet of(
      String standard, Map<String, StandardRow> rules, StandardTable steps, StandardTable classes) {
    StandardRow ambient = rule(standard, rules, "ambient_standard");
    return new AirRuleSet(
        standard,
        ambient.text("value"),
        ambient.provision().validFrom(),
        ambient.provision().validTo(),
        breakpoints(standard, steps),
        classes.rows().stream()
            .filter(row -> row.text("standard").equals(standard))
            .map(AqiClass::of)
            .toList(),
        rule(standard, rules, "daily_items").words("value", AirItem.class),
        rule(standard, rules, "daily_concentrations").isFirst("value", "rounded", "as_received"),
        rule(standard, rules, "hourly_concentrations").isFirst("value", "rounded", "as_received"),
        rule(standard, rules, "primary_pollutant_above").integer("value"),
        rule(standard, rules, "incomplete_published_above").optionalInteger("value"));
  }

  private static Map<AirItem, Breakpoints> breakpoints(String standard, StandardTable table) {
    Map<AirItem, Breakpoints> all = new EnumMap<>(AirItem.class);
    for (AirItem item : AirItem.values()) {
      List<StandardRow> rows =
          table.rows().stream()
              .filter(row -> row.text("standard").equals(standard))
              .filter(row -> row.word("item", AirItem::valueOf) == item)
              .toList();
      if (rows.isEmpty()) {
        throw new StandardTableException(
            "aqi_breakpoints.csv has no rows of " + item + " for " + standard + ". Add them.");
      }
      all.put(item, Breakpoints.of(rows));
    }
    return all;
  }

  private static StandardRow rule(String standard, Map<String, StandardRow> rules, String name) {
    StandardRow row = rules.get(name);
    if (row == null) {
      throw new StandardTableException(
          "aqi_reporting.csv has no rule " + name + " for " + standard + ". Add the row.");
    }
    return row;
  }
}
