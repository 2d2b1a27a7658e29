package org.dawen.registry;

import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/**
 * An interest that an inspector has stated (回避), from {@code registry.inspector_interest}.
 *
 * @param subjectCode number of a file or code of an enterprise; null: not to be drawn at all
 */
@OfTable(
    name = "registry.inspector_interest",
    grain = "One row per interest an inspector has stated, and period.",
    withoutDay = "valid_from to valid_to",
    sources = "landing/registry/inspector_interests.csv")
public record InspectorInterest(
    @Key String inspectorCode,
    @Key @Nullable String subjectCode,
    Period period,
    String fileId,
    long recordNo) {}
