package org.dawen.registry;

import java.time.LocalDate;
import org.dawen.lake.Day;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/**
 * A diesel truck that is to be retired (老旧柴油货车), from {@code registry.old_truck}.
 *
 * @param emissionStage as written: 国三, 国Ⅲ, 3; null: not told
 * @param retiredOn null: still on the road
 * @param retireKind how: scrapped, sold_out, rebuilt; null: not told
 * @param proofNo null: none was handed in
 */
@OfTable(
    name = "registry.old_truck",
    grain =
        "One row per diesel truck that is to be retired, and retirement; of one still on the road"
            + " one without a day.",
    withoutKey = "a truck that is retired twice is a finding: diesel.doubtful_retirement",
    sources = "landing/registry/old_trucks.csv")
public record OldTruck(
    String vin,
    @Nullable String plate,
    @Nullable String emissionStage,
    @Nullable String owner,
    @Nullable String countyCode,
    @Day @Nullable LocalDate retiredOn,
    @Nullable String retireKind,
    @Nullable String proofNo,
    String fileId,
    long recordNo) {}
