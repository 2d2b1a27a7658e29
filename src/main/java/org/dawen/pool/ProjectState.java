package org.dawen.pool;

import java.math.BigDecimal;

/** A project at the end of the ledger; masses in 0.0001 t. */
public record ProjectState(
    String project,
    String county,
    String pollutant,
    long need,
    BigDecimal multiplier,
    long required,
    long drawn,
    long returned,
    long stillMissing,
    String drawnFrom) {}
