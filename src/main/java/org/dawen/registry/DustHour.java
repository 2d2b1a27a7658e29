package org.dawen.registry;

import java.time.LocalDateTime;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/**
 * A span of hours officially under sand and dust, from {@code registry.dust_hour}.
 *
 * @param areaCode a station, township, county or city
 * @param endsAt null: still open
 */
@OfTable(
    name = "registry.dust_hour",
    grain = "One row per area and span of hours officially under sand and dust (沙尘).",
    withoutKey = "spans of different documents may overlap",
    withoutDay = "starts_at to ends_at",
    sources = "landing/registry/dust_hours.csv")
public record DustHour(
    String areaCode,
    LocalDateTime startsAt,
    @Nullable LocalDateTime endsAt,
    @Nullable String documentNo,
    String fileId,
    long recordNo) {}
