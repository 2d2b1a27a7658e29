package org.dawen.registry;

import org.dawen.lake.Nullable;

/**
 * Where the value of a number of the plan is computed: a selection from a closed list of tables and
 * of ways to sum them up, not a formula. All null: no table tells it.
 *
 * @param sourceTable the table
 * @param sourceFilter conditions {@code column=value} joined by {@code ;}, several values of one
 *     column by {@code |}; null: all rows
 * @param sourceColumn the column; null: rows are counted
 * @param sourceOfColumn the second column of a share; null: none
 * @param sourceAggregate how several rows become one value
 */
public record PlanSource(
    @Nullable String sourceTable,
    @Nullable String sourceFilter,
    @Nullable String sourceColumn,
    @Nullable String sourceOfColumn,
    @Nullable PlanWords.Aggregate sourceAggregate) {}
