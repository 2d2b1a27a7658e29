package org.dawen.registry;

import java.time.LocalDate;
import org.dawen.lake.Nullable;

/**
 * A work order that follows a lead, from {@code registry.work_order}.
 *
 * @param dueDay null: none is named
 * @param closedDay null: it is open
 */
public record WorkOrder(
    String leadId,
    LocalDate openedDay,
    @Nullable LocalDate dueDay,
    @Nullable LocalDate closedDay,
    @Nullable String result) {}
