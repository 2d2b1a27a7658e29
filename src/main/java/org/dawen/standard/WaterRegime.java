package org.dawen.standard;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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
    implements Serializable {
  /** The table, below {@code standards/}. */
  public static final String FILE = "water_judging.csv";

  /**
   * The regime in force on a data day.
   *
   * @throws IllegalArgumentException if none is
   */
  public static WaterRegime inForce(WaterPurpose purpose, LocalDate dataDay) {
    return Loaded.ALL.stream()
        .filter(r -> r.purpose == purpose && r.provision.isInForce(dataDay))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No rule judges surface water by %s on %s. See standards/%s."
                        .formatted(purpose, dataDay, FILE)));
  }

  private static WaterRegime regime(StandardRow row) {
    return new WaterRegime(
        row.word("purpose", WaterPurpose::ofWord),
        Collections.unmodifiableSet(
            row.texts("items").stream()
                .map(WaterItem::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(WaterItem.class)))),
        isFirst(row, "rounding", "half_even", "none"),
        isFirst(row, "completeness", "all", "any"),
        row.provision());
  }

  private static boolean isFirst(StandardRow row, String column, String first, String second) {
    String word = row.text(column);
    if (!word.equals(first) && !word.equals(second)) {
      throw new StandardTableException(
          "%s: %s is '%s'. Write %s or %s.".formatted(row.where(), column, word, first, second));
    }
    return word.equals(first);
  }

  /** Reads the table on first use. */
  private static final class Loaded {
    static final List<WaterRegime> ALL =
        StandardTable.read(FILE).requireDisjointPeriods("purpose").rows().stream()
            .map(WaterRegime::regime)
            .toList();
  }
}
