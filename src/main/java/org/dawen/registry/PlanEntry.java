package org.dawen.registry;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/**
 * What a department reported of a number of the plan that no table tells, from {@code
 * registry.plan_entry}.
 *
 * @param entryDay the day the value is of
 * @param enteredValue the value as it stood on that day, counted from the beginning of the plan or,
 *     of a number judged each quarter or month, of that quarter or month
 * @param documentNo the document that proves it
 */
@OfTable(
    name = "registry.plan_entry",
    grain = "One row per number of the work plan and day of which a department reported it.",
    withoutDay = "an entry counts from entry_day on",
    sources = "landing/registry/plan_entries.csv")
public record PlanEntry(
    @Key String targetId,
    @Key LocalDate entryDay,
    @Digits(value = 18, scale = 4) BigDecimal enteredValue,
    String documentNo,
    @Nullable String reporter,
    String fileId,
    long recordNo) {}
