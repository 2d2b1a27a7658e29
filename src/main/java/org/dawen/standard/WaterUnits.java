package org.dawen.standard;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How units that laboratories and platforms write become those of the items of surface and ground
 * water.
 */
public final class WaterUnits {
  private static final BigDecimal ONE = BigDecimal.ONE;

  /**
   * By unit of the item: units as written, in small letters, and how many of the item's they are.
   */
  private static final Map<String, Map<String, BigDecimal>> FACTORS =
      Map.ofEntries(
          Map.entry(
              "mg/L",
              Map.of(
                  "mg/l", ONE, "g/m3", ONE, "ug/l", power(-3), "mg/m3", power(-3), "ng/l",
                  power(-6), "g/l", power(3))),
          Map.entry("ug/L", Map.of("ug/l", ONE, "mg/m3", ONE, "mg/l", power(3), "ng/l", power(-3))),
          Map.entry("pH", Map.of("ph", ONE, "无量纲", ONE, "dimensionless", ONE, "1", ONE, "", ONE)),
          Map.entry("1", Map.of("无量纲", ONE, "1", ONE, "", ONE)),
          Map.entry("degC", Map.of("degc", ONE, "℃", ONE, "°c", ONE, "c", ONE)),
          Map.entry("degree", Map.of("度", ONE, "degree", ONE, "铂钴色度单位", ONE, "", ONE)),
          Map.entry(
              "uS/cm", Map.of("us/cm", ONE, "ms/m", power(1), "ms/cm", power(3), "s/m", power(4))),
          Map.entry("NTU", Map.of("ntu", ONE, "fnu", ONE)),
          Map.entry("m", Map.of("m", ONE, "cm", power(-2))),
          Map.entry("Bq/L", Map.of("bq/l", ONE, "mbq/l", power(-3))),
          Map.entry("/mL", Map.of("/ml", ONE, "个/ml", ONE, "cfu/ml", ONE)),
          Map.entry(
              "/100mL",
              Map.of(
                  "/100ml",
                  ONE,
                  "个/100ml",
                  ONE,
                  "mpn/100ml",
                  ONE,
                  "cfu/100ml",
                  ONE,
                  "mpn/100ml或cfu/100ml",
                  ONE,
                  "mpn/l",
                  power(-1),
                  "个/l",
                  power(-1),
                  "/l",
                  power(-1))),
          Map.entry(
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
                  power(4))));

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
    return inUnit(WaterItems.unit(item), written);
  }

  /** As {@link #inUnitOf}, of an item of ground water. */
  public static BigDecimal inUnitOf(GroundItem item, String written) {
    return inUnit(GroundLimit.unit(item), written);
  }

  private static BigDecimal inUnit(String unit, String written) {
    String plain =
        WaterItems.plain(written)
            .replace('μ', 'u')
            .replace('µ', 'u')
            .replaceAll("[ªᵃᵇᶜ]", "")
            .replace("³", "3")
            .replace("毫克", "mg")
            .replace("微克", "ug")
            .replace("升", "l");
    return FACTORS.get(unit).get(plain);
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
