package org.dawen.standard;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The composite index of ambient air (环境空气质量综合指数): the weighted sum of C/S over six pollutants; the
 * smaller the better. C is the mean of the period (PM2.5, PM10, SO2, NO2), the 95th percentile of
 * daily means (CO) or the 90th percentile of the daily largest 8-hour means (O3); S the grade 2
 * limit of GB 3095 in force. Ranking rules of 2014 (环办〔2014〕64号) and 2018 (环办监测〔2018〕19号).
 *
 * @param value two decimals, half to even, rounded once from the exact sum
 * @param unrounded ten decimals, for comparisons
 * @param singleIndices weighted C/S of each pollutant, ten decimals
 * @param mainPollutants pollutants with the largest single index, compared exactly
 */
public record CompositeIndex(
    BigDecimal value,
    BigDecimal unrounded,
    Map<AirPollutant, BigDecimal> singleIndices,
    List<AirPollutant> mainPollutants)
    implements Serializable {

  private static final String FILE = "composite_index.csv";
  private static final int DECIMALS = 2;
  private static final int UNROUNDED_DECIMALS = 10;

  /**
   * How one pollutant enters the index.
   *
   * @param pollutant the pollutant
   * @param percentileFraction percentile of the period's daily values, as in 0.95; null = their
   *     mean
   * @param limitPeriod averaging time of the limit that divides it
   * @param limitGrade grade of that limit
   * @param weight factor of C/S
   * @param provision where it comes from and when it holds
   */
  public record Term(
      AirPollutant pollutant,
      BigDecimal percentileFraction,
      AveragingPeriod limitPeriod,
      int limitGrade,
      BigDecimal weight,
      Provision provision)
      implements Dated, Serializable {}

  private static final List<Term> ALL =
      StandardTable.read(
          FILE,
          row ->
              new Term(
                  row.word("pollutant", AirPollutant::valueOf),
                  row.optionalDecimal("percentile_fraction"),
                  row.word("limit_period", AveragingPeriod::ofWord),
                  row.integer("limit_grade"),
                  row.decimal("weight"),
                  row.provision()),
          "pollutant");

  /** All terms in the order of the table. */
  public static List<Term> allTerms() {
    return ALL;
  }

  /**
   * The terms in force on a data day, one a pollutant.
   *
   * @throws IllegalArgumentException if none are in force
   */
  public static List<Term> terms(LocalDate dataDay) {
    List<Term> terms = ALL.stream().filter(term -> term.provision().isInForce(dataDay)).toList();
    if (terms.isEmpty()) {
      throw Dated.none("composite index", dataDay, FILE);
    }
    return terms;
  }

  /**
   * The index of a period.
   *
   * @param dataDay day of the period whose limits and weights count, usually its first
   * @param concentrations C of each pollutant as described above, not rounded; µg/m³, CO mg/m³
   * @return null if a pollutant is missing, for an index of five is not comparable
   * @throws IllegalArgumentException if no terms or limits are in force
   */
  public static CompositeIndex of(LocalDate dataDay, Map<AirPollutant, BigDecimal> concentrations) {
    List<Term> terms = terms(dataDay);
    if (terms.stream().anyMatch(term -> concentrations.get(term.pollutant()) == null)) {
      return null;
    }
    List<Fraction> quotients = new ArrayList<>();
    Fraction sum = Fraction.ZERO;
    for (Term term : terms) {
      AirLimit limit =
          AirLimit.inForce(term.pollutant().name(), term.limitPeriod(), term.limitGrade(), dataDay);
      Fraction quotient =
          new Fraction(
              concentrations.get(term.pollutant()).multiply(term.weight()), limit.limitValue());
      quotients.add(quotient);
      sum = sum.plus(quotient);
    }
    return new CompositeIndex(
        sum.atDecimals(DECIMALS),
        sum.atDecimals(UNROUNDED_DECIMALS),
        singleIndices(terms, quotients),
        mainPollutants(terms, quotients));
  }

  private static Map<AirPollutant, BigDecimal> singleIndices(
      List<Term> terms, List<Fraction> quotients) {
    Map<AirPollutant, BigDecimal> single = new EnumMap<>(AirPollutant.class);
    for (int i = 0; i < terms.size(); i++) {
      single.put(terms.get(i).pollutant(), quotients.get(i).atDecimals(UNROUNDED_DECIMALS));
    }
    return Collections.unmodifiableMap(single);
  }

  private static List<AirPollutant> mainPollutants(List<Term> terms, List<Fraction> quotients) {
    Fraction largest = Collections.max(quotients);
    List<AirPollutant> main = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      if (quotients.get(i).compareTo(largest) == 0) {
        main.add(terms.get(i).pollutant());
      }
    }
    Collections.sort(main);
    return List.copyOf(main);
  }
}
