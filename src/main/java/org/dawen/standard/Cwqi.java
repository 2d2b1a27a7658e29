package org.dawen.standard;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The index of surface water by which cities are ranked (城市水质指数 CWQI, 环办监测〔2017〕51号): the sum over
 * 21 items of C/S with the limit of class Ⅲ; oxygen S/C, pH by its distance from 7. The smaller the
 * better.
 *
 * @param exact unrounded; comparable only with an index of the same items
 * @param itemIndices the summands
 * @param missing items without a value, which are left out of the sum
 */
public record Cwqi(Fraction exact, Map<WaterItem, Fraction> itemIndices, List<WaterItem> missing)
    implements Serializable {
  /** The table, below {@code standards/}. */
  public static final String FILE = "water_index.csv";

  private static final int PUBLISHED_DECIMALS = 4;
  private static final int UNROUNDED_DECIMALS = 10;
  private static final int PERCENT_DECIMALS = 2;
  private static final BigDecimal SEVEN = BigDecimal.valueOf(7);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** How an item enters the index. */
  enum Form {
    RATIO,
    INVERSE,
    PH,
    CITY_WEIGHTED_BY_SECTIONS
  }

  /** A row of the table. */
  private record Term(WaterItem item, Form form, WaterClass limitClass, Provision provision) {}

  /**
   * The index of a water body.
   *
   * @param means exact mean of each item; items without a mean are left out
   * @return null if no item has one
   */
  public static Cwqi of(Map<WaterItem, Fraction> means, BodyKind body, LocalDate dataDay) {
    Map<WaterItem, Fraction> indices = new EnumMap<>(WaterItem.class);
    List<WaterItem> missing = new ArrayList<>();
    Fraction sum = Fraction.ZERO;
    for (Term term : Loaded.TERMS) {
      if (!term.provision.isInForce(dataDay)) {
        continue;
      }
      Fraction index = itemIndex(term, means.get(term.item), body, dataDay);
      if (index == null) {
        missing.add(term.item);
      } else {
        indices.put(term.item, index);
        sum = sum.plus(index);
      }
    }
    return indices.isEmpty()
        ? null
        : new Cwqi(sum, Collections.unmodifiableMap(indices), List.copyOf(missing));
  }

  /** Null without a mean, and where oxygen is 0, for which the index has no value. */
  private static Fraction itemIndex(Term term, Fraction mean, BodyKind body, LocalDate dataDay) {
    if (mean == null) {
      return null;
    }
    return switch (term.form) {
      case PH -> acidity(mean);
      case INVERSE ->
          mean.numerator().signum() <= 0
              ? null
              : mean.inverse().times(limit(term, body, dataDay).least());
      default -> mean.dividedBy(limit(term, body, dataDay).most());
    };
  }

  /** 7 − pH up to 7, beyond it (pH − 7)/2: the limits 6 and 9 have the index 1. */
  private static Fraction acidity(Fraction mean) {
    Fraction above = mean.plus(Fraction.of(SEVEN.negate()));
    return above.numerator().signum() <= 0
        ? above.times(BigDecimal.ONE.negate())
        : above.dividedBy(BigDecimal.valueOf(2));
  }

  private static WaterLimit.Range limit(Term term, BodyKind body, LocalDate dataDay) {
    return WaterLimit.inForce(term.item, body, dataDay)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No limit of %s is in force on %s. See standards/%s."
                        .formatted(term.item, dataDay, WaterLimit.FILE)))
        .range(term.limitClass);
  }

  /**
   * The index of a city: that of its rivers and that of its lakes, each by its mean concentrations,
   * weighted by the numbers of sections. The weights are recalled without certainty.
   *
   * @param rivers null: no river has a value
   * @param lakes null: no lake has a value
   * @return null without both
   */
  public static Fraction ofCity(Cwqi rivers, int riverSections, Cwqi lakes, int lakeSections) {
    int sections = (rivers == null ? 0 : riverSections) + (lakes == null ? 0 : lakeSections);
    if (sections == 0) {
      return null;
    }
    return weighted(rivers, riverSections)
        .plus(weighted(lakes, lakeSections))
        .dividedBy(BigDecimal.valueOf(sections));
  }

  private static Fraction weighted(Cwqi index, int sections) {
    return index == null ? Fraction.ZERO : index.exact.times(BigDecimal.valueOf(sections));
  }

  /** How well the weights of {@link #ofCity} are known. */
  public static Confidence confidenceOfCity(LocalDate dataDay) {
    return provisionsOfCity(dataDay)
        .findFirst()
        .map(Provision::confidence)
        .orElse(Confidence.UNSURE);
  }

  /** The provision of the weights in force, if there is one. */
  static Stream<Provision> provisionsOfCity(LocalDate dataDay) {
    return Loaded.CITY_WEIGHTS.stream().filter(p -> p.isInForce(dataDay));
  }

  /** As published, four decimals. */
  public static BigDecimal published(Fraction index) {
    return index == null ? null : index.atDecimals(PUBLISHED_DECIMALS);
  }

  /** Ten decimals, for comparisons. */
  public static BigDecimal unrounded(Fraction index) {
    return index == null ? null : index.atDecimals(UNROUNDED_DECIMALS);
  }

  /**
   * The change against an earlier period (ΔCWQI) in percent, two decimals; negative is better.
   *
   * @param earlier null gives null, as does 0
   */
  public static BigDecimal changePercent(BigDecimal now, BigDecimal earlier) {
    return now == null || earlier == null || earlier.signum() == 0
        ? null
        : now.subtract(earlier)
            .multiply(HUNDRED)
            .divide(earlier, PERCENT_DECIMALS, RoundingMode.HALF_EVEN);
  }

  /** Reads the table on first use. */
  private static final class Loaded {
    static final List<Term> TERMS = new ArrayList<>();
    static final List<Provision> CITY_WEIGHTS = new ArrayList<>();

    static {
      for (StandardRow row : StandardTable.read(FILE).requireDisjointPeriods("items").rows()) {
        Form form = row.word("form", w -> Form.valueOf(w.toUpperCase(Locale.ROOT)));
        if (form == Form.CITY_WEIGHTED_BY_SECTIONS) {
          CITY_WEIGHTS.add(row.provision());
          continue;
        }
        WaterClass limitClass = WaterClass.values()[row.integer("limit_class") - 1];
        for (String item : row.texts("items")) {
          TERMS.add(new Term(WaterItem.valueOf(item), form, limitClass, row.provision()));
        }
      }
      TERMS.sort(Comparator.comparing(Term::item));
    }
  }
}
