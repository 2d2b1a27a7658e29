package org.dawen.waste;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dawen.lake.Components;
import org.dawen.lake.Constraint;
import org.dawen.lake.Day;
import org.dawen.lake.Digits;
import org.dawen.lake.Key;
import org.dawen.lake.Layout;
import org.dawen.lake.Nullable;
import org.dawen.lake.OfTable;

/**
 * What a unit had in store of one kind of waste as a day ended. What went out without having come
 * in is counted separately, so that stock is never below zero.
 *
 * @param lastDay last day on which the stock was this; null: no later move is known
 * @param outT of what went out, what was there
 * @param unbackedOutT of what went out, what the ledger had not
 * @param oldestInOn day on which the oldest of what is in store came in; null: the store is empty
 */
@OfTable(
    name = "waste.stock_day",
    grain =
        "One row per unit, kind of waste and day with moves: the stock as the day ends, which holds"
            + " up to last_day.",
    layout = Layout.BY_YEAR,
    sources = {"received.waste_move", "registry.waste_unit"},
    warnings = {"A day without moves has no row: its stock is that of the row before"})
public record StockDay(
    @Key String unitCode,
    @Key String wasteCode,
    @Key @Day LocalDate dataDay,
    @Nullable LocalDate lastDay,
    @Nullable String countyCode,
    @Digits(value = 18, scale = 6) BigDecimal openingT,
    @Digits(value = 18, scale = 6) BigDecimal inT,
    @Digits(value = 18, scale = 6) BigDecimal outT,
    @Digits(value = 18, scale = 6) BigDecimal unbackedOutT,
    @Digits(value = 18, scale = 6) BigDecimal stockT,
    int batchCount,
    @Nullable LocalDate oldestInOn,
    String fileId,
    long recordNo) {

  static void constraints(Components of) {
    of.holds(
        "stock_adds_up",
        Constraint.addsUp(of.all("stockT"), of.all("openingT", "inT"), of.all("outT")));
    of.holds(
        "never_below_zero",
        Constraint.neverNegative(of.all("openingT", "inT", "outT", "unbackedOutT", "stockT")));
  }
}
