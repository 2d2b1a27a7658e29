package org.dawen.registry;

import java.time.LocalDateTime;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/**
 * A mark an enterprise has put on its own data, from {@code registry.mark}.
 *
 * @param pollutantCode factor as written; null: all
 * @param startsAt included
 * @param endsAt not included; null: still open
 */
@OfTable(
    name = "registry.mark",
    grain = "One row per mark an enterprise has put on its own data.",
    withoutKey = "marks may overlap",
    withoutDay = "starts_at to ends_at",
    sources = "landing/registry/marks.csv")
public record Mark(
    String outletCode,
    @Nullable String pollutantCode,
    String kind,
    LocalDateTime startsAt,
    @Nullable LocalDateTime endsAt,
    @Nullable String proofNo,
    String fileId,
    long recordNo) {}
