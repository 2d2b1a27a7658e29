package org.dawen.registry;

/**
 * A closed month of the indicator pool, from {@code registry.pool_closing}.
 *
 * @param month as written, such as 2024-03
 * @param lastEntryNo the last entry that still counts in it
 */
public record PoolClosing(String month, long lastEntryNo, String fileId, long recordNo) {}
