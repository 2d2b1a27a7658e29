package org.dawen.registry;

import java.math.BigDecimal;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Listed;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/**
 * What the surface water of an area has to reach, from {@code registry.water_target}.
 *
 * @param item figure of {@code water.area_month} and {@code water.area_year}: share of good
 *     sections in percent (a least value), rank or index (most values)
 * @param period month or year
 * @param sectionScope national sections or all
 */
@OfTable(
    name = "registry.water_target",
    grain = "One row per area, item, kind of period, sections counted and validity.",
    withoutDay = "valid_from to valid_to",
    sources = "landing/registry/water_targets.csv")
public record WaterTarget(
    @Key String areaCode,
    @Key @Listed({"good_share_percent", "cwqi_rank", "cwqi"}) String item,
    @Key @Listed({"month", "year"}) String period,
    @Key @Listed({"national", "all"}) String sectionScope,
    @Digits(value = 12, scale = 4) BigDecimal targetValue,
    @Nullable String documentNo,
    Period validity,
    String fileId,
    long recordNo) {}
