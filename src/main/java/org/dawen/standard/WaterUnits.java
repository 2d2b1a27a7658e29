package org.dawen.standard;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How units that laboratories and platforms write become those of the items. */
public final class WaterUnits {
  private static final BigDecimal ONE = BigDecimal.ONE;

  /**
   * By unit of the item: units as written, in small letters, and how many of the item's they are.
   */
  private static final Map<String, Map<String, BigDecimal>> FACTORS =
      Map.of(
          "mg/L",
              Map.of(
                  "mg/l", ONE, "g/m3", ONE, "ug/l", power(-3), "mg/m3", power(-3), "ng/l",
                  power(-6), "g/l", power(3)),
          "pH", Map.of("ph", ONE, "无量纲", ONE, "dimensionless", ONE, "1", ONE, "", ONE),
          "degC", Map.of("degc", ONE, "℃", ONE, "°c", ONE, "c", ONE),
          "uS/cm", Map.of("us/cm", ONE, "ms/m", power(1), "ms/cm", power(3), "s/m", power(4)),
          "NTU", Map.of("ntu", ONE, "fnu", ONE),
          "m", Map.of("m", ONE, "cm", power(-2)),
          "/L",
              Map.of(
                  "/l",
                  ONE,
                  "个/l",
                  ONE,
                  "cells/l",
                  ONE,
                  "mpn/l",
                  ONE,
                  "cfu/l",
                  ONE,
                  "mpn/100ml",
                  power(1),
                  "/ml",
                  power(3),
                  "cells/ml",
                  power(3),
                  "万个/l",
                  power(4)));

  /** Units as headings end in them. */
  private static final Map<String, String> ENDINGS =
      Map.of(
          "_mg_l", "mg/l", "_ug_l", "ug/l", "_mg_m3", "mg/m3", "_us_cm", "us/cm", "_ms_m", "ms/m",
          "_ntu", "ntu", "_degc", "degc", "_m", "m", "_cm", "cm", "_per_l", "/l");

  /** A name with its unit in brackets. */
  private static final Pattern IN_BRACKETS = Pattern.compile("(.+)\\(([^()]+)\\)");

  private WaterUnits() {}

  private static BigDecimal power(int exponent) {
    return ONE.scaleByPowerOfTen(exponent);
  }

  /**
   * How many units of the item one of the written unit is.
   *
   * @param written as sent, {@code mg/L}, {@code μg/L}; empty: none, which only pH may have
   * @return null: no unit of the item
   */
  public static BigDecimal inUnitOf(WaterItem item, String written) {
    String plain =
        WaterItems.plain(written)
            .replace('μ', 'u')
            .replace('µ', 'u')
            .replace("³", "3")
            .replace("毫克", "mg")
            .replace("微克", "ug")
            .replace("升", "l");
    return FACTORS.get(WaterItems.unit(item)).get(plain);
  }

  /**
   * The item and unit behind a heading such as {@code codmn}, {@code chla_ug_l} or {@code
   * 氨氮(mg/L)}.
   *
   * @return null: it names no item; a null factor: in no unit of the item
   */
  public static Heading heading(String name) {
    WaterItem bare = WaterItems.named(name);
    if (bare != null) {
      return new Heading(bare, ONE);
    }
    Matcher inBrackets = IN_BRACKETS.matcher(WaterItems.plain(name));
    if (inBrackets.matches() && WaterItems.named(inBrackets.group(1)) != null) {
      return heading(WaterItems.named(inBrackets.group(1)), inBrackets.group(2));
    }
    return ENDINGS.entrySet().stream()
        .filter(e -> name.endsWith(e.getKey()))
        .filter(e -> WaterItems.named(withoutEnding(name, e.getKey())) != null)
        .map(e -> heading(WaterItems.named(withoutEnding(name, e.getKey())), e.getValue()))
        .findFirst()
        .orElse(null);
  }

  private static String withoutEnding(String name, String ending) {
    return name.substring(0, name.length() - ending.length());
  }

  private static Heading heading(WaterItem item, String unit) {
    return new Heading(item, inUnitOf(item, unit));
  }

  /** What a column holds. */
  public record Heading(WaterItem item, BigDecimal factor) {}
}
