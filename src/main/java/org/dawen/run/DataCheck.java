package org.dawen.run;

import java.time.LocalDate;
import org.dawen.lake.Day;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/** A check that did not hold on a day. */
@OfTable(
    name = "ops.data_check",
    grain = "One row per table, check and day that did not hold; no row means it held.",
    sources = {"the tables named"})
public record DataCheck(
    @Key String tableName,
    @Key String checkName,
    @Key @Day LocalDate dataDay,
    @Nullable Long offenderCount,
    @Nullable String sample) {}
