package org.dawen.registry;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/**
 * A number of the bureau's work plan (工作要点), from {@code registry.plan_target}.
 *
 * @param measureNo number of the measure, or 目标 and the number of the goal
 * @param targetValue null: the plan leaves the number to another document
 * @param targetMaxValue upper end of a range; null: the comparator is another
 * @param decimals to which the value is rounded half to even before it is compared; null: it is
 *     compared as it is
 * @param startValue value when the plan begins; null: 0
 * @param dueDay last day by which the number is to be reached
 * @param validity the year of the plan, over which time and rates are counted
 */
@OfTable(
    name = "registry.plan_target",
    grain = "One row per number of the work plan and period of the plan.",
    withoutDay = "valid_from to valid_to",
    sources = "landing/registry/plan_targets.csv")
public record PlanTarget(
    @Key String targetId,
    String measureNo,
    String titleZh,
    String titleEn,
    String projectZh,
    String projectEn,
    @Nullable String departments,
    PlanWords.Strength strength,
    PlanWords.Comparator comparator,
    @Nullable @Digits(value = 18, scale = 4) BigDecimal targetValue,
    @Nullable @Digits(value = 18, scale = 4) BigDecimal targetMaxValue,
    String unit,
    @Nullable Integer decimals,
    PlanWords.Course course,
    PlanWords.JudgedEach judgedEach,
    @Nullable @Digits(value = 18, scale = 4) BigDecimal startValue,
    LocalDate dueDay,
    PlanWords.DueFrom dueFrom,
    PlanWords.SourceKind sourceKind,
    PlanSource source,
    @Nullable String documentNo,
    Period validity,
    String fileId,
    long recordNo) {}
