package org.dawen.noise;

import java.math.BigDecimal;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;

/**
 * Levels of an hour, null where none is told.
 *
 * @param leqDb equivalent level
 * @param lmaxDb largest level: measured, or the largest of the minutes' means
 */
record Levels(
    @Nullable @Digits(value = 14, scale = 10) BigDecimal leqDb,
    @Nullable @Digits(value = 14, scale = 10) BigDecimal l10Db,
    @Nullable @Digits(value = 14, scale = 10) BigDecimal l50Db,
    @Nullable @Digits(value = 14, scale = 10) BigDecimal l90Db,
    @Nullable @Digits(value = 14, scale = 10) BigDecimal lmaxDb,
    @Nullable @Digits(value = 14, scale = 10) BigDecimal lminDb) {}
