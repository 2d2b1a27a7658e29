package org.dawen.ground;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dawen.lake.Day;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;
import org.dawen.standard.GroundClass;

/**
 * The class of a sample of ground water by its worst item, GB/T 14848-2017 6.3.
 *
 * @param groundClass the worst class known; null: no item has one
 * @param worstItems the items of that class, joined by {@code ;}
 * @param possibleClass the worst class that is possible: items below a limit of detection that
 *     proves little are taken at it
 * @param undeterminedItems these items, each with the class that is proven
 * @param worseThanThirdItems items of class Ⅳ and Ⅴ, which the plan asks about
 * @param itemCount items with a class of the 39
 */
@OfTable(
    name = "ground.sample_class",
    grain = "One row per point of ground water and time of sampling: the class by the worst item.",
    sources = {"ground.sample_item", "registry.ground_point"})
public record SampleClass(
    @Key String pointCode,
    @Key LocalDateTime sampledAt,
    @Day LocalDate dataDay,
    boolean isRegistered,
    @Nullable String countyCode,
    @Nullable GroundClass groundClass,
    @Nullable String worstItems,
    @Nullable GroundClass possibleClass,
    @Nullable String undeterminedItems,
    @Nullable String worseThanThirdItems,
    @Nullable GroundClass targetClass,
    @Nullable Boolean isTargetMet,
    int itemCount,
    boolean isProvisional,
    @Nullable String fileId,
    @Nullable Long recordNo) {}
