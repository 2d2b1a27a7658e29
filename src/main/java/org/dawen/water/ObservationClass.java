package org.dawen.water;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dawen.lake.Day;
import org.dawen.lake.Key;
import org.dawen.lake.Layout;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;
import org.dawen.standard.BodyKind;
import org.dawen.standard.WaterClass;
import org.dawen.standard.WaterMethod;
import org.dawen.standard.WaterVerdict.NoClass;

/** The class of a section at a time, by the regime of that day, beside the class published. */
@OfTable(
    name = "water.observation_class",
    grain = "One row per section, time and method: the class by the worst item.",
    layout = Layout.BY_YEAR,
    sources = {"water.observation"},
    warnings = {
      "Preliminary: automatic values are revised by their publisher for days",
      "Provisional outside the days on which the regime of publication was measured"
    })
public record ObservationClass(
    @Key String sectionCode,
    @Key LocalDateTime observedAt,
    @Key WaterMethod method,
    @Day LocalDate dataDay,
    @Nullable BodyKind bodyKind,
    Verdict verdict,
    @Nullable WaterClass screenedClass,
    @Nullable WaterClass publishedClass,
    @Nullable Boolean isAsPublished,
    @Nullable String status) {

  /** The class of all values in force and what it rests on. */
  record Verdict(
      @Nullable WaterClass waterClass,
      @Nullable NoClass noClassReason,
      @Nullable String missingItems,
      @Nullable String exceedingItems,
      @Nullable String mainPollutants,
      boolean isProvisional) {}
}
