package org.dawen.standard;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** What the state of a section and of an area is called, 环办〔2011〕22号. */
public final class WaterStates {
  /** The tables, below {@code standards/}. */
  public static final String CLASSES_FILE = "water_states.csv";

  public static final String BANDS_FILE = "water_bands.csv";

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private record OfClass(WaterClass waterClass, String state, Provision provision) {}

  /**
   * A band of shares, in percent.
   *
   * @param goodFrom least share of sections of class Ⅰ to Ⅲ; null: none
   * @param goodBelow the share is below this; null: no end
   * @param worseFrom least share of sections worse than class Ⅴ; null: none
   * @param worseBelow the share is below this; null: no end
   * @param minimumSections with fewer sections shares say nothing
   */
  public record Band(
      String name,
      BigDecimal goodFrom,
      BigDecimal goodBelow,
      BigDecimal worseFrom,
      BigDecimal worseBelow,
      int minimumSections,
      Provision provision)
      implements Serializable {

    private boolean contains(BigDecimal good, BigDecimal worse) {
      return isWithin(good, goodFrom, goodBelow) && isWithin(worse, worseFrom, worseBelow);
    }

    private static boolean isWithin(BigDecimal share, BigDecimal from, BigDecimal below) {
      return (from == null || share.compareTo(from) >= 0)
          && (below == null || share.compareTo(below) < 0);
    }
  }

  private WaterStates() {}

  /**
   * The state of a section.
   *
   * @param waterClass null gives null
   */
  public static String of(WaterClass waterClass, LocalDate dataDay) {
    return Loaded.CLASSES.stream()
        .filter(c -> c.waterClass == waterClass && c.provision.isInForce(dataDay))
        .map(OfClass::state)
        .findFirst()
        .orElse(null);
  }

  /**
   * A share in percent, unrounded to ten decimals: shares are compared so, and rounded to be shown.
   *
   * @return null without sections
   */
  public static BigDecimal share(int sections, int of) {
    return of == 0
        ? null
        : BigDecimal.valueOf(sections)
            .multiply(HUNDRED)
            .divide(BigDecimal.valueOf(of), 10, RoundingMode.HALF_EVEN);
  }

  /**
   * The band of an area by the shares of its sections.
   *
   * @return null if there are too few sections; then their mean concentrations are judged
   */
  public static Band band(int goodSections, int worseSections, int sections, LocalDate dataDay) {
    BigDecimal good = share(goodSections, sections);
    BigDecimal worse = share(worseSections, sections);
    return Loaded.BANDS.stream()
        .filter(b -> b.provision.isInForce(dataDay))
        .filter(b -> sections > 0 && sections >= b.minimumSections)
        .filter(b -> b.contains(good, worse))
        .findFirst()
        .orElse(null);
  }

  /** How well the bands are known. */
  public static Confidence confidenceOfBands(LocalDate dataDay) {
    return provisionsOfBands(dataDay)
        .map(Provision::confidence)
        .reduce(Confidence.VERIFIED, Confidence::lesser);
  }

  /** The provisions of the bands in force. */
  static Stream<Provision> provisionsOfBands(LocalDate dataDay) {
    return Loaded.BANDS.stream().map(Band::provision).filter(p -> p.isInForce(dataDay));
  }

  /** Reads the tables on first use. */
  private static final class Loaded {
    static final List<OfClass> CLASSES =
        StandardTable.read(CLASSES_FILE).requireDisjointPeriods("class").rows().stream()
            .map(
                row ->
                    new OfClass(
                        WaterClass.values()[row.integer("class") - 1],
                        row.text("state"),
                        row.provision()))
            .toList();
    static final List<Band> BANDS =
        StandardTable.read(BANDS_FILE).requireDisjointPeriods("band").rows().stream()
            .map(
                row ->
                    new Band(
                        row.text("band"),
                        row.optionalDecimal("good_from"),
                        row.optionalDecimal("good_below"),
                        row.optionalDecimal("worse_from"),
                        row.optionalDecimal("worse_below"),
                        row.integer("minimum_sections"),
                        row.provision()))
            .toList();
  }
}
