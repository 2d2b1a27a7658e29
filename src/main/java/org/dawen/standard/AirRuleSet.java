package org.dawen.standard;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules of the air quality index that hold together over one period: HJ 633-2012 with GB
 * 3095-2012 up to 2026-02-28, HJ 633-2026 with GB 3095-2026 from 2026-03-01. Immutable, safe
 * between threads, and serialisable so that it can travel with a Spark function.
 */
public final class AirRuleSet implements Serializable {

  private static final long serialVersionUID = 1L;

  private final String standard;
  private final String ambientStandard;
  private final LocalDate validFrom;
  private final LocalDate validTo;
  private final Breakpoints[] breakpoints;
  private final AqiClass[] classes;
  private final EnumSet<AirItem> dailyItems;
  private final boolean roundsDailyConcentrations;
  private final boolean roundsHourlyConcentrations;
  private final int primaryAbove;
  private final Integer incompletePublishedAbove;

  private AirRuleSet(
      String standard,
      Map<String, StandardRow> reporting,
      Breakpoints[] breakpoints,
      AqiClass[] classes) {
    this.standard = standard;
    StandardRow ambient = rule(standard, reporting, "ambient_standard");
    this.ambientStandard = ambient.text("value");
    this.validFrom = ambient.provision().validFrom();
    this.validTo = ambient.provision().validTo();
    this.breakpoints = breakpoints;
    this.classes = classes;
    this.dailyItems = items(rule(standard, reporting, "daily_items"));
    this.roundsDailyConcentrations = isRounded(rule(standard, reporting, "daily_concentrations"));
    this.roundsHourlyConcentrations = isRounded(rule(standard, reporting, "hourly_concentrations"));
    this.primaryAbove = rule(standard, reporting, "primary_pollutant_above").integer("value");
    this.incompletePublishedAbove =
        rule(standard, reporting, "incomplete_published_above").optionalInteger("value");
  }

  /** All rule sets in order of their periods. */
  public static List<AirRuleSet> all() {
    return Loaded.ALL;
  }

  /** The rule set in force on a data day; null before the first one. */
  public static AirRuleSet inForce(LocalDate dataDay) {
    for (AirRuleSet rules : Loaded.ALL) {
      if (!dataDay.isBefore(rules.validFrom)
          && (rules.validTo == null || !dataDay.isAfter(rules.validTo))) {
        return rules;
      }
    }
    return null;
  }

  /** Number of the index standard, as in {@code HJ 633-2026}. */
  public String standard() {
    return standard;
  }

  /** Number of the ambient air standard used with it, as in {@code GB 3095-2026}. */
  public String ambientStandard() {
    return ambientStandard;
  }

  /** First data day on which it holds. */
  public LocalDate validFrom() {
    return validFrom;
  }

  /** Items of the daily index: seven in HJ 633-2012 5.1.2, six in HJ 633-2026 4.2.2. */
  public Set<AirItem> dailyItems() {
    return EnumSet.copyOf(dailyItems);
  }

  /** Whether daily concentrations are rounded by GB/T 8170 before the index. */
  public boolean roundsDailyConcentrations() {
    return roundsDailyConcentrations;
  }

  /** Whether hourly concentrations are rounded by GB/T 8170 before the index. */
  public boolean roundsHourlyConcentrations() {
    return roundsHourlyConcentrations;
  }

  /** Primary pollutants are named if the index exceeds this. */
  public int primaryPollutantAbove() {
    return primaryAbove;
  }

  /**
   * With an item missing, the index is published only if it exceeds this, HJ 633-2026 5.3.1; null =
   * it is published in any case.
   */
  public Integer incompletePublishedAbove() {
    return incompletePublishedAbove;
  }

  /** The six classes, best first. */
  public List<AqiClass> classes() {
    return List.of(classes);
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
    int level = 0;
    while (classes[level].aqiTo() != null && aqi > classes[level].aqiTo()) {
      level++;
    }
    return classes[level];
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
    return breakpoints[item.ordinal()];
  }

  boolean countsDaily(AirItem item) {
    return dailyItems.contains(item);
  }

  @Override
  public String toString() {
    return standard + " with " + ambientStandard;
  }

  private static StandardRow rule(String standard, Map<String, StandardRow> rules, String name) {
    StandardRow row = rules.get(name);
    if (row == null) {
      throw new StandardTableException(
          "aqi_reporting.csv has no rule " + name + " for " + standard + ". Add the row.");
    }
    return row;
  }

  private static EnumSet<AirItem> items(StandardRow row) {
    EnumSet<AirItem> items = EnumSet.noneOf(AirItem.class);
    for (String name : row.texts("value")) {
      items.add(AirItem.valueOf(name));
    }
    return items;
  }

  private static boolean isRounded(StandardRow row) {
    return row.word(
        "value",
        word -> {
          if (!word.equals("rounded") && !word.equals("as_received")) {
            throw new IllegalArgumentException("expected rounded or as_received, not " + word);
          }
          return word.equals("rounded");
        });
  }

  /** Reads the tables on first use, once a class loader. */
  private static final class Loaded {

    static final List<AirRuleSet> ALL = load();

    private static List<AirRuleSet> load() {
      StandardTable reporting =
          StandardTable.read("aqi_reporting.csv").requireDisjointPeriods("rule");
      StandardTable steps =
          StandardTable.read("aqi_breakpoints.csv")
              .requireDisjointPeriods("item", "relation", "concentration");
      StandardTable classes = StandardTable.read("aqi_classes.csv").requireDisjointPeriods("level");
      Map<String, Map<String, StandardRow>> rules = new LinkedHashMap<>();
      for (StandardRow row : reporting.rows()) {
        rules
            .computeIfAbsent(row.text("standard"), s -> new LinkedHashMap<>())
            .put(row.text("rule"), row);
      }
      List<AirRuleSet> sets = new ArrayList<>();
      rules.forEach(
          (standard, byName) ->
              sets.add(
                  new AirRuleSet(
                      standard,
                      byName,
                      breakpoints(standard, steps),
                      classes.rows().stream()
                          .filter(row -> row.text("standard").equals(standard))
                          .map(AqiClass::of)
                          .toArray(AqiClass[]::new))));
      return List.copyOf(sets);
    }

    private static Breakpoints[] breakpoints(String standard, StandardTable table) {
      Map<AirItem, List<StandardRow>> byItem = new EnumMap<>(AirItem.class);
      for (StandardRow row : table.rows()) {
        if (row.text("standard").equals(standard)) {
          byItem
              .computeIfAbsent(row.word("item", AirItem::valueOf), i -> new ArrayList<>())
              .add(row);
        }
      }
      Breakpoints[] all = new Breakpoints[AirItem.values().length];
      for (AirItem item : AirItem.values()) {
        List<StandardRow> rows = byItem.get(item);
        if (rows == null) {
          throw new StandardTableException(
              "aqi_breakpoints.csv has no rows of " + item + " for " + standard + ". Add them.");
        }
        all[item.ordinal()] = Breakpoints.of(rows);
      }
      return all;
    }
  }
}
