package org.dawen.source;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dawen.lake.Day;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/** A day of a series that trips a screening rule. */
@OfTable(
    name = "source.suspect_series",
    grain = "One row per outlet, pollutant, day and screening rule that the reported series trips.",
    sources = {"source.outlet_hour"},
    warnings = {"Screening by thresholds of ours, not law: a reason to look, not a finding"})
public record SuspectSeries(
    @Key String outletCode,
    @Key String pollutantCode,
    @Key @Day LocalDate dataDay,
    @Key Rule suspectRule,
    @Nullable String enterpriseCode,
    @Nullable String countyCode,
    LocalDateTime firstHour,
    LocalDateTime lastHour,
    long suspectHours,
    String suspectFigures) {

  /** Screening rules for series that look made up; thresholds in jobs/nightly.yaml. */
  public enum Rule {
    /** The same value hour after hour. */
    FLAT_LINE,
    /** Hours lie close together just under the limit. */
    FLAT_TOP,
    /** The day repeats an earlier one. */
    COPIED_DAY,
    /** A day of few distinct values. */
    QUANTISED,
    /** Oxygen rises while concentrations fall. */
    DILUTION,
    /** Ammonia above total nitrogen. */
    NH3N_ABOVE_TN,
    /** A flag begins when the values head over the limit. */
    FLAG_COVERS_RISE,
    /** The converted value does not follow from the oxygen. */
    ZS_NOT_CONSISTENT,
    /** The amount does not follow from concentration and flow. */
    MASS_NOT_CONSISTENT
  }
}
