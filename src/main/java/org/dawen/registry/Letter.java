package org.dawen.registry;

import java.time.LocalDate;
import org.dawen.lake.Day;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/**
 * A letter or call of a resident (信访件), from {@code registry.letter}.
 *
 * @param closedOn null: it has never been closed
 * @param reopenedOn on or after the closing; null: never
 * @param closedAgainOn on or after the reopening; null: not yet, or never reopened
 * @param dueOn last day on which it may be open; null: none is named
 * @param batch what it came with, such as a round of central inspection; null: none
 */
@OfTable(
    name = "registry.letter",
    grain = "One row per letter or call of a resident (信访件).",
    sources = "landing/registry/letters.csv")
public record Letter(
    @Key String letterCode,
    @Day LocalDate receivedOn,
    @Nullable LocalDate closedOn,
    @Nullable LocalDate reopenedOn,
    @Nullable LocalDate closedAgainOn,
    @Nullable LocalDate dueOn,
    @Nullable String countyCode,
    @Nullable String batch,
    String fileId,
    long recordNo) {}
