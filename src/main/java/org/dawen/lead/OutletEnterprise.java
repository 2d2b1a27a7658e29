package org.dawen.lead;

import org.dawen.lake.Nullable;

/** Whose an outlet is, from {@code registry.outlet}. */
record OutletEnterprise(
    @Nullable String enterpriseCode,
    @Nullable String enterpriseName,
    @Nullable String countyCode) {}
