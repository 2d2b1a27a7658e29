package org.dawen.standard;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Names, codes and units of the items of surface water, {@code standards/water_items.csv}. */
public final class WaterItems {
  /** The table, below {@code standards/}. */
  public static final String FILE = "water_items.csv";

  private WaterItems() {}

  /**
   * The item behind a name of whatever kind: label, Chinese name, factor code of HJ 212; capitals
   * and small letters, wide and narrow brackets alike.
   *
   * @return null: no item is called so
   */
  public static WaterItem named(String written) {
    WaterItem asKept = Loaded.BY_NAME.get(written);
    return asKept == null ? Loaded.BY_NAME.get(plain(written)) : asKept;
  }

  /** Small letters, narrow brackets and no blanks. */
  static String plain(String written) {
    return written
        .toLowerCase(Locale.ROOT)
        .replace('（', '(')
        .replace('）', ')')
        .replaceAll("\\s", "");
  }

  /** Unit of its values: mg/L, pH, degC, uS/cm, NTU, m, or /L for coliforms and algae. */
  public static String unit(WaterItem item) {
    return Loaded.UNITS.get(item);
  }

  /** Reads the table on first use. */
  private static final class Loaded {
    static final Map<String, WaterItem> BY_NAME = new HashMap<>();
    static final Map<WaterItem, String> UNITS = new EnumMap<>(WaterItem.class);

    static {
      for (StandardRow row : StandardTable.read(FILE).requireDisjointPeriods("item").rows()) {
        WaterItem item = row.word("item", WaterItem::valueOf);
        UNITS.put(item, row.text("unit"));
        for (String column : new String[] {"item", "label", "factor_code"}) {
          add(row, row.optionalText(column), item);
        }
        row.texts("name_zh").forEach(name -> add(row, name, item));
      }
    }

    private static void add(StandardRow row, String name, WaterItem item) {
      WaterItem other = name.isEmpty() ? null : BY_NAME.putIfAbsent(plain(name), item);
      if (other != null && other != item) {
        throw new StandardTableException(
            "%s: '%s' names %s already. Give each name once.".formatted(row.where(), name, other));
      }
    }
  }
}
