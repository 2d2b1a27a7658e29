package org.dawen.air;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Layout;
import org.dawen.lake.Listed;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;
import org.dawen.registry.Target;

/** What the days left of a period may cost an area for a goal. */
@OfTable(
    name = "air.headroom_day",
    grain =
        "One row per area with a target, item, kind of period, treatment of dust, goal and day:"
            + " what the days left may cost. Goals are the target and each better rank.",
    layout = Layout.BY_YEAR,
    sources = {"air.area_day", "registry.target"},
    warnings = {
      "Counts the days left as valid",
      "A rank is the one of that day; the others will move too"
    })
public record HeadroomDay(
    @Key AreaKind areaKind,
    @Key String areaCode,
    @Nullable String areaName,
    @Key @Listed(by = Target.Items.class) String item,
    @Key PeriodKind periodKind,
    @Key Dust dust,
    @Key GoalKind goalKind,
    @Key int goalRank,
    @Key @Day LocalDate dataDay,
    LocalDate periodStart,
    LocalDate periodEnd,
    String unit,
    @Nullable @Digits(value = 18, scale = 10) BigDecimal goalValue,
    @Nullable @Digits(value = 8, scale = 1) BigDecimal goalPublishedValue,
    @Nullable @Digits(value = 8, scale = 2) BigDecimal indexNow,
    @Nullable @Digits(value = 8, scale = 2) BigDecimal goalIndex,
    @Nullable @Digits(value = 18, scale = 10) BigDecimal figureSoFarValue,
    @Nullable @Digits(value = 8, scale = 1) BigDecimal publishedSoFarValue,
    int validSoFarDays,
    int leftDays,
    @Nullable @Digits(value = 18, scale = 10) BigDecimal remainingMeanValue,
    @Nullable @Digits(value = 18, scale = 10) BigDecimal remainingMeanRoundedValue,
    @Nullable Boolean isBoundIncluded,
    @Nullable Integer aboveLeftDays,
    @Nullable @Digits(value = 18, scale = 10) BigDecimal dayValue,
    @Nullable @Digits(value = 18, scale = 10) BigDecimal figureChangeValue,
    @Nullable @Digits(value = 18, scale = 10) BigDecimal remainingChangeValue,
    GoalState goalState) {

  /** A target of the registry, or a better rank the area could take. */
  enum GoalKind {
    TARGET,
    RANK;

    /** The word in tables. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How a goal is doing. */
  enum GoalState {
    /** Days are left that decide. */
    OPEN,
    /** Not even days of 0 would do. */
    OUT_OF_REACH,
    /** By the published figure, when no day is left. */
    REACHED,
    /** By the published figure, when no day is left. */
    MISSED,
    /** No day is left, and none was valid. */
    NO_DATA;

    /** The word in tables. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
