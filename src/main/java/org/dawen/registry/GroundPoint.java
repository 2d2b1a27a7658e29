package org.dawen.registry;

import java.math.BigDecimal;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;
import org.dawen.registry.WaterSection.SectionLevel;
import org.dawen.registry.WaterSection.TargetClass;

/**
 * A point of ground water (地下水监测点) over one period, from {@code registry.ground_point}.
 *
 * @param level which network it belongs to; null: not told
 * @param targetClass class it has to reach; null: none
 */
@OfTable(
    name = "registry.ground_point",
    grain = "One row per point of ground water and period.",
    withoutDay = "valid_from to valid_to",
    sources = "landing/registry/ground_points.csv")
public record GroundPoint(
    @Key String pointCode,
    String name,
    @Nullable SectionLevel level,
    @Nullable String countyCode,
    @Nullable TargetClass targetClass,
    @Nullable @Digits(value = 10, scale = 6) BigDecimal longitude,
    @Nullable @Digits(value = 10, scale = 6) BigDecimal latitude,
    Period period,
    String fileId,
    long recordNo) {}
