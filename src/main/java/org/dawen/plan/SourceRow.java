package org.dawen.plan;

import java.time.LocalDate;
import java.util.List;

/**
 * A row of a table that numbers of the plan may be taken from.
 *
 * @param countsFrom the first day whose progress may rest on it
 * @param values its cells, in the order of {@link Selectable#columns}
 */
record SourceRow(LocalDate countsFrom, List<Object> values) {}
