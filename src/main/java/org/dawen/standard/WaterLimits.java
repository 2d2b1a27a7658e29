package org.dawen.standard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The limits of surface water, {@code standards/water_limits.csv}. */
public final class WaterLimits {
  /** The table, below {@code standards/}. */
  public static final String FILE = "water_limits.csv";

  private static final int CLASSES = 5;

  private WaterLimits() {}

  /**
   * The limits of an item in force on a data day.
   *
   * @return empty if the item has none in such a water body: conductivity, total nitrogen of rivers
   */
  public static Optional<WaterLimit> inForce(WaterItem item, BodyKind body, LocalDate dataDay) {
    return Loaded.ALL.stream()
        .filter(limit -> limit.item() == item)
        .filter(limit -> limit.body() == null || limit.body() == body)
        .filter(limit -> limit.provision().isInForce(dataDay))
        .findFirst();
  }

  private static WaterLimit limit(StandardRow row) {
    String relation = row.text("relation");
    List<WaterLimit.Range> ranges =
        IntStream.rangeClosed(1, CLASSES)
            .mapToObj(c -> range(row, relation, row.text("class_" + c)))
            .toList();
    return new WaterLimit(
        row.word("item", WaterItem::valueOf),
        row.optionalText("body").isEmpty() ? null : row.word("body", BodyKind::ofWord),
        ranges,
        row.text("unit"),
        row.provision());
  }

  private static WaterLimit.Range range(StandardRow row, String relation, String text) {
    try {
      return switch (relation) {
        case "at_most" -> new WaterLimit.Range(null, new BigDecimal(text));
        case "at_least" -> new WaterLimit.Range(new BigDecimal(text), null);
        case "between" -> {
          String[] ends = text.split("~", 2);
          yield new WaterLimit.Range(new BigDecimal(ends[0]), new BigDecimal(ends[1]));
        }
        default -> throw new IllegalArgumentException(relation);
      };
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new StandardTableException(
          row.where() + ": '" + relation + "' with '" + text + "' is no limit.", e);
    }
  }

  /** Reads the table on first use. */
  static final class Loaded {
    static final List<WaterLimit> ALL =
        StandardTable.read(FILE).requireDisjointPeriods("item", "body").rows().stream()
            .map(WaterLimits::limit)
            .toList();

    private Loaded() {}
  }
}
