package org.dawen.water;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Layout;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;
import org.dawen.standard.WaterClass;
import org.dawen.standard.WaterItem;
import org.dawen.standard.WaterMethod;

/** An item at a time of a section: the value in force, its versions, what screening says of it. */
@OfTable(
    name = "water.observation",
    grain = "One row per section, time, method and item: the value in force and its versions.",
    layout = Layout.BY_MONTH,
    sources = {"received.water", "registry.section"},
    warnings = {
      "Preliminary: automatic values are revised by their publisher for days",
      "Screening is ours, not law (jobs/nightly.yaml)"
    })
public record WaterObservation(
    @Key String sectionCode,
    @Key LocalDateTime observedAt,
    @Key WaterMethod method,
    @Key WaterItem item,
    @Day LocalDate dataDay,
    boolean isRegistered,
    Measured measured,
    @Nullable @Digits(value = 28, scale = 16) BigDecimal usedValue,
    String unit,
    @Nullable WaterClass itemClass,
    @Nullable ScreenReason screenReason,
    @Nullable String suspectReason,
    @Nullable String status,
    int versionCount,
    int revisionCount,
    boolean isDecidedByPath,
    @Nullable Instant changedReceivedAt,
    @Nullable String changedFileId,
    @Nullable Long changedRecordNo,
    @Nullable String fileId,
    @Nullable Long recordNo) {

  boolean isOfTimeOf(WaterObservation other) {
    return observedAt.equals(other.observedAt) && method == other.method;
  }

  boolean isOfTimeOf(WaterValue received) {
    return observedAt.equals(received.observedAt()) && method == received.method();
  }

  boolean isOfDayOf(WaterObservation other) {
    return dataDay.equals(other.dataDay);
  }

  /** What counts of it in means. */
  CountedValue counted() {
    return new CountedValue(
        sectionCode,
        dataDay,
        method,
        item,
        measured.isBelowDetection(),
        measured.detectionLimitValue(),
        usedValue,
        screenReason);
  }

  /** Whether it counts in screened means. */
  boolean isUsed() {
    return usedValue != null && screenReason == null;
  }
}
