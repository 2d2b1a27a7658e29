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

/** An outlet above its limit upstream of a section that is worse than its target. */
@OfTable(
    name = "lead.upstream_exceedance",
    grain =
        "One row per section, day, item, outlet and factor: the outlet exceeded on a day on which"
            + " the section was worse than its target in that item, in a month that misses the"
            + " target or is heading there.",
    layout = Layout.BY_YEAR,
    sources = {
      "water.headroom_month",
      "water.section_item_day",
      "source.exceedance_hour",
      "registry.section"
    },
    warnings = {
      "Screening evidence: a reason to look",
      "Says nothing of distance, flow and travel time"
    })
public record UpstreamExceedance(
    @Key String sectionCode,
    @Key @Day LocalDate dataDay,
    @Key String item,
    @Key String outletCode,
    @Key String pollutantCode,
    @Nullable String enterpriseCode,
    @Nullable String countyCode,
    boolean isNamedUpstream,
    String targetClass,
    String itemClass,
    @Digits(value = 28, scale = 10) BigDecimal meanValue,
    String unit,
    String goalState,
    @Digits(value = 28, scale = 10) BigDecimal meanSoFarValue,
    LocalDateTime firstHour,
    LocalDateTime lastHour,
    long exceedingHours,
    boolean isProvisional) {}
