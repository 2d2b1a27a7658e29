package org.dawen.standard;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Digits behind the point of an item, {@code standards/water_decimals.csv}.
 *
 * @param purposes for which statistics
 * @param items for which items
 */
public record WaterDecimals(
    Set<WaterPurpose> purposes, Set<WaterItem> items, int decimals, Provision provision)
    implements Dated, Serializable {
  /** The table, below {@code standards/}. */
  public static final String FILE = "water_decimals.csv";

  static final List<WaterDecimals> ALL =
      StandardTable.read(
          FILE,
          row ->
              new WaterDecimals(
                  row.words("purposes", WaterPurpose.class),
                  row.words("items", WaterItem.class),
                  row.integer("decimals"),
                  row.provision()),
          "purposes",
          "items");

  /** The row in force; null: the item is not rounded. */
  public static WaterDecimals inForce(WaterPurpose purpose, WaterItem item, LocalDate dataDay) {
    return Dated.inForce(ALL, dataDay, d -> d.purposes.contains(purpose) && d.items.contains(item))
        .orElse(null);
  }

  /** The value as it is shown and, where the regime rounds, judged. */
  public BigDecimal rounded(BigDecimal value) {
    return Rounding.halfEvenKeepingOneDigit(value, decimals);
  }
}
