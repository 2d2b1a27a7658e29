package org.dawen.standard;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The limits of one item of ground water by class, GB/T 14848-2017 table 1. A value on a limit
 * meets it; of classes with equal limits the better one counts (6.2).
 *
 * @param ranges what each class from Ⅰ to Ⅳ allows; class Ⅴ allows all
 * @param isFirstNotDetected class Ⅰ asks that the item is not detected
 */
public record GroundLimit(
    GroundItem item,
    List<WaterLimit.Range> ranges,
    boolean isFirstNotDetected,
    String unit,
    Provision provision)
    implements Dated, Serializable {
  /** The table, below {@code standards/}. */
  public static final String FILE = "ground_limits.csv";

  private static final int CLASSES = 4;
  private static final String NOT_DETECTED = "not_detected";

  /** Reads the table on first use. */
  private static final class Loaded {
    static final List<GroundLimit> ALL = StandardTable.read(FILE, GroundLimit::limit, "item");
    static final Map<String, GroundItem> BY_NAME = new HashMap<>();
    static final Map<GroundItem, String> UNITS = new EnumMap<>(GroundItem.class);

    static {
      for (StandardRow row : StandardTable.read(FILE).rows()) {
        GroundItem item = row.word("item", GroundItem::valueOf);
        UNITS.put(item, row.text("unit"));
        add(row, item.name(), item);
        add(row, item.label(), item);
        add(row, row.optionalText("factor_code"), item);
        row.texts("name_zh").forEach(name -> add(row, name, item));
      }
    }

    private static void add(StandardRow row, String name, GroundItem item) {
      GroundItem other = name.isEmpty() ? null : BY_NAME.putIfAbsent(WaterItems.plain(name), item);
      if (other != null && other != item) {
        throw new StandardTableException(
            "%s: '%s' names %s already. Give each name once.".formatted(row.where(), name, other));
      }
    }
  }

  /**
   * The item behind its label, Chinese name or factor code, in whatever case.
   *
   * @return null: no item is called so
   */
  public static GroundItem named(String written) {
    return Loaded.BY_NAME.get(WaterItems.plain(written));
  }

  /** Unit of the values of an item. */
  public static String unit(GroundItem item) {
    return Loaded.UNITS.get(item);
  }

  /** The limits in force on a data day; null: none are. */
  public static GroundLimit inForce(GroundItem item, LocalDate dataDay) {
    return Dated.inForce(Loaded.ALL, dataDay, l -> l.item == item).orElse(null);
  }

  private static GroundLimit limit(StandardRow row) {
    boolean isBetween = row.isFirst("relation", "between", "at_most");
    return new GroundLimit(
        row.word("item", GroundItem::valueOf),
        IntStream.rangeClosed(1, CLASSES)
            .mapToObj(c -> row.word("class_" + c, text -> range(text, isBetween)))
            .toList(),
        row.text("class_1").equals(NOT_DETECTED),
        row.text("unit"),
        row.provision());
  }

  /** Null: no value meets the class, since it asks that nothing is detected. */
  private static WaterLimit.Range range(String text, boolean isBetween) {
    if (text.equals(NOT_DETECTED)) {
      return null;
    }
    if (text.equals("any")) {
      return new WaterLimit.Range(null, null);
    }
    int cut = text.indexOf('~');
    return isBetween
        ? new WaterLimit.Range(
            new BigDecimal(text.substring(0, cut)), new BigDecimal(text.substring(cut + 1)))
        : new WaterLimit.Range(null, new BigDecimal(text));
  }

  /** The best class a value that was detected meets. */
  public GroundClass classOf(BigDecimal value) {
    for (int i = 0; i < ranges.size(); i++) {
      if (ranges.get(i) != null && ranges.get(i).contains(value)) {
        return GroundClass.values()[i];
      }
    }
    return GroundClass.V;
  }

  /**
   * The class up to which a value below a limit of detection is known: it is of this one or of a
   * better one. Of an item that may be too low, as pH, a limit of detection proves nothing.
   */
  public GroundClass classBelow(BigDecimal limitOfDetection) {
    if (ranges.get(CLASSES - 1).least() != null) {
      return GroundClass.V;
    }
    return isFirstNotDetected ? GroundClass.I : classOf(limitOfDetection);
  }
}
