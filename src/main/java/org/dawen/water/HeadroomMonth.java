package org.dawen.water;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;
import org.dawen.standard.WaterClass;
import org.dawen.standard.WaterItem;
import org.dawen.standard.WaterPurpose;

/** What the rest of a month, and of its year, may have for the class a section has to reach. */
@OfTable(
    name = "water.headroom_month",
    grain =
        "One row per section with a target class, month, span (rest of the month, months left of the"
            + " year) and item measured.",
    sources = {"water.section_month", "water.section_item_month"},
    warnings = {
      "Counts the days and months left as measured",
      "Reaches to the limit itself; the rounding of a mean leaves half a digit more",
      "By the province's rule, whose kind of mean is recalled, not checked"
    })
public record HeadroomMonth(
    @Key String sectionCode,
    @Key @Day LocalDate monthStart,
    @Key Span span,
    @Key WaterItem item,
    WaterClass targetClass,
    String unit,
    LocalDate lastDay,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal lowerLimitValue,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal upperLimitValue,
    @Nullable @Digits(value = 28, scale = 10) BigDecimal meanSoFarValue,
    int soFarCount,
    int leftCount,
    @Nullable @Digits(value = 28, scale = 10) BigDecimal remainingLeastValue,
    @Nullable @Digits(value = 28, scale = 10) BigDecimal remainingMostValue,
    GoalState goalState,
    boolean isProvisional) {

  /** What is left. */
  enum Span {
    /** Days left of the month; counts are days. */
    MONTH("month", WaterPurpose.MONTH),
    /** Months left of the year after this one; counts are months. */
    YEAR("year", WaterPurpose.YEAR);

    private final String word;
    private final WaterPurpose purpose;

    Span(String word, WaterPurpose purpose) {
      this.word = word;
      this.purpose = purpose;
    }

    /** By whose rules the mean of the whole is judged. */
    WaterPurpose purpose() {
      return purpose;
    }

    /** The word in tables. */
    @Override
    public String toString() {
      return word;
    }
  }

  /** How the target is doing in the item. */
  enum GoalState {
    /** What is left decides. */
    OPEN("open"),
    /** No value of the rest would do. */
    OUT_OF_REACH("out_of_reach"),
    /** Nothing is left, and the mean meets the target. */
    REACHED("reached"),
    /** Nothing is left, and the mean does not. */
    MISSED("missed");

    private final String word;

    GoalState(String word) {
      this.word = word;
    }

    /** The word in tables. */
    @Override
    public String toString() {
      return word;
    }
  }
}
