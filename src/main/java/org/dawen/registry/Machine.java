package org.dawen.registry;

import java.time.LocalDate;
import org.dawen.lake.Day;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/**
 * A non-road machine (非道路移动机械), from {@code registry.machine}.
 *
 * @param machineCode environment plate (环保号牌)
 * @param emissionStage as written: 国一, 国Ⅰ, 1; null: not told
 * @param retiredOn null: still at work
 * @param retireKind how: scrapped, sold_out, rebuilt; null: not told
 * @param proofNo null: none was handed in
 */
@OfTable(
    name = "registry.machine",
    grain = "One row per non-road machine and retirement; of a machine at work one without a day.",
    withoutKey = "a machine that is retired twice is a finding: diesel.doubtful_retirement",
    sources = "landing/registry/machines.csv")
public record Machine(
    String machineCode,
    @Nullable String kind,
    @Nullable String emissionStage,
    @Nullable String owner,
    @Nullable String countyCode,
    @Day @Nullable LocalDate retiredOn,
    @Nullable String retireKind,
    @Nullable String proofNo,
    String fileId,
    long recordNo) {}
