package org.dawen.lead;

import org.dawen.lake.Nullable;

/** Whose a meter is, from {@code registry.meter}. */
record MeterEnterprise(@Nullable String enterpriseCode, @Nullable String countyCode) {}
