package org.dawen.registry;

import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/** An inspector (执法人员) by number, who may be drawn, from {@code registry.inspector}. */
@OfTable(
    name = "registry.inspector",
    grain = "One row per inspector who may be drawn, and period; by number, never by name.",
    withoutDay = "valid_from to valid_to",
    sources = "landing/registry/inspectors.csv")
public record Inspector(
    @Key String inspectorCode,
    @Nullable String countyCode,
    Period period,
    String fileId,
    long recordNo) {}
