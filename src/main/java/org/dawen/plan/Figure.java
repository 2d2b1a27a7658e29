package org.dawen.plan;

import java.math.BigDecimal;
import org.dawen.registry.PlanEntry;

/**
 * A value from a source.
 *
 * @param value null: there are rows, but none has a value
 * @param rowCount rows it rests on
 * @param entry the entry it is; null: it is from a table
 */
record Figure(BigDecimal value, int rowCount, boolean isProvisional, PlanEntry entry) {
  static Figure of(PlanEntry entry) {
    return new Figure(entry.enteredValue(), 1, false, entry);
  }
}
