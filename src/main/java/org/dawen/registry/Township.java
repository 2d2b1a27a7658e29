package org.dawen.registry;

import org.dawen.lake.Key;
import org.dawen.lake.OfTable;

/** A township over one period, from {@code registry.township}. */
@OfTable(
    name = "registry.township",
    grain = "One row per township and period.",
    withoutDay = "valid_from to valid_to",
    sources = "landing/registry/townships.csv")
public record Township(
    @Key String townshipCode,
    String name,
    String countyCode,
    Period period,
    String fileId,
    long recordNo) {}
