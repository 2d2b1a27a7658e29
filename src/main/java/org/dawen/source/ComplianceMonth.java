package org.dawen.source;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/** A month of an area's outlet-days by kind of plant (达标率). */
@OfTable(
    name = "source.compliance_month",
    grain =
        "One row per kind of plant, area and month: outlet-days that complied of those judged"
            + " (污水处理厂达标率 among them).",
    sources = {"source.outlet_day", "registry.outlet", "registry.county"},
    warnings = {"Contains provisional verdicts: see provisional_days"})
public record ComplianceMonth(
    @Key String plantGroup,
    @Key AreaLevel areaLevel,
    @Key String areaCode,
    @Key @Day LocalDate monthStart,
    long outletCount,
    long judgedDays,
    long compliantDays,
    long provisionalDays,
    @Nullable @Digits(value = 14, scale = 8) BigDecimal complianceRatePercent,
    long confirmedJudgedDays,
    long confirmedCompliantDays,
    @Nullable @Digits(value = 14, scale = 8) BigDecimal confirmedComplianceRatePercent) {}
