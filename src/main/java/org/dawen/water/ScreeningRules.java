package org.dawen.water;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dawen.lake.Trouble;
import org.dawen.run.Settings;
import org.dawen.standard.WaterItem;
import org.dawen.water.ScreenReason.Effect;

/**
 * The thresholds of screening; ours, in jobs/nightly.yaml.
 *
 * @param effects what follows from each finding
 * @param ceilings above them a value is impossible; items without one have none
 * @param mostDecimals digits behind the point an analyser has
 * @param nh3nOverTnShare so much of total nitrogen ammonia nitrogen may be, instruments allowed for
 * @param lookBackDays days before a value that a flat line and a jump are told by
 * @param flatLineValues from so many equal values in a row on they are a flat line
 * @param jumpValues least values of those days
 * @param jumpFactor a jump is so many times their median, or as small a part of it
 */
record ScreeningRules(
    Map<ScreenReason, Effect> effects,
    Map<WaterItem, BigDecimal> ceilings,
    int mostDecimals,
    BigDecimal nh3nOverTnShare,
    int lookBackDays,
    int flatLineValues,
    int jumpValues,
    BigDecimal jumpFactor) {
  private static final String PREFIX = "water.screening.";

  /** Items whose ceiling is a setting. */
  private static final List<WaterItem> WITH_CEILING =
      List.of(
          WaterItem.PH, WaterItem.DO, WaterItem.CODMN, WaterItem.NH3N, WaterItem.TP, WaterItem.TN);

  /** Days before the day judged that a finding may rest on. */
  static final int MOST_DAYS_BACK = 14;

  /** All settings, for the declaration of the pass. */
  static List<String> keys() {
    List<String> keys = new ArrayList<>();
    for (ScreenReason reason : ScreenReason.values()) {
      keys.add(effectKey(reason));
    }
    WITH_CEILING.forEach(item -> keys.add(ceilingKey(item)));
    for (String name :
        List.of(
            "most_decimals",
            "nh3n_over_tn_share",
            "flat_line_values",
            "look_back_days",
            "jump_values",
            "jump_factor")) {
      keys.add(PREFIX + name);
    }
    return keys;
  }

  private static String effectKey(ScreenReason reason) {
    return PREFIX + reason.name().toLowerCase(Locale.ROOT);
  }

  private static String ceilingKey(WaterItem item) {
    return PREFIX + "most_" + item.name().toLowerCase(Locale.ROOT);
  }

  /** Reads the settings. */
  static ScreeningRules of(Settings settings) {
    Map<ScreenReason, Effect> effects = new EnumMap<>(ScreenReason.class);
    for (ScreenReason reason : ScreenReason.values()) {
      effects.put(reason, effect(effectKey(reason), settings.text(effectKey(reason))));
    }
    Map<WaterItem, BigDecimal> ceilings = new EnumMap<>(WaterItem.class);
    WITH_CEILING.forEach(item -> ceilings.put(item, settings.decimal(ceilingKey(item))));
    return new ScreeningRules(
        effects,
        ceilings,
        settings.whole(PREFIX + "most_decimals"),
        settings.decimal(PREFIX + "nh3n_over_tn_share"),
        Math.min(MOST_DAYS_BACK, settings.whole(PREFIX + "look_back_days")),
        settings.whole(PREFIX + "flat_line_values"),
        settings.whole(PREFIX + "jump_values"),
        settings.decimal(PREFIX + "jump_factor"));
  }

  private static Effect effect(String key, String text) {
    for (Effect effect : Effect.values()) {
      if (effect.name().toLowerCase(Locale.ROOT).equals(text)) {
        return effect;
      }
    }
    throw Trouble.usage("settings.screening", key, text);
  }

  Effect effectOf(ScreenReason reason) {
    return effects.getOrDefault(reason, Effect.OFF);
  }
}
