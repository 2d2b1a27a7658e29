package org.dawen.lead;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;

/** How a month of a section is doing in an item, from {@code water.headroom_month}. */
record SectionGoal(
    String sectionCode,
    LocalDate monthStart,
    String span,
    String item,
    String targetClass,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal upperLimitValue,
    @Nullable @Digits(value = 28, scale = 10) BigDecimal meanSoFarValue,
    String goalState,
    boolean isProvisional) {

  boolean isOfMonth() {
    return span.equals("month");
  }

  /** It misses its target, or what is left would have to be better than what was. */
  boolean isWorseThanTarget() {
    return meanSoFarValue != null
        && switch (goalState) {
          case "missed", "out_of_reach" -> true;
          case "open" -> upperLimitValue != null && meanSoFarValue.compareTo(upperLimitValue) > 0;
          default -> false;
        };
  }
}
