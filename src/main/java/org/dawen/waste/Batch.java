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
 * A batch of waste from its first move to its last.
 *
 * @param firstInOn null: it never came in
 * @param emptiedOn day on which the last of it went; null: some is in store, or none ever was
 * @param storedSince day since which some of it has been in store, of what is empty had been before
 *     it was emptied; null: it never was
 * @param keepUntil last day on which it may be in store; null: it never was
 * @param force whether that day binds the unit; null: it never was
 */
@OfTable(
    name = "waste.batch",
    grain = "One row per unit, kind of waste and batch; the day is that of its first move.",
    layout = Layout.BY_YEAR,
    sources = {"received.waste_move", "registry.waste_unit"})
public record Batch(
    @Key String unitCode,
    @Key String wasteCode,
    @Key String batchNo,
    @Day LocalDate dataDay,
    @Nullable String countyCode,
    @Nullable LocalDate firstInOn,
    @Nullable LocalDate lastOutOn,
    @Nullable LocalDate emptiedOn,
    @Nullable LocalDate storedSince,
    @Nullable LocalDate keepUntil,
    @Nullable Finding.Force force,
    @Digits(value = 18, scale = 6) BigDecimal inT,
    @Digits(value = 18, scale = 6) BigDecimal outT,
    @Digits(value = 18, scale = 6) BigDecimal unbackedOutT,
    @Digits(value = 18, scale = 6) BigDecimal stockT,
    String fileId,
    long recordNo) {

  static void constraints(Components of) {
    of.holds("stock_adds_up", Constraint.addsUp(of.all("stockT"), of.all("inT"), of.all("outT")));
    of.holds(
        "never_below_zero",
        Constraint.neverNegative(of.all("inT", "outT", "unbackedOutT", "stockT")));
  }
}
