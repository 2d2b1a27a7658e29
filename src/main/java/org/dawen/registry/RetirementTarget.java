package org.dawen.registry;

import java.time.LocalDate;
import org.dawen.lake.Key;
import org.dawen.lake.Listed;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/**
 * How many machines or trucks are to be retired in a year, from {@code registry.retirement_target}.
 *
 * @param areaCode city or county
 * @param year calendar year
 * @param mostStage highest emission stage that counts, as written; null: any counts
 * @param dueOn null: the end of the year
 */
@OfTable(
    name = "registry.retirement_target",
    grain = "One row per area, kind of subject and year: how many are to be retired.",
    withoutDay = "year",
    sources = "landing/registry/retirement_targets.csv")
public record RetirementTarget(
    @Key String areaCode,
    @Key @Listed({"machine", "truck"}) String subjectKind,
    @Key int year,
    @Nullable String mostStage,
    int targetCount,
    @Nullable LocalDate dueOn,
    @Nullable String documentNo,
    String fileId,
    long recordNo) {}
