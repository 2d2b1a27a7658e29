package org.dawen.source;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Layout;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/** What a treatment facility removed in an hour. */
@OfTable(
    name = "source.removal_hour",
    grain =
        "One row per outlet and pollutant with a treatment link and hour in which inlet or outlet"
            + " was received.",
    layout = Layout.BY_MONTH,
    sources = {"source.outlet_hour", "registry.treatment_link", "standards/hj212_factors.csv"},
    warnings = {
      "Self-reported by the enterprise's devices",
      "Changes when late or corrected packets arrive",
      "Which efficiency is held against the design, of masses or of concentrations, the registry"
          + " says",
      "Values are not filled in where one is missing: see no_removal_reason"
    })
public record RemovalHour(
    @Key String outletCode,
    @Key String pollutantCode,
    @Key LocalDateTime hourStart,
    @Day LocalDate dataDay,
    Facility facility,
    String unit,
    @Nullable @Digits(value = 6, scale = 3) BigDecimal referenceO2Percent,
    Inlet inlet,
    @Nullable @Digits(value = 20, scale = 10) BigDecimal outletValue,
    @Nullable @Digits(value = 28, scale = 8) BigDecimal outletFlowM3,
    @Nullable @Digits(value = 38, scale = 8) BigDecimal outletMassKg,
    @Nullable @Digits(value = 9, scale = 4) BigDecimal removalByMassPercent,
    @Nullable @Digits(value = 9, scale = 4) BigDecimal removalByConcentrationPercent,
    @Nullable @Digits(value = 9, scale = 4) BigDecimal removalPercent,
    @Nullable Boolean isBelowDesign,
    @Nullable NoRemoval noRemovalReason,
    @Nullable Unjudgeable unjudgeableReason,
    @Nullable String fileId,
    @Nullable Long recordNo) {

  /**
   * What entered.
   *
   * @param inletValue null: not received, or of several inlets
   */
  record Inlet(
      String inletCodes,
      @Nullable @Digits(value = 20, scale = 10) BigDecimal inletValue,
      @Nullable @Digits(value = 28, scale = 8) BigDecimal inletFlowM3,
      @Nullable @Digits(value = 38, scale = 8) BigDecimal inletMassKg,
      @Nullable String inletFileId,
      @Nullable Long inletRecordNo) {}

  /** The facility ran and the hour says what it removed, be it nothing. */
  boolean isJudged() {
    return removalPercent != null || noRemovalReason == NoRemoval.INLET_BELOW_OUTLET;
  }
}
