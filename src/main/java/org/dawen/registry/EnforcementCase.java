package org.dawen.registry;

import java.time.LocalDate;
import org.dawen.lake.Day;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/** An enforcement case (执法案件), from {@code registry.enforcement_case}. */
@OfTable(
    name = "registry.enforcement_case",
    grain = "One row per enforcement case (执法案件).",
    sources = "landing/registry/enforcement_cases.csv")
public record EnforcementCase(
    @Key String caseNo,
    @Day LocalDate caseDay,
    String countyCode,
    boolean isOffSite,
    @Nullable String leadId,
    String fileId,
    long recordNo) {}
