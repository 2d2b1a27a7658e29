package org.dawen.water;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;
import org.dawen.standard.BodyKind;
import org.dawen.standard.WaterClass;

/** A month of a section, one of the three ways. */
@OfTable(
    name = "water.section_month",
    grain =
        "One row per section, month and way: as received, screened, and by the province's rule.",
    sources = {"water.section_method_month", "registry.section"},
    warnings = {
      "An open month tells about the days so far",
      "Provisional: the number of values a month must have and the kind of its mean are recalled,"
          + " not checked against the texts",
      "An index is comparable only with one of the same items"
    })
public record SectionMonth(
    @Key String sectionCode,
    @Key @Day LocalDate monthStart,
    @Key Way way,
    LocalDate lastDay,
    Place place,
    int dayCount,
    boolean isFewDays,
    ObservationClass.Verdict verdict,
    @Nullable String state,
    @Nullable WaterClass targetClass,
    @Nullable Boolean isTargetMet,
    Changes changes,
    Index index) {

  /** Where the section is; all null: the registry does not have it. */
  record Place(
      boolean isRegistered,
      @Nullable String sectionName,
      @Nullable String waterBody,
      @Nullable BodyKind bodyKind,
      @Nullable String level,
      @Nullable String countyCode,
      @Nullable String cityCode) {}

  /** Against the month before and the same month a year before; above 0: so many classes worse. */
  record Changes(
      @Nullable WaterClass lastMonthClass,
      @Nullable Integer lastMonthClassChange,
      @Nullable WaterClass lastYearClass,
      @Nullable Integer lastYearClassChange) {}

  /** The index of the section (CWQI); null without any item. */
  record Index(
      @Nullable @Digits(value = 18, scale = 4) BigDecimal cwqi,
      @Nullable @Digits(value = 28, scale = 10) BigDecimal cwqiUnrounded,
      @Nullable String cwqiMissingItems) {}
}
