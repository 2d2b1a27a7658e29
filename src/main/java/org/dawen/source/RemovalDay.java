package org.dawen.source;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Layout;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/** What a treatment facility removed on a day. */
@OfTable(
    name = "source.removal_day",
    grain = "One row per outlet and pollutant with hours in source.removal_hour and day.",
    layout = Layout.BY_YEAR,
    sources = {"source.removal_hour", "registry.treatment_link"},
    warnings = {
      "Self-reported by the enterprise's devices",
      "Sums of the judged hours alone: hours that were not judged are not filled in"
    })
public record RemovalDay(
    @Key String outletCode,
    @Key String pollutantCode,
    @Key @Day LocalDate dataDay,
    Facility facility,
    long receivedHours,
    int runningHours,
    long judgedHours,
    int inletBelowOutletHours,
    int belowDesignHours,
    @Nullable @Digits(value = 9, scale = 4) BigDecimal removalPercent,
    @Nullable @Digits(value = 9, scale = 4) BigDecimal lowestRemovalPercent,
    @Nullable Boolean isBelowDesign,
    @Nullable NoRemoval noRemovalReason) {}
