package org.dawen.lead;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/**
 * What became of the work orders due in a month, and how the cases and checks of the month were
 * made. Two shares of enforcement off site, of cases and of checks: the plan does not say which of
 * the two it means.
 *
 * @param offSiteInspectionCount checks made without going on site, or opened from a lead
 * @param leadInspectionCount checks opened from a lead, on site or not
 */
@OfTable(
    name = "lead.county_month",
    grain = "One row per county and month with work orders due, cases or checks, and one for all.",
    sources = {
      "registry.work_order",
      "registry.enforcement_case",
      "registry.inspection",
      "registry.meter",
      "registry.outlet",
      "registry.vehicle"
    },
    warnings = {"All shares are worked out by rules of ours: no official formula was found"})
public record CountyMonth(
    @Key String countyCode,
    @Key @Day LocalDate dataDay,
    int dueOrderCount,
    int closedInTimeCount,
    @Nullable @Digits(value = 14, scale = 10) BigDecimal inTimeClosurePercent,
    int caseCount,
    int offSiteCaseCount,
    @Nullable @Digits(value = 14, scale = 10) BigDecimal offSitePercent,
    @Digits(value = 6, scale = 3) BigDecimal offSiteTargetPercent,
    @Nullable Boolean isTargetMet,
    int inspectionCount,
    int offSiteInspectionCount,
    int leadInspectionCount,
    @Nullable @Digits(value = 14, scale = 10) BigDecimal offSiteInspectionPercent,
    @Nullable Boolean isInspectionTargetMet) {}
