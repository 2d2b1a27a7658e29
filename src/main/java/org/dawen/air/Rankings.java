package org.dawen.air;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dawen.lake.Digits;
import org.dawen.lake.Nullable;
import org.dawen.standard.Mean;
import org.dawen.standard.Ranks;

/**
 * Ranks of areas among those of their kind, 环办〔2014〕64号 and 环办监测〔2018〕19号 (recalled): by the index
 * as published, smaller is better, equal indices share a rank and the next rank is left out.
 */
final class Rankings {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int FALL_DECIMALS = 6;

  private final RulesAsOf rulesAsOf;

  Rankings(RulesAsOf rulesAsOf) {
    this.rulesAsOf = rulesAsOf;
  }

  /**
   * The ranks of all months given.
   *
   * @param months rows of one kind of areas, kind of period, treatment of dust and month of the
   *     year, of any years
   */
  List<RankingMonth> of(List<AreaMonthIndex> months) {
    Map<LocalDate, List<AreaMonthIndex>> byMonth =
        months.stream()
            .collect(
                Collectors.groupingBy(
                    AreaMonthIndex::monthStart, TreeMap::new, Collectors.toList()));
    List<RankingMonth> rows = new ArrayList<>();
    byMonth.forEach(
        (month, areas) -> {
          Map<String, AreaMonthIndex> lastYear =
              byMonth.getOrDefault(month.minusYears(1), List.of()).stream()
                  .collect(Collectors.toMap(AreaMonthIndex::areaCode, Function.identity()));
          Map<String, RankingMonth.Change> changes = new TreeMap<>();
          areas.forEach(a -> changes.put(a.areaCode(), change(a, lastYear.get(a.areaCode()))));
          Ranks byIndex = Ranks.of(areas.stream().map(AreaMonthIndex::indexToDate).toList());
          Ranks byChange =
              Ranks.of(
                  changes.values().stream().map(RankingMonth.Change::indexChangePercent).toList());
          areas.forEach(a -> rows.add(row(a, byIndex, byChange, changes.get(a.areaCode()))));
        });
    return rows;
  }

  private static RankingMonth.Change change(AreaMonthIndex now, AreaMonthIndex then) {
    if (then == null || then.indexToDate() == null) {
      return RankingMonth.Change.NONE;
    }
    Boolean isComparable =
        then.limitsOf() == null || now.limitsOf() == null
            ? null
            : then.limitsOf().equals(now.limitsOf());
    BigDecimal change =
        now.indexToDate() == null ? null : now.indexToDate().subtract(then.indexToDate());
    BigDecimal percent =
        change == null || then.indexToDate().signum() <= 0
            ? null
            : change
                .multiply(HUNDRED)
                .divide(then.indexToDate(), Mean.DECIMALS, RoundingMode.HALF_UP);
    return new RankingMonth.Change(then.indexToDate(), change, percent, isComparable);
  }

  private RankingMonth row(
      AreaMonthIndex area, Ranks byIndex, Ranks byChange, RankingMonth.Change change) {
    BigDecimal index = area.indexToDate();
    BigDecimal better = byIndex.better(index);
    BigDecimal worse = byIndex.worse(index);
    BigDecimal up = better == null ? null : index.subtract(better);
    return new RankingMonth(
        area.areaKind(),
        area.areaCode(),
        area.areaName(),
        area.periodKind(),
        area.dust(),
        area.monthStart(),
        byIndex.of(index),
        byIndex.ranked(),
        index == null ? area.notValidBecause() : null,
        index,
        area.indexToDateUnrounded(),
        area.isValid(),
        change,
        byChange.of(change.indexChangePercent()),
        up,
        worse == null ? null : worse.subtract(index),
        falls(up, area.monthStart()));
  }

  /** By how much each item alone must fall: distance · limit / weight. */
  private RankingMonth.Falls falls(BigDecimal distanceUp, LocalDate month) {
    Six<BigDecimal> falls =
        Six.of(
            item -> {
              BigDecimal perIndex = rulesAsOf.concentrationPerIndex(item, month);
              return distanceUp == null || perIndex == null
                  ? null
                  : distanceUp.multiply(perIndex).setScale(FALL_DECIMALS, RoundingMode.HALF_UP);
            });
    return new RankingMonth.Falls(
        falls.so2(), falls.no2(), falls.co(), falls.o3(), falls.pm10(), falls.pm25());
  }

  /** What a rank needs of an area's month, from {@code air.area_month}. */
  record AreaMonthIndex(
      AreaKind areaKind,
      String areaCode,
      @Nullable String areaName,
      PeriodKind periodKind,
      Dust dust,
      LocalDate monthStart,
      @Nullable @Digits(value = 8, scale = 2) BigDecimal indexToDate,
      @Nullable @Digits(value = 18, scale = 10) BigDecimal indexToDateUnrounded,
      boolean isValid,
      @Nullable String notValidBecause,
      @Nullable String limitsOf) {}
}
