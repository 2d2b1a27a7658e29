package org.dawen.air;

import static org.apache.spark.sql.functions.udf;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;
import org.dawen.standard.AirPollutant;
import org.dawen.standard.AirRuleSet;
import org.dawen.standard.CompositeIndex;
import scala.collection.Seq;

/**
 * The months, quarters to date and years to date of one area and year, as a Spark function from its
 * days to rows with the fields of {@link AreaTables#PERIOD_FIELDS}.
 */
final class AreaPeriods implements UDF2<Seq<Integer>, Seq<Seq<BigDecimal>>, Row[]> {
  private static final long serialVersionUID = 1L;
  private static final int MONTHS = 12;
  private static final int PERCENT_DECIMALS = 10;

  private final Set<LocalDate> months;
  private final RulesAsOf rulesAsOf;

  /**
   * A function that tells about the months named.
   *
   * @param months their first days
   */
  AreaPeriods(Set<LocalDate> months, RulesAsOf rulesAsOf) {
    this.months = months;
    this.rulesAsOf = rulesAsOf;
  }

  /** An array of structs, from an area's days of a year in order, see {@link AreaYear#of}. */
  Column of(Column epochDays, Column numbers) {
    return udf(this, DataTypes.createArrayType(IndexFields.typeOf(AreaTables.PERIOD_FIELDS)))
        .apply(epochDays, numbers);
  }

  @Override
  public Row[] call(Seq<Integer> epochDays, Seq<Seq<BigDecimal>> numbers) {
    return rows(AreaYear.of(epochDays, numbers)).stream()
        .map(List::toArray)
        .map(RowFactory::create)
        .toArray(Row[]::new);
  }

  /** The values of each row, in the order of {@link AreaTables#PERIOD_FIELDS}. */
  List<List<Object>> rows(AreaYear area) {
    if (area.days().isEmpty()) {
      return List.of();
    }
    int year = area.days().get(0).getYear();
    int[][] validDays = new int[MONTHS][PeriodFigures.ITEM_COUNT];
    for (int d = 0; d < area.days().size(); d++) {
      BigDecimal[] values = area.values(d, true);
      for (int i = 0; i < values.length; i++) {
        validDays[area.days().get(d).getMonthValue() - 1][i] += values[i] == null ? 0 : 1;
      }
    }
    List<List<Object>> rows = new ArrayList<>();
    for (boolean includesDust : new boolean[] {true, false}) {
      for (int month = 1; month <= MONTHS; month++) {
        YearMonth of = YearMonth.of(year, month);
        LocalDate lastDay = lastDay(area, of);
        if (lastDay != null && months.contains(of.atDay(1))) {
          for (PeriodKind kind : PeriodKind.values()) {
            rows.add(row(kind, of, lastDay, area, includesDust, validDays));
          }
        }
      }
    }
    return rows;
  }

  /** Null if the area has no day in the month. */
  private static LocalDate lastDay(AreaYear area, YearMonth month) {
    for (int d = 0; d < area.days().size(); d++) {
      if (YearMonth.from(area.days().get(d)).equals(month)) {
        return area.lastOfKind().get(d);
      }
    }
    return null;
  }

  private List<Object> row(
      PeriodKind kind,
      YearMonth to,
      LocalDate lastDay,
      AreaYear area,
      boolean includesDust,
      int[][] validDays) {
    YearMonth from = kind.firstMonth(to);
    LocalDate rulesDay = rulesAsOf.dayFor(to.atDay(1));
    PeriodFigures figures = new PeriodFigures(rulesDay);
    int[] classDays = new int[AreaTables.CLASS_DAYS.size()];
    for (int d = 0; d < area.days().size(); d++) {
      YearMonth month = YearMonth.from(area.days().get(d));
      if (month.isBefore(from) || month.isAfter(to)) {
        continue;
      }
      figures.add(area.values(d, includesDust));
      Integer aqi = area.aqi(d, includesDust);
      AirRuleSet rules = AirRuleSet.inForce(rulesAsOf.dayFor(area.days().get(d)));
      if (aqi != null && rules != null) {
        classDays[rules.classes().indexOf(rules.classOf(aqi))]++;
      }
    }
    PeriodValidity validity =
        PeriodValidity.of(from, to, lastDay, rulesDay, kind == PeriodKind.YEAR, validDays);
    List<Object> row = new ArrayList<>();
    Collections.addAll(
        row,
        kind.word(),
        includesDust ? "included" : "excluded",
        to.atDay(1),
        from.atDay(1),
        lastDay);
    for (int i = 0; i < PeriodFigures.ITEM_COUNT; i++) {
      row.add(figures.dayCount(i));
    }
    for (int i = 0; i < PeriodFigures.ITEM_COUNT; i++) {
      row.add(figures.figure(i));
    }
    for (int i = 0; i < PeriodFigures.ITEM_COUNT; i++) {
      row.add(figures.published(i));
    }
    row.add(ratio(figures));
    addIndex(row, figures, validity, rulesDay);
    addDays(row, classDays);
    row.add(validity.isValid());
    row.add(validity.because());
    AirRuleSet rules = AirRuleSet.inForce(rulesDay);
    row.add(rules == null ? null : rules.ambientStandard());
    return row;
  }

  private static BigDecimal ratio(PeriodFigures figures) {
    BigDecimal pm25 = figures.figure(PeriodFigures.ITEMS.indexOf(AirPollutant.PM2_5));
    BigDecimal pm10 = figures.figure(PeriodFigures.ITEMS.indexOf(AirPollutant.PM10));
    return pm25 == null || pm10 == null || pm10.signum() == 0
        ? null
        : pm25.divide(pm10, PERCENT_DECIMALS, RoundingMode.HALF_UP);
  }

  private static void addIndex(
      List<Object> row, PeriodFigures figures, PeriodValidity validity, LocalDate rulesDay) {
    CompositeIndex published = validity.canBeValid() ? figures.publishedIndex(rulesDay) : null;
    if (published == null) {
      Collections.addAll(row, null, null, null, null);
      PeriodFigures.ITEMS.forEach(item -> row.add(null));
      row.add(null);
      return;
    }
    BigDecimal unrounded = figures.unroundedIndex(rulesDay).unrounded();
    row.add(validity.isValid() ? published.value() : null);
    row.add(validity.isValid() ? unrounded : null);
    row.add(published.value());
    row.add(unrounded);
    PeriodFigures.ITEMS.forEach(item -> row.add(published.singleIndices().get(item)));
    row.add(
        published.mainPollutants().stream()
            .map(AirPollutant::label)
            .collect(Collectors.joining("+")));
  }

  private static void addDays(List<Object> row, int[] classDays) {
    int classed = 0;
    for (int days : classDays) {
      row.add(days);
      classed += days;
    }
    row.add(classDays[4] + classDays[5]);
    BigDecimal good = BigDecimal.valueOf(100L * (classDays[0] + classDays[1]));
    BigDecimal all = BigDecimal.valueOf(classed);
    row.add(classed == 0 ? null : good.divide(all, PERCENT_DECIMALS, RoundingMode.HALF_UP));
    row.add(classed == 0 ? null : good.divide(all, 1, RoundingMode.HALF_EVEN));
  }
}
