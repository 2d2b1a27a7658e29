package org.dawen.registry;

import java.time.LocalDate;

/** An enforcement case (执法案件), from {@code registry.enforcement_case}. */
public record EnforcementCase(LocalDate caseDay, String countyCode, boolean isOffSite) {}
