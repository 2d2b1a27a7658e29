package org.dawen.standard;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Numbers that measure nothing: codes that devices send for "no value", and what no instrument can
 * give. The numbers are ours ({@code impossible_values.csv}, confidence P) and hold on all days.
 *
 * <p>Of each kind of bound the row that names the item holds, else that of its unit, else that of
 * every item of the medium.
 */
public final class ImpossibleValues {
  /** The table, below {@code standards/}. */
  public static final String FILE = "impossible_values.csv";

  private static final String EVERY_ITEM = "*";
  private static final String EVERY_UNIT = "any";

  /** What a number was sent by; items of one name differ between them. */
  public enum Medium {
    /** Stations of ambient air; items are pollutants and {@code AQI}. */
    AIR,
    /** Packets of HJ 212; items are factor codes of 2017. */
    PACKET,
    /** Surface water; items are those of {@link WaterItem}. */
    WATER,
    /** Levels of noise, and the wind and rain of their hours; items are level, wind, rain. */
    NOISE,
    /** Ground water; items are those of {@link GroundItem}. */
    GROUND,
    /** Electricity meters; items are energy, register, power, current, voltage. */
    METER
  }

  enum Kind {
    CODE,
    CEILING,
    FLOOR
  }

  record Key(Medium medium, Kind kind, String item, String unit) {}

  private static final Map<Key, StandardRow> ROWS = rows(StandardTable.read(FILE));

  private ImpossibleValues() {}

  /**
   * The bounds of an item.
   *
   * @param item null: a number of which nothing is known but its medium
   * @param unit as in the tables of standards; null: not known
   */
  public static Bounds of(Medium medium, String item, String unit) {
    StandardRow codes = row(medium, Kind.CODE, item, unit);
    StandardRow floor = row(medium, Kind.FLOOR, item, unit);
    StandardRow ceiling = row(medium, Kind.CEILING, item, unit);
    return new Bounds(
        codes == null ? List.of() : codes.texts("values").stream().map(BigDecimal::new).toList(),
        floor == null ? null : floor.decimal("values"),
        ceiling == null ? null : ceiling.decimal("values"));
  }

  private static StandardRow row(Medium medium, Kind kind, String item, String unit) {
    StandardRow named = ROWS.get(new Key(medium, kind, item, EVERY_UNIT));
    if (named != null) {
      return named;
    }
    StandardRow ofUnit = ROWS.get(new Key(medium, kind, EVERY_ITEM, unit));
    return ofUnit != null ? ofUnit : ROWS.get(new Key(medium, kind, EVERY_ITEM, EVERY_UNIT));
  }

  /** Which numbers of one item are impossible. A code counts with either sign. */
  public static final class Bounds {
    private static final int SCALE = 8;

    /** With as many decimals as {@link #SCALE} it fits into a long. */
    private static final int USUAL_DIGITS = 10;

    private final List<BigDecimal> codes;
    private final BigDecimal floor;
    private final BigDecimal ceiling;
    private final long[] codesE8;
    private final long leastCodeE8;
    private final long floorE8;
    private final long ceilingE8;

    private Bounds(List<BigDecimal> codes, BigDecimal floor, BigDecimal ceiling) {
      this.codes = codes;
      this.floor = floor;
      this.ceiling = ceiling;
      this.codesE8 = codes.stream().mapToLong(Bounds::unscaled).sorted().toArray();
      this.leastCodeE8 = codesE8.length == 0 ? Long.MAX_VALUE : codesE8[0];
      this.floorE8 = floor == null ? Long.MIN_VALUE : unscaled(floor);
      this.ceilingE8 = ceiling == null ? Long.MAX_VALUE : unscaled(ceiling);
    }

    private static long unscaled(BigDecimal number) {
      return number.movePointRight(SCALE).longValueExact();
    }

    /** True if the number, given times 10^8, measures nothing. */
    public boolean exclude(long numberE8) {
      return numberE8 > ceilingE8 || numberE8 < floorE8 || isCode(numberE8);
    }

    private boolean isCode(long numberE8) {
      long size = Math.abs(numberE8);
      return size >= leastCodeE8 && Arrays.binarySearch(codesE8, size) >= 0;
    }

    /** True if the number measures nothing; it may be of any size. */
    public boolean exclude(BigDecimal number) {
      boolean isUsual =
          number.scale() >= 0 && number.scale() <= SCALE && number.precision() <= USUAL_DIGITS;
      return isUsual
          ? exclude(number.movePointRight(SCALE).longValueExact())
          : isBeyond(number) || isCode(number);
    }

    /** True if the number is more or less than can be measured; codes are not looked for. */
    public boolean isBeyond(BigDecimal number) {
      return isAbove(number) || isBelow(number);
    }

    private boolean isAbove(BigDecimal number) {
      return ceiling != null && number.compareTo(ceiling) > 0;
    }

    private boolean isBelow(BigDecimal number) {
      return floor != null && number.compareTo(floor) < 0;
    }

    private boolean isCode(BigDecimal number) {
      BigDecimal size = number.abs();
      for (BigDecimal code : codes) {
        if (code.compareTo(size) == 0) {
          return true;
        }
      }
      return false;
    }

    /** Why a number is excluded, as the end of a sentence. */
    public String why(BigDecimal number) {
      if (isCode(number)) {
        return "a code for no value";
      }
      return isAbove(number)
          ? "above %s, the most that can be measured".formatted(ceiling.toPlainString())
          : "below %s, the least that can be measured".formatted(floor.toPlainString());
    }
  }

  /** The rows by what they bound; a row that names items holds whatever unit they come in. */
  static Map<Key, StandardRow> rows(StandardTable table) {
    Map<Key, StandardRow> rows = new HashMap<>();
    for (StandardRow row : table.rows()) {
      Medium medium = row.word("medium", w -> Medium.valueOf(w.toUpperCase(Locale.ROOT)));
      Kind kind = row.word("kind", w -> Kind.valueOf(w.toUpperCase(Locale.ROOT)));
      if (row.provision().validTo() != null) {
        throw new StandardTableException(
            row.where() + ": bounds hold on all days. Leave valid_to empty.");
      }
      for (String item : row.texts("items")) {
        String unit = item.equals(EVERY_ITEM) ? row.text("unit") : EVERY_UNIT;
        StandardRow other = rows.put(new Key(medium, kind, item, unit), row);
        if (other != null) {
          throw new StandardTableException(
              row.where() + " and " + other.where() + " are of one item and kind. Join them.");
        }
      }
    }
    return Map.copyOf(rows);
  }
}
