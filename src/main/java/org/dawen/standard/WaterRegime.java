package org.dawen.standard;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * How a kind of statistic is judged on a data day, {@code standards/water_judging.csv}.
 *
 * @param items what counts, in the order of {@link WaterItem}; other items have a class of their
 *     own, but no say in the worst
 * @param isRounded whether values are rounded (GB/T 8170) before they are judged
 * @param needsAll whether there is no class while an item that counts is missing
 */
public record WaterRegime(
    WaterPurpose purpose,
    Set<WaterItem> items,
    boolean isRounded,
    boolean needsAll,
    Provision provision)
    implements Dated, Serializable {
  /** The table, below {@code standards/}. */
  public static final String FILE = "water_judging.csv";

  private static final List<WaterRegime> ALL =
      StandardTable.read(FILE, WaterRegime::regime, "purpose");

  /**
   * The regime in force on a data day.
   *
   * @throws IllegalArgumentException if none is
   */
  public static WaterRegime inForce(WaterPurpose purpose, LocalDate dataDay) {
    return Dated.inForce(ALL, dataDay, r -> r.purpose == purpose)
        .orElseThrow(() -> Dated.none("rule for surface water by " + purpose, dataDay, FILE));
  }

  private static WaterRegime regime(StandardRow row) {
    return new WaterRegime(
        row.word("purpose", WaterPurpose::ofWord),
        row.words("items", WaterItem.class),
        row.isFirst("rounding", "half_even", "none"),
        row.isFirst("completeness", "all", "any"),
        row.provision());
  }
}
