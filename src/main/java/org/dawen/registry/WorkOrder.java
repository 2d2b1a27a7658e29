package org.dawen.registry;

import java.time.LocalDate;
import org.dawen.lake.Key;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/**
 * A work order that follows a lead, from {@code registry.work_order}.
 *
 * @param dueDay null: none is named
 * @param closedDay null: it is open
 */
@OfTable(
    name = "registry.work_order",
    grain = "One row per work order that follows a lead.",
    withoutDay = "a work order may concern any day",
    sources = "landing/registry/work_orders.csv")
public record WorkOrder(
    @Key String leadId,
    LocalDate openedDay,
    @Nullable LocalDate dueDay,
    @Nullable LocalDate closedDay,
    @Nullable String result,
    String fileId,
    long recordNo) {}
