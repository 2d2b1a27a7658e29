package org.dawen.standard;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The limits of one item by class, GB 3838-2002 table 1. A value on a limit meets it; of classes
 * with equal limits the better one counts.
 *
 * @param body null: rivers and lakes alike
 * @param ranges what each class from Ⅰ to Ⅴ allows
 * @param unit pH, mg/L or 1/L
 */
public record WaterLimit(
    WaterItem item, BodyKind body, List<Range> ranges, String unit, Provision provision)
    implements Dated, Serializable {
  /** The table, below {@code standards/}. */
  public static final String FILE = "water_limits.csv";

  private static final int CLASSES = 5;
  private static final int MULTIPLE_DECIMALS = 10;

  static final List<WaterLimit> ALL = StandardTable.read(FILE, WaterLimit::limit, "item", "body");

  /**
   * The values that meet a class; both ends meet it.
   *
   * @param least null: no lower limit
   * @param most null: no upper limit
   */
  public record Range(BigDecimal least, BigDecimal most) implements Serializable {
    /** Whether a value meets the class. */
    public boolean contains(BigDecimal value) {
      return (least == null || value.compareTo(least) >= 0)
          && (most == null || value.compareTo(most) <= 0);
    }
  }

  /**
   * The limits of an item in force on a data day.
   *
   * @return empty if the item has none in such a water body: conductivity, total nitrogen of rivers
   */
  public static Optional<WaterLimit> inForce(WaterItem item, BodyKind body, LocalDate dataDay) {
    return Dated.inForce(ALL, dataDay, l -> l.item == item && (l.body == null || l.body == body));
  }

  private static WaterLimit limit(StandardRow row) {
    String relation = row.text("relation");
    List<Range> ranges =
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

  private static Range range(StandardRow row, String relation, String text) {
    try {
      return switch (relation) {
        case "at_most" -> new Range(null, new BigDecimal(text));
        case "at_least" -> new Range(new BigDecimal(text), null);
        case "between" -> {
          String[] ends = text.split("~", 2);
          yield new Range(new BigDecimal(ends[0]), new BigDecimal(ends[1]));
        }
        default -> throw new IllegalArgumentException(relation);
      };
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new StandardTableException(
          row.where() + ": '" + relation + "' with '" + text + "' is no limit.", e);
    }
  }

  /** What a class allows; worse than Ⅴ allows all and has no range. */
  public Range range(WaterClass waterClass) {
    return ranges.get(waterClass.ordinal());
  }

  /** The best class a value meets. */
  public WaterClass classOf(BigDecimal value) {
    for (int i = 0; i < ranges.size(); i++) {
      if (ranges.get(i).contains(value)) {
        return WaterClass.values()[i];
      }
    }
    return WaterClass.WORSE;
  }

  /**
   * By how many times a value exceeds the limit of a class (超标倍数): (C − S) / S, ten decimals.
   *
   * @return null if it does not exceed it, or if the item has no multiple (pH, oxygen)
   */
  public BigDecimal multiple(BigDecimal value, WaterClass waterClass) {
    BigDecimal most = range(waterClass).most();
    return !item.hasMultiple() || most == null || value.compareTo(most) <= 0
        ? null
        : value.subtract(most).divide(most, MULTIPLE_DECIMALS, RoundingMode.HALF_EVEN);
  }
}
