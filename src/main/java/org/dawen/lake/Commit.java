package org.dawen.lake;

/**
 * One commit of a table as its log tells it.
 *
 * @param version the Delta version
 * @param changesData false for pure housekeeping such as compaction
 * @param days the days it touched, or null if the commit does not say (a foreign writer)
 * @param job who wrote it, empty if unknown
 */
public record Commit(long version, boolean changesData, DaySet days, String job) {}
