package org.dawen.air;

import static org.apache.spark.sql.functions.udf;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.dawen.registry.RegistryTables;
import org.dawen.standard.CompositeIndex;
import scala.collection.Seq;

/**
 * Where one area stands at the end of each day wanted, in its month, quarter and year to date, with
 * and without dust: the index, and for each target of the area the figure of its item. A Spark
 * function from the area's days of a year to rows.
 */
final class AreaToDate
    implements UDF3<Seq<Integer>, Seq<Seq<BigDecimal>>, Seq<Seq<String>>, Row[]> {
  private static final long serialVersionUID = 1L;

  /** Fields of an answer; those after {@code index_unrounded} are null in a row without target. */
  static final StructType TYPE =
      new StructType()
          .add("period_kind", DataTypes.StringType)
          .add("dust", DataTypes.StringType)
          .add("data_day", DataTypes.DateType)
          .add("period_start", DataTypes.DateType)
          .add("period_end", DataTypes.DateType)
          .add("index_now", DataTypes.createDecimalType(8, 2))
          .add("index_unrounded", DataTypes.createDecimalType(18, 10))
          .add("item", DataTypes.StringType)
          .add("target_value", DataTypes.createDecimalType(18, 10))
          .add("valid_days", DataTypes.IntegerType)
          .add("sum", DataTypes.createDecimalType(28, 10))
          .add("days_left", DataTypes.IntegerType)
          .add("figure", DataTypes.createDecimalType(18, 10))
          .add("figure_before", DataTypes.createDecimalType(18, 10))
          .add("day_value", DataTypes.createDecimalType(18, 10))
          .add("above_left", DataTypes.IntegerType)
          .add("counts_days", DataTypes.BooleanType);

  /** Stands for the share of good days where a place of a pollutant is asked. */
  static final int GOOD_DAYS = -1;

  private final Set<LocalDate> days;
  private final RulesAsOf rulesAsOf;

  AreaToDate(Set<LocalDate> days, RulesAsOf rulesAsOf) {
    this.days = days;
    this.rulesAsOf = rulesAsOf;
  }

  /**
   * An array of structs of {@link #TYPE}.
   *
   * @param targets array of texts a target: item, period, value, valid from, valid to; null = open
   */
  Column of(Column epochDays, Column numbers, Column targets) {
    return udf(this, DataTypes.createArrayType(TYPE)).apply(epochDays, numbers, targets);
  }

  /**
   * A target of the area.
   *
   * @param item place of the pollutant in {@link PeriodFigures#ITEMS}; {@link #GOOD_DAYS}
   */
  record Target(int item, String period, BigDecimal value, LocalDate from, LocalDate to) {
    static Target of(Seq<String> texts) {
      boolean isGoodDays = texts.apply(0).equals(RegistryTables.GOOD_DAYS);
      int item = isGoodDays ? GOOD_DAYS : 0;
      while (!isGoodDays && !PeriodFigures.ITEMS.get(item).label().equals(texts.apply(0))) {
        item++;
      }
      return new Target(
          item,
          texts.apply(1),
          new BigDecimal(texts.apply(2)),
          texts.apply(3) == null ? LocalDate.MIN : LocalDate.parse(texts.apply(3)),
          texts.apply(4) == null ? LocalDate.MAX : LocalDate.parse(texts.apply(4)));
    }

    boolean holds(String periodKind, LocalDate day) {
      return period.equals(periodKind) && !day.isBefore(from) && !day.isAfter(to);
    }
  }

  @Override
  public Row[] call(
      Seq<Integer> epochDays, Seq<Seq<BigDecimal>> numbers, Seq<Seq<String>> targets) {
    List<Target> ofArea = new ArrayList<>();
    for (int i = 0; targets != null && i < targets.length(); i++) {
      ofArea.add(Target.of(targets.apply(i)));
    }
    return rows(AreaYear.of(epochDays, numbers), ofArea).stream()
        .map(List::toArray)
        .map(RowFactory::create)
        .toArray(Row[]::new);
  }

  /** The values of each row, in the order of {@link #TYPE}. */
  List<List<Object>> rows(AreaYear area, List<Target> targets) {
    List<List<Object>> rows = new ArrayList<>();
    for (boolean includesDust : new boolean[] {true, false}) {
      for (PeriodKind kind : PeriodKind.values()) {
        LocalDate start = null;
        PeriodFigures figures = null;
        GoodDays goodDays = GoodDays.NONE;
        for (int d = 0; d < area.days().size(); d++) {
          LocalDate day = area.days().get(d);
          if (!kind.firstDay(day).equals(start)) {
            start = kind.firstDay(day);
            figures = new PeriodFigures(rulesAsOf.dayFor(kind.lastDay(day)));
            goodDays = GoodDays.NONE;
          }
          goodDays = goodDays.and(area.aqi(d, includesDust));
          BigDecimal[] values = area.values(d, includesDust);
          if (days.contains(day)) {
            BigDecimal[] before = figuresOf(figures);
            figures.add(values);
            addRows(
                rows,
                new Place(kind, includesDust ? "included" : "excluded", day),
                figures,
                before,
                values,
                goodDays,
                targets);
          } else {
            figures.add(values);
          }
        }
      }
    }
    return rows;
  }

  private record Place(PeriodKind kind, String dust, LocalDate day) {}

  /**
   * The days of a period so far that have a class, and those of class 1 or 2.
   *
   * @param last AQI of the last day; null: it has no class
   */
  private record GoodDays(int classed, int good, Integer last) {
    private static final int BEST_TWO_CLASSES = 100;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    static final GoodDays NONE = new GoodDays(0, 0, null);

    GoodDays and(Integer aqi) {
      return new GoodDays(classed + (aqi == null ? 0 : 1), good + (isGood(aqi) ? 1 : 0), aqi);
    }

    private static boolean isGood(Integer aqi) {
      return aqi != null && aqi <= BEST_TWO_CLASSES;
    }

    /** A day counts 100 or 0, so that the share is the mean of the days. */
    private List<Object> row(BigDecimal target, int daysLeft) {
      GoodDays before =
          last == null ? this : new GoodDays(classed - 1, good - (isGood(last) ? 1 : 0), null);
      return Arrays.asList(
          RegistryTables.GOOD_DAYS,
          target,
          classed,
          HUNDRED.multiply(BigDecimal.valueOf(good)),
          daysLeft,
          percent(),
          before.percent(),
          last == null ? null : isGood(last) ? HUNDRED : BigDecimal.ZERO,
          Headroom.otherDaysLeft(classed, good, daysLeft, Headroom.publishedGoodDays(target)),
          true);
    }

    private BigDecimal percent() {
      return classed == 0
          ? null
          : HUNDRED
              .multiply(BigDecimal.valueOf(good))
              .divide(BigDecimal.valueOf(classed), 10, RoundingMode.HALF_UP);
    }
  }

  private void addRows(
      List<List<Object>> rows,
      Place place,
      PeriodFigures figures,
      BigDecimal[] before,
      BigDecimal[] values,
      GoodDays goodDays,
      List<Target> targets) {
    LocalDate day = place.day();
    LocalDate end = place.kind().lastDay(day);
    int daysLeft = (int) (end.toEpochDay() - day.toEpochDay());
    CompositeIndex index = figures.publishedIndex(rulesAsOf.dayFor(day.withDayOfMonth(1)));
    List<Object> standing =
        Arrays.asList(
            place.kind().word(),
            place.dust(),
            day,
            place.kind().firstDay(day),
            end,
            index == null ? null : index.value(),
            index == null ? null : index.unrounded());
    List<Object> withoutTarget = new ArrayList<>(standing);
    withoutTarget.addAll(Collections.nCopies(TYPE.length() - standing.size(), null));
    rows.add(withoutTarget);
    for (Target target : targets) {
      if (!target.holds(place.kind().word(), day)) {
        continue;
      }
      List<Object> row = new ArrayList<>(standing);
      rows.add(row);
      int i = target.item();
      if (i == GOOD_DAYS) {
        row.addAll(goodDays.row(target.value(), daysLeft));
        continue;
      }
      Collections.addAll(
          row,
          PeriodFigures.ITEMS.get(i).label(),
          target.value(),
          figures.dayCount(i),
          figures.sum(i),
          daysLeft,
          figures.figure(i),
          before[i],
          values[i],
          figures.percentile(i) == null
              ? null
              : Headroom.daysAboveLeft(
                  figures.dayCount(i),
                  daysLeft,
                  figures.percentile(i),
                  figures.daysAbove(i, target.value())),
          figures.percentile(i) != null);
    }
  }

  private static BigDecimal[] figuresOf(PeriodFigures figures) {
    BigDecimal[] all = new BigDecimal[PeriodFigures.ITEM_COUNT];
    for (int i = 0; i < all.length; i++) {
      all[i] = figures.figure(i);
    }
    return all;
  }
}
