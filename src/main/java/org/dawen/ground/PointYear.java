package org.dawen.ground;

import java.time.LocalDate;
import java.util.Locale;
import org.dawen.lake.Day;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;
import org.dawen.registry.WaterSection.SectionLevel;
import org.dawen.standard.GroundClass;

/**
 * A year of a point of ground water: the class of the means of its samples, against the year
 * before.
 *
 * @param groundClass the worst class of an item; null: none has one
 * @param lastYearClassChange classes by which it is worse than last year's, below 0: better
 * @param isComparableWithLastYear the items with a class are the same in both years
 */
@OfTable(
    name = "ground.point_year",
    grain = "One row per point of ground water and year: its class, and the trend.",
    sources = {"ground.sample_item", "registry.ground_point"},
    warnings = "How a year is evaluated is not verified (standards/ground_rules.csv)")
public record PointYear(
    @Key String pointCode,
    @Key @Day LocalDate yearStart,
    boolean isRegistered,
    @Nullable String countyCode,
    @Nullable SectionLevel level,
    int sampleCount,
    LocalDate lastDay,
    int itemCount,
    @Nullable GroundClass groundClass,
    @Nullable String worstItems,
    @Nullable String undeterminedItems,
    @Nullable GroundClass lastYearClass,
    @Nullable Integer lastYearClassChange,
    @Nullable Trend trend,
    @Nullable Boolean isComparableWithLastYear,
    @Nullable GroundClass targetClass,
    @Nullable Boolean isTargetMet,
    boolean isProvisional) {

  /** A year against the year before. */
  enum Trend {
    BETTER,
    STABLE,
    WORSE;

    static Trend of(int changeClasses) {
      return changeClasses == 0 ? STABLE : changeClasses < 0 ? BETTER : WORSE;
    }

    /** The word in tables. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
