package org.dawen.ground;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Layout;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;
import org.dawen.standard.GroundClass;
import org.dawen.standard.GroundItem;

/** An item of a sample of ground water: the value in force and its class. */
@OfTable(
    name = "ground.sample_item",
    grain = "One row per point of ground water, time of sampling and item: the value in force.",
    layout = Layout.BY_YEAR,
    sources = {"received.ground", "registry.ground_point"})
public record SampleItem(
    @Key String pointCode,
    @Key LocalDateTime sampledAt,
    @Key GroundItem item,
    @Day LocalDate dataDay,
    @Nullable @Digits(value = 28, scale = 16) BigDecimal measuredValue,
    boolean isBelowDetection,
    @Nullable @Digits(value = 18, scale = 8) BigDecimal detectionLimitValue,
    String unit,
    @Nullable GroundClass itemClass,
    @Nullable GroundClass notBetterThanKnownClass,
    int revisionCount,
    boolean isDecidedByPath,
    String fileId,
    long recordNo) {

  /** A value that counts in a mean; null: none. */
  BigDecimal usedValue(BigDecimal shareOfLimit) {
    if (!isBelowDetection) {
      return measuredValue;
    }
    return detectionLimitValue == null ? null : detectionLimitValue.multiply(shareOfLimit);
  }
}
