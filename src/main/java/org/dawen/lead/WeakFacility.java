package org.dawen.lead;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Layout;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/** A treatment facility of low efficiency, as long as it goes on (低效治理设施清单). */
@OfTable(
    name = "lead.weak_facility",
    grain =
        "One row per outlet as long as its treatment trips screening rules: whose it is, why, since"
            + " when.",
    layout = Layout.BY_YEAR,
    sources = {"source.treatment_finding", "lead.idle_treatment"},
    warnings = {
      "Screening by thresholds of ours, not law: a list to check, not a verdict",
      "The day is the first day found; late data may bring it forward"
    })
public record WeakFacility(
    @Key String outletCode,
    @Key @Day LocalDate dataDay,
    LocalDate lastDay,
    @Nullable String enterpriseCode,
    @Nullable String countyCode,
    @Nullable String facilityCode,
    String pollutantCodes,
    String weakRules,
    int findingDayCount,
    int findingHours,
    @Nullable @Digits(value = 9, scale = 4) BigDecimal lowestRemovalPercent,
    @Nullable @Digits(value = 9, scale = 4) BigDecimal designRemovalPercent,
    @Nullable @Digits(value = 20, scale = 10) BigDecimal highestSlipMgM3,
    boolean isProvisional,
    String reason,
    String reasonZh) {}
