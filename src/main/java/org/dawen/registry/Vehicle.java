package org.dawen.registry;

import org.dawen.lake.Nullable;

/**
 * A diesel vehicle over one period, from {@code registry.vehicle}.
 *
 * @param registeredCalid calibration identification; null: not told
 * @param registeredCvn calibration verification number; null: not told
 */
public record Vehicle(
    String vin,
    @Nullable String plate,
    @Nullable String owner,
    @Nullable String countyCode,
    @Nullable String registeredCalid,
    @Nullable String registeredCvn,
    Period period) {}
