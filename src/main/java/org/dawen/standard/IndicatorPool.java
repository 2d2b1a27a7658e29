package org.dawen.standard;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The dated rules of the indicator pool (总量指标池): ratio of the city's share, multipliers. */
public final class IndicatorPool {
  /** Ratio of a certification that the city pools. */
  public static final String CITY_SHARE_RATIO = "city_share_ratio";

  /** A multiplier that may be applied to a project's need. */
  public static final String ALLOWED_MULTIPLIER = "allowed_multiplier";

  /** The multiplier where nobody tells one. */
  public static final String DEFAULT_MULTIPLIER = "default_multiplier";

  /** Decimals of masses in t. */
  public static final String SHARE_DECIMALS = "share_decimals";

  /** Files to declare as standards of a job. */
  public static final List<String> FILES = List.of("pool_rules.csv", "pool_pollutants.csv");

  private IndicatorPool() {}

  /**
   * One rule.
   *
   * @param rule which, one of the constants
   * @param value in {@code unit}
   * @param unit fraction, times or decimals
   * @param provision where it comes from and when it holds
   */
  public record Rule(String rule, BigDecimal value, String unit, Provision provision)
      implements Dated, Serializable {}

  private static final List<Rule> RULES =
      StandardTable.read(
          "pool_rules.csv",
          row ->
              new Rule(row.text("rule"), row.decimal("value"), row.text("unit"), row.provision()),
          "rule",
          "value");
  private static final Map<String, String> POLLUTANTS = new TreeMap<>();

  static {
    for (StandardRow row : StandardTable.read("pool_pollutants.csv").rows()) {
      String name = row.text("pollutant");
      POLLUTANTS.put(name.toLowerCase(Locale.ROOT), name);
      row.texts("codes").forEach(c -> POLLUTANTS.put(c.toLowerCase(Locale.ROOT), name));
    }
  }

  /** All rows of one rule in the order of the file. */
  public static List<Rule> rules(String rule) {
    return RULES.stream().filter(r -> r.rule().equals(rule)).toList();
  }

  /** Lower-case code or name to the pollutant's name in the pool. */
  public static Map<String, String> pollutants() {
    return POLLUTANTS;
  }
}
