package org.dawen.lead;

import org.dawen.lake.Nullable;
import org.dawen.registry.Period;

/** Whose a vehicle is in a period, from {@code registry.vehicle}. */
record OwnedVehicle(
    String vin, @Nullable String owner, @Nullable String countyCode, Period period) {}
