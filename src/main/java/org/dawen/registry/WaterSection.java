package org.dawen.registry;

import org.dawen.lake.Nullable;

/**
 * A section (断面) or point of a lake over one period, from {@code registry.section}.
 *
 * @param waterBody river or lake it belongs to; points of one lake are averaged
 * @param bodyKind river or lake; null: not known, and then phosphorus may leave it without a class
 * @param level national, provincial or city
 * @param targetClass class it has to reach, Ⅰ to Ⅴ; null: none
 * @param outletCodes outlets upstream, separated by {@code ;}; null: all of its county
 */
public record WaterSection(
    String sectionCode,
    @Nullable String name,
    @Nullable String waterBody,
    @Nullable String bodyKind,
    @Nullable String level,
    @Nullable String countyCode,
    @Nullable String cityCode,
    @Nullable String targetClass,
    @Nullable String outletCodes,
    Period period) {}
