package org.dawen.power;

import org.dawen.lake.Nullable;

/** Enterprise and county of an outlet, from {@code registry.outlet}. */
record OutletSite(@Nullable String enterpriseCode, @Nullable String countyCode) {}
