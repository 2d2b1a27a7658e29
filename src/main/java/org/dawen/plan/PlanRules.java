package org.dawen.plan;

import java.math.BigDecimal;
import java.util.List;
import org.dawen.run.Settings;

/**
 * How words of the plan and rates are read; ours, not law.
 *
 * @param aboutPercent a number that is about another lies within so many percent of it
 * @param basicallyPercent share of the number at which 基本 counts as reached
 * @param rateFromPercent share of the time that must be gone before a rate judges
 * @param entryValidDays an entry older than this is no report any more
 */
record PlanRules(
    BigDecimal aboutPercent,
    BigDecimal basicallyPercent,
    BigDecimal rateFromPercent,
    int entryValidDays) {
  static final List<String> KEYS =
      List.of(
          "plan.about_percent",
          "plan.basically_percent",
          "plan.rate_from_percent",
          "plan.entry_valid_days");

  static PlanRules of(Settings settings) {
    settings.withoutNegative(KEYS);
    return new PlanRules(
        settings.decimal(KEYS.get(0)),
        settings.decimal(KEYS.get(1)),
        settings.decimal(KEYS.get(2)),
        settings.whole(KEYS.get(3)));
  }
}
