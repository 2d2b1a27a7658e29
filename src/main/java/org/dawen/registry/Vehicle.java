package org.dawen.registry;

import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/**
 * A diesel vehicle over one period, from {@code registry.vehicle}.
 *
 * @param registeredCalid calibration identification; null: not told
 * @param registeredCvn calibration verification number; null: not told
 */
@OfTable(
    name = "registry.vehicle",
    grain = "One row per registered diesel vehicle and period.",
    withoutDay = "valid_from to valid_to",
    sources = "landing/registry/vehicles.csv")
public record Vehicle(
    @Key String vin,
    @Nullable String plate,
    @Nullable String owner,
    @Nullable String countyCode,
    @Nullable String registeredCalid,
    @Nullable String registeredCvn,
    Period period,
    String fileId,
    long recordNo) {}
