package org.dawen.noise;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import org.dawen.lake.Components;
import org.dawen.lake.Constraint;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Layout;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/**
 * An hour of a noise point.
 *
 * @param isPeakMeasured the largest level is one the instrument told, not the largest of means
 * @param receivedMinutes minutes with a level; of an hour sent what it tells, null: nothing
 * @param sentLeqDb the hour's level as the platform sent it, beside the one of the minutes
 * @param unusedReason why it counts in no day; null: it counts
 */
@OfTable(
    name = "noise.point_hour",
    grain = "One row per noise point and hour with any level.",
    layout = Layout.BY_YEAR,
    sources = {
      "received.noise",
      "received.noise_packet",
      "received.weather",
      "registry.noise_point"
    })
public record PointHour(
    @Key String pointCode,
    @Key LocalDateTime hourStart,
    @Day LocalDate dataDay,
    boolean isRegistered,
    Source levelSource,
    Levels levels,
    boolean isPeakMeasured,
    @Nullable Integer receivedMinutes,
    int excludedMinutes,
    @Nullable @Digits(value = 14, scale = 10) BigDecimal sentLeqDb,
    @Nullable @Digits(value = 8, scale = 4) BigDecimal windMS,
    @Nullable @Digits(value = 8, scale = 4) BigDecimal rainMm,
    @Nullable Unused unusedReason,
    long recordCount,
    int revisionCount,
    boolean isDecidedByPath,
    String fileId,
    long recordNo) {

  static void constraints(Components of) {
    of.holds("never_below_zero", Constraint.neverNegative(of.all("excludedMinutes")));
  }

  /** What the levels come from. */
  enum Source {
    /** Computed from minutes. */
    MINUTES,
    /** As the platform sent the hour. */
    HOUR;

    /** The word in tables. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Why an hour counts in no day. */
  enum Unused {
    /** Its wind was stronger than measuring allows. */
    WIND,
    /** It rained or snowed. */
    RAIN,
    /** It has too few minutes. */
    FEW_MINUTES,
    /** It has no equivalent level. */
    NO_LEVEL
  }

  boolean isValid() {
    return unusedReason == null;
  }

  /** Whether the weather leaves it out. */
  boolean isExcluded() {
    return unusedReason == Unused.WIND || unusedReason == Unused.RAIN;
  }
}
