package org.dawen.lead;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Layout;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/** A treatment facility that draws current and removes next to nothing (空转). */
@OfTable(
    name = "lead.idle_treatment",
    grain =
        "One row per outlet, pollutant and day: for so many hours the meter of the treatment"
            + " facility drew power while the outlet's removal was far below design.",
    layout = Layout.BY_YEAR,
    sources = {"source.removal_hour", "power.meter_day"},
    warnings = {"Screening evidence by thresholds of ours: a reason to look"})
public record IdleTreatment(
    @Key String outletCode,
    @Key String pollutantCode,
    @Key @Day LocalDate dataDay,
    String enterpriseCode,
    @Nullable String countyCode,
    String facilityCode,
    String meterCodes,
    LocalDateTime firstHour,
    LocalDateTime lastHour,
    int findingHours,
    @Digits(value = 18, scale = 6) BigDecimal facilityEnergyKwh,
    @Nullable @Digits(value = 9, scale = 4) BigDecimal lowestRemovalPercent,
    String reason,
    String reasonZh) {}
