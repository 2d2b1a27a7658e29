package org.dawen.registry;

import org.dawen.lake.Nullable;

/** A township over one period, from {@code registry.township}. */
public record Township(String townshipCode, @Nullable String name, Period period) {}
