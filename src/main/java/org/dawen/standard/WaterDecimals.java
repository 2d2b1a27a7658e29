package org.dawen.standard;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Digits behind the point of an item, {@code standards/water_decimals.csv}.
 *
 * @param purposes for which statistics
 * @param items for which items
 */
public record WaterDecimals(
    Set<WaterPurpose> purposes, Set<WaterItem> items, int decimals, Provision provision)
    implements Serializable {
  /** The table, below {@code standards/}. */
  public static final String FILE = "water_decimals.csv";

  /** The row in force; null: the item is not rounded. */
  public static WaterDecimals inForce(WaterPurpose purpose, WaterItem item, LocalDate dataDay) {
    for (WaterDecimals row : Loaded.ALL) {
      if (row.purposes.contains(purpose)
          && row.items.contains(item)
          && row.provision.isInForce(dataDay)) {
        return row;
      }
    }
    return null;
  }

  /** The value as it is shown and, where the regime rounds, judged. */
  public BigDecimal rounded(BigDecimal value) {
    return Rounding.halfEvenKeepingOneDigit(value, decimals);
  }

  /** Reads the table on first use. */
  static final class Loaded {
    static final List<WaterDecimals> ALL =
        StandardTable.read(FILE).requireDisjointPeriods("purposes", "items").rows().stream()
            .map(
                row ->
                    new WaterDecimals(
                        row.texts("purposes").stream()
                            .map(WaterPurpose::ofWord)
                            .collect(Collectors.toUnmodifiableSet()),
                        row.texts("items").stream()
                            .map(WaterItem::valueOf)
                            .collect(Collectors.toUnmodifiableSet()),
                        row.integer("decimals"),
                        row.provision()))
            .toList();

    private Loaded() {}
  }
}
