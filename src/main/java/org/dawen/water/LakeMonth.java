package org.dawen.water;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/** The trophic level of a lake or reservoir in a month. */
@OfTable(
    name = "water.lake_month",
    grain = "One row per lake or reservoir and month: its trophic level (TLI) by up to five items.",
    sources = {"water.section_item_month", "registry.section"},
    warnings = {
      "An open month tells about the days so far",
      "A level of fewer than five items is comparable only with one of the same items"
    })
public record LakeMonth(
    @Key String waterBody,
    @Key @Day LocalDate monthStart,
    @Nullable String cityCode,
    int sectionCount,
    Means means,
    Levels levels,
    @Nullable @Digits(value = 18, scale = 10) BigDecimal tliUnrounded,
    @Nullable @Digits(value = 8, scale = 1) BigDecimal tli,
    @Nullable String state,
    @Nullable String missingItems,
    boolean isProvisional) {

  /** Means of its points, each counting alike; null: no point has a value. */
  record Means(
      @Nullable @Digits(value = 28, scale = 10) BigDecimal chlaMgM3,
      @Nullable @Digits(value = 28, scale = 10) BigDecimal tpMgL,
      @Nullable @Digits(value = 28, scale = 10) BigDecimal tnMgL,
      @Nullable @Digits(value = 28, scale = 10) BigDecimal sdMetres,
      @Nullable @Digits(value = 28, scale = 10) BigDecimal codmnMgL) {}

  /** The level of each item; null: no value above 0. */
  record Levels(
      @Nullable @Digits(value = 18, scale = 10) BigDecimal chlaTli,
      @Nullable @Digits(value = 18, scale = 10) BigDecimal tpTli,
      @Nullable @Digits(value = 18, scale = 10) BigDecimal tnTli,
      @Nullable @Digits(value = 18, scale = 10) BigDecimal sdTli,
      @Nullable @Digits(value = 18, scale = 10) BigDecimal codmnTli) {}
}
